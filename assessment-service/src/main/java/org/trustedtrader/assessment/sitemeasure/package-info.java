/** What protects each site of a company, measure by measure: state, photograph and the day on which it was seen. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.assessment.sitemeasure;
