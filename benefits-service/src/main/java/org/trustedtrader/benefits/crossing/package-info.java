/** Decides crossings, each journalled. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.benefits.crossing;
