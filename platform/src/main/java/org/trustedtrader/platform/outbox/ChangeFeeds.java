package org.trustedtrader.platform.outbox;

import java.util.List;
import java.util.function.Supplier;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/** This service's change feeds, one per kind of aggregate. */
public final class ChangeFeeds {

    private static final int LARGEST_PAGE = 1000;

    private final Supplier<List<Outbox>> outboxes;

    ChangeFeeds(Supplier<List<Outbox>> outboxes) {
        this.outboxes = outboxes;
    }

    /**
     * @param after          a cursor from an earlier page; empty for the beginning
     * @param overlapSeconds how far before the cursor to begin
     * @param limit          aggregates per page, from 1 to 1,000
     */
    public Outbox.Changes changes(String aggregate, String after, long overlapSeconds, int limit) {
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw new Refusal.InvalidInput("limit", Message.of("page.limit", LARGEST_PAGE));
        }
        return outboxes.get().stream()
                .filter(outbox -> outbox.aggregate().equals(aggregate))
                .findFirst()
                .orElseThrow(() -> new Refusal.NotFound("feed"))
                .changesSince(after, overlapSeconds, limit);
    }
}
