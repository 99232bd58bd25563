/**
 * What the programme asks of a company, what the company answers, how risky its supply chain is and what it has to put right.
 */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.assessment;
