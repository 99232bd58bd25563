/** What whoever keeps a copy of the status is told: signed batches of changes, in order and without gaps. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.border.feed;
