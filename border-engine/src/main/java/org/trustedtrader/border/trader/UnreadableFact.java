package org.trustedtrader.border.trader;

/**
 * A version that was heard of but could not be understood. Whoever it is about is not trusted until it is, because it may
 * have been a suspension.
 */
public record UnreadableFact(String why) implements Fact {}
