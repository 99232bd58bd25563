/** How risky a supply chain is, from origin to destination, and why: the same inputs always give the same rating. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.assessment.risk;
