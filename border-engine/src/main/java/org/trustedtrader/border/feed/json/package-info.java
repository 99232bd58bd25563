/** The batches as JSON. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.border.feed.json;
