package org.trustedtrader.benefits.decision.mongo;

import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.benefits.decision.log.Block;

/** What is kept of a block beside its bytes, in the same document, so that it is there exactly once if the block is. */
public interface BlockSummary {

    /** The field that it is kept in. */
    String field();

    /** Null if there is nothing to say. */
    @Nullable
    Document of(Block block);

    /** An index by which summaries are found. */
    Bson index();
}
