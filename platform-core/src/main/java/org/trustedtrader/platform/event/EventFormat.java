package org.trustedtrader.platform.event;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * What each attribute of an event may be. Everything that an event names is used as a key somewhere: in collections, queues
 * and log lines. So it is checked where a message or a page of a change feed is read, before anything is stored or handled.
 */
public final class EventFormat {

    /** The largest data of an event in bytes; publishers keep to a quarter of it. */
    public static final int LARGEST_DATA = 1024 * 1024;

    private static final String WORD = "[a-z][a-z0-9]*(?:-[a-z0-9]+)*";
    private static final Pattern NAME = Pattern.compile(WORD);
    private static final Pattern SUBJECT = Pattern.compile(WORD + "/[A-Za-z0-9][A-Za-z0-9._:+@=~-]{0,199}");
    private static final Pattern CHANGE = Pattern.compile(WORD + "\\.v[1-9][0-9]{0,3}");
    private static final Pattern ACTOR = Pattern.compile("[\\x21-\\x7e]{1,300}");
    private static final Pattern TRACE = Pattern.compile("(?:[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2})?");
    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    private static final long MOST_VERSIONS = 1_000_000_000;

    private EventFormat() {}

    /** @throws IllegalArgumentException if an attribute is not what it must be, naming it but not what it holds */
    public static void check(Event event) {
        require(NAME.matcher(event.source()).matches(), "source");
        require(SUBJECT.matcher(event.subject()).matches(), "subject");
        require(event.version() < MOST_VERSIONS, "aggregateversion");
        require(event.id().equals(event.source() + "/" + event.subject() + "/" + event.version()), "id");
        var kind = event.source() + "." + event.aggregate() + ".";
        require(
                event.type().startsWith(kind)
                        && CHANGE.matcher(event.type().substring(kind.length())).matches(),
                "type");
        require(!event.time().isBefore(EARLIEST) && event.time().isBefore(LATEST), "time");
        require(ACTOR.matcher(event.actor()).matches(), "actor");
        require(TRACE.matcher(event.traceparent()).matches(), "traceparent");
        require(event.data().getBytes(StandardCharsets.UTF_8).length <= LARGEST_DATA, "data");
    }

    private static void require(boolean correct, String attribute) {
        if (!correct) {
            throw new IllegalArgumentException("The event attribute " + attribute + " is malformed");
        }
    }
}
