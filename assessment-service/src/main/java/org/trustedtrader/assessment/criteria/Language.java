package org.trustedtrader.assessment.criteria;

/** Canada's official languages; every text exists in both. */
public enum Language {
    EN,
    FR
}
