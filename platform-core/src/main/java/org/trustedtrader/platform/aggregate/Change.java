package org.trustedtrader.platform.aggregate;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * One decision about an aggregate, before it is recorded: what was done, by whom, from which state to which, why and on
 * what legal basis. {@code name} is a past-tense word ({@code submitted}) and also names the event that announces it.
 * {@code effectiveAt} is when the change counts from, in UTC; when it is recorded is added on storing. {@code fields} are the
 * old and new values, where a history shows them.
 */
public record Change(
        String name,
        Actor actor,
        Instant effectiveAt,
        String from,
        String to,
        String reason,
        String legalBasis,
        List<FieldChange> fields) {

    public Change {
        Objects.requireNonNull(name);
        Objects.requireNonNull(actor);
        Objects.requireNonNull(effectiveAt);
        Objects.requireNonNull(from);
        Objects.requireNonNull(to);
        Objects.requireNonNull(reason);
        Objects.requireNonNull(legalBasis);
        fields = FieldChange.bounded(fields);
    }

    /** A change that leaves the state as it was, such as an edit of a draft. */
    public static Change within(String state, String name, Actor actor, Instant at) {
        return new Change(name, actor, at, state, state, "", "", List.of());
    }

    public static Change between(Enum<?> from, Enum<?> to, String name, Actor actor, Instant at) {
        return new Change(name, actor, at, from.name(), to.name(), "", "", List.of());
    }

    /** The first change of an aggregate: from nothing to its first state. */
    public static Change birth(String to, String name, Actor actor, Instant at) {
        return new Change(name, actor, at, "", to, "", "", List.of());
    }

    public Change because(String newReason) {
        return new Change(name, actor, effectiveAt, from, to, newReason, legalBasis, fields);
    }

    public Change under(String newLegalBasis) {
        return new Change(name, actor, effectiveAt, from, to, reason, newLegalBasis, fields);
    }

    public Change of(List<FieldChange> changed) {
        return new Change(name, actor, effectiveAt, from, to, reason, legalBasis, changed);
    }
}
