package org.trustedtrader.assessment.criteria;

/** Where a criterion is answered: once for the company, once for each line of business that it applies to, or at each site. */
public enum AnswerLevel {
    COMPANY,
    LINE,
    SITE
}
