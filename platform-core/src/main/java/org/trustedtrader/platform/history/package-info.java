/** Tamper-evident history: hash chain, signed heads, verification. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.platform.history;
