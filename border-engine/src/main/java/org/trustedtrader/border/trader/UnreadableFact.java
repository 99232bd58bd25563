package org.trustedtrader.border.trader;

/**
 * A revision that was received but could not be understood. Nothing is granted to its trader until it is understood, because it may
 * have been a suspension.
 */
public record UnreadableFact(String why) implements Fact {}
