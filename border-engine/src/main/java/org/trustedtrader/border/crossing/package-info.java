/** One crossing of the border: which lane, which benefits, and why. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.border.crossing;
