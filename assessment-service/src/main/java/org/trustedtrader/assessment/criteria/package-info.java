/** What the programme asks: the versioned catalogue of criteria, in English and French, by line of business. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.assessment.criteria;
