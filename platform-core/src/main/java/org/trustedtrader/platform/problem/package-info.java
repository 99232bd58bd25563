/** The catalogue of problem types, and problem documents in English and French. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.platform.problem;
