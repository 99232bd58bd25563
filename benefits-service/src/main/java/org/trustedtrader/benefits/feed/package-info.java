/** Whoever keeps a copy of the status follows it here. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.benefits.feed;
