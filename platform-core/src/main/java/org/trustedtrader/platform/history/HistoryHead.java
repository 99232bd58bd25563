package org.trustedtrader.platform.history;

/**
 * Where an aggregate's history stood: its newest version and that entry's hash.
 *
 * @param collection the collection that holds it
 */
public record HistoryHead(String collection, String id, long version, String hash) {}
