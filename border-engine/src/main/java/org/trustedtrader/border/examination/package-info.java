/** Which crossings are examined: at the rate of the member's tier, by a draw that can be repeated and not foreseen. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.border.examination;
