package org.trustedtrader.benefits.recognition;

import java.util.List;

/** Rows that were not taken in, or only with a doubt, until a full list takes their place. */
public interface Quarantine {

    /** What lies there of this list is forgotten, so that a list sent again leaves nothing twice. */
    void replace(String partner, String listId, List<RowError> errors);

    /** A full list was taken in: what lies there of lists before it is forgotten. */
    void keepOnly(String partner, String listId);

    /** In order of list and row. @param after an entry's id, empty for the beginning */
    List<Entry> page(String partner, String after, int limit);

    /** @param id opaque, for the next page */
    record Entry(String id, String listId, RowError error) {}
}
