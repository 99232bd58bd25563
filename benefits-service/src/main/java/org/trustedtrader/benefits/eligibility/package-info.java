/** Answers questions about identifiers, each journalled. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.benefits.eligibility;
