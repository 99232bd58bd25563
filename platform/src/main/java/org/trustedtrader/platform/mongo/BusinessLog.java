package org.trustedtrader.platform.mongo;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.trustedtrader.platform.event.Event;

/** One log line per business fact: ids and states, no personal data. */
final class BusinessLog {

    private static final Logger LOG = LoggerFactory.getLogger("org.trustedtrader.facts");

    private BusinessLog() {}

    static void log(String aggregate, Event event) {
        LOG.info(
                "fact={} {}={} version={} actor={}",
                event.type(),
                aggregate,
                event.aggregateId(),
                event.version(),
                event.actor());
    }
}
