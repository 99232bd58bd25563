/** The live feed, which programs that keep a copy of the status follow. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.benefits.feed;
