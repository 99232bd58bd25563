/** The legs on which a company's goods move, from origin to destination, and the places at their ends. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.assessment.supplychain;
