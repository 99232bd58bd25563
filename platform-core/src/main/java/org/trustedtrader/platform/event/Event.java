package org.trustedtrader.platform.event;

import java.time.Instant;
import java.util.Objects;

/**
 * A CloudEvents 1.0 envelope. It announces the state of an aggregate after a change, so that a reader that keeps the newest
 * version of each subject ends up right whatever is duplicated, lost and sent again, or reordered.
 *
 * @param id       {@code <source>/<aggregate>/<aggregate id>/<version>}: the same fact always has the same id
 * @param type     {@code <source>.<aggregate>.<past tense>.v1}; also the AMQP routing key
 * @param source   the service that owns the aggregate, such as {@code enrolment}
 * @param subject  {@code <aggregate>/<aggregate id>}
 * @param time     when it was recorded, UTC, machine clock
 * @param version  the aggregate's version, from 1, without gaps
 * @param actor    who gave the command, pseudonymous
 * @param traceparent W3C trace context of the command, empty if none
 * @param data     the state as a JSON object
 */
public record Event(
        String id,
        String type,
        String source,
        String subject,
        Instant time,
        long version,
        String actor,
        String traceparent,
        String data) {

    public Event {
        Objects.requireNonNull(id);
        Objects.requireNonNull(type);
        Objects.requireNonNull(source);
        Objects.requireNonNull(subject);
        Objects.requireNonNull(time);
        Objects.requireNonNull(actor);
        Objects.requireNonNull(traceparent);
        Objects.requireNonNull(data);
        if (version < 1) {
            throw new IllegalArgumentException("version must be at least 1, not " + version);
        }
    }

    /** The aggregate's id: the part of the subject after the slash. */
    public String aggregateId() {
        return subject.substring(subject.indexOf('/') + 1);
    }

    /** The kind of aggregate: the part of the subject before the slash. */
    public String aggregate() {
        return subject.substring(0, subject.indexOf('/'));
    }
}
