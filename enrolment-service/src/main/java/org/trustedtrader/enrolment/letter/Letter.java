package org.trustedtrader.enrolment.letter;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.enrolment.company.OfficialLanguage;
import org.trustedtrader.platform.access.Roles;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Change;
import org.trustedtrader.platform.aggregate.StatefulAggregate;

/**
 * A letter of the programme to a company; its id is its number. What it says never changes. It is served when somebody of the
 * company reads it, or by the passing of time; its history is the proof.
 */
public final class Letter extends StatefulAggregate<Letter.State> {

    /** Where a letter stands. */
    public enum State {
        ISSUED,
        SERVED
    }

    /** How a letter was served. */
    public enum Service {
        /** Somebody of the company read it. */
        READ,
        /** Somebody of the company read what it is about. */
        MATTER_READ,
        /** Nobody read it, and the period after which it counts as served is over. */
        DEEMED
    }

    /**
     * The change that a letter tells of; there is one letter for it.
     *
     * @param subject the aggregate: {@code membership/4f…}
     * @param version that the change made
     */
    public record Source(String subject, long version) {

        public static Source of(String aggregate, String id, long version) {
            return new Source(aggregate + "/" + id, version);
        }
    }

    private final Source source;
    private final String company;
    private final LetterKind kind;
    private final OfficialLanguage language;
    private final LetterContent content;
    private final Instant issuedAt;
    private final Instant deemedServedAt;
    private @Nullable Instant servedAt;
    private @Nullable Service service;

    private Letter(Stored stored, Snapshot s) {
        super(stored, s.state());
        source = s.source();
        company = s.company();
        kind = s.kind();
        language = s.language();
        content = s.content();
        issuedAt = s.issuedAt();
        deemedServedAt = s.deemedServedAt();
        servedAt = s.servedAt();
        service = s.service();
    }

    /**
     * A letter before it has a number.
     *
     * @param company        the business number of the one that it goes to
     * @param deemedServedAt when it counts as served if nobody has read it by then
     */
    public record Draft(
            Source source,
            LetterKind kind,
            String company,
            OfficialLanguage language,
            LetterContent content,
            Instant deemedServedAt) {}

    public static Letter issue(String number, Draft draft, Actor platform, Instant at) {
        var first = new Snapshot(
                draft.source(),
                draft.company(),
                draft.kind(),
                draft.language(),
                draft.content(),
                at,
                draft.deemedServedAt(),
                State.ISSUED,
                null,
                null);
        var letter = new Letter(new Stored(number, 0, Map.of()), first);
        letter.record(Change.birth(State.ISSUED.name(), "issued", platform, at)
                .because(draft.kind() + ": " + draft.source().subject() + ", version "
                        + draft.source().version())
                .under(draft.content().legalBasis()));
        return letter;
    }

    public static Letter restore(Stored stored, Snapshot snapshot) {
        return new Letter(stored, snapshot);
    }

    /** The first service counts; later ones change nothing. */
    public void serve(Service how, Actor by, Instant at) {
        if (state() == State.ISSUED) {
            servedAt = at;
            service = how;
            record(to(State.SERVED, "served", by, at).because(how.name()));
        }
    }

    /** Counts as served once its period is over; otherwise nothing changes. */
    public void letPeriodEnd(Actor platform, Instant at) {
        if (at.isAfter(deemedServedAt)) {
            serve(Service.DEEMED, platform, at);
        }
    }

    @Override
    public boolean visibleTo(Actor actor) {
        return Roles.mayRead(actor, company);
    }

    @Override
    public Optional<String> fileOf() {
        return Optional.of(company);
    }

    public Snapshot snapshot() {
        return new Snapshot(
                source, company, kind, language, content, issuedAt, deemedServedAt, state(), servedAt, service);
    }

    /** The whole state of a letter; times in UTC, by the programme's clock. */
    public record Snapshot(
            Source source,
            String company,
            LetterKind kind,
            OfficialLanguage language,
            LetterContent content,
            Instant issuedAt,
            Instant deemedServedAt,
            State state,
            @Nullable Instant servedAt,
            @Nullable Service service) {}
}
