package org.trustedtrader.benefits.recognition;

/**
 * Where the latest change of a member came from.
 *
 * @param listId   empty if it came by a single notice
 * @param sequence of the newest list that changed the member
 */
public record Source(String partner, String listId, long sequence) {}
