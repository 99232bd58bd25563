/** The change feed for copies of the status: signed batches of changes, in order and without gaps. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.border.feed;
