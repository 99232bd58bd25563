package org.trustedtrader.platform.mongo;

import com.mongodb.client.model.Filters;
import java.util.Date;
import org.bson.conversions.Bson;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/** A place in the order of changes: machine time in milliseconds, then id. Written as {@code <millis>_<id>}. */
record ChangeCursor(long millis, String id) {

    static ChangeCursor parse(String text) {
        if (text.isEmpty()) {
            return new ChangeCursor(0, "");
        }
        try {
            var separator = text.indexOf('_');
            return new ChangeCursor(Long.parseLong(text.substring(0, separator)), text.substring(separator + 1));
        } catch (IndexOutOfBoundsException | NumberFormatException e) {
            throw new Refusal.InvalidInput("after", Message.of("page.cursor"));
        }
    }

    ChangeCursor earlierBy(long seconds) {
        return seconds == 0 ? this : new ChangeCursor(Math.max(0, millis - seconds * 1000), "");
    }

    Bson after() {
        var at = new Date(millis);
        return Filters.or(Filters.gt("changedAt", at), Filters.and(Filters.eq("changedAt", at), Filters.gt("_id", id)));
    }

    @Override
    public String toString() {
        return millis + "_" + id;
    }
}
