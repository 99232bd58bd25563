/** What tests and benchmarks of the border need: traders to speak of, questions, a store that fails on demand. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.border.test;
