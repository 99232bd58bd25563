/** Versions of the rules: proposed by one, published by another, in force from their date. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.benefits.policy;
