/** What is known of traders and drivers: every state that was ever received, append-only. No Spring here. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.border.trader;
