package org.trustedtrader.platform.mongo;

import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One log line per business fact: ids and states, no personal data. */
final class BusinessLog {

    private static final Logger LOG = LoggerFactory.getLogger("org.trustedtrader.facts");

    private BusinessLog() {}

    static void log(String service, String aggregate, Document document) {
        var event = document.get("lastEvent", Document.class);
        LOG.info(
                "fact={} {}={} version={} actor={}",
                event.getString("type"),
                aggregate,
                document.getString("_id"),
                document.getLong("version"),
                event.getString("actor"));
    }
}
