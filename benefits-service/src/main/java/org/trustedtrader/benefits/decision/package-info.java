/** The journal of answers: what was asked, what was said, from which versions, and whether it still comes out the same. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.benefits.decision;
