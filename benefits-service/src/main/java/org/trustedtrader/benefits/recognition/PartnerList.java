package org.trustedtrader.benefits.recognition;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.trustedtrader.border.policy.LocalizedText;
import org.trustedtrader.platform.access.Roles;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Aggregate;
import org.trustedtrader.platform.aggregate.Change;

/** The acknowledgement of a list: evidence of what was taken in, and what was wrong with it. */
public final class PartnerList extends Aggregate {

    /** How a list ended. */
    public enum Outcome {
        COMPLETED("Everything that made sense was taken in.", "Tout ce qui était compréhensible a été retenu."),
        HELD(
                "Too many members are missing from this full list. Its suspensions and revocations count; all else waits. If it"
                        + " is right, have it confirmed, then send it again; else send a corrected list.",
                "Trop de membres manquent à cette liste complète. Ses suspensions et révocations comptent; le reste attend."
                        + " Si elle est exacte, faites-la confirmer puis renvoyez-la; sinon envoyez une liste corrigée."),
        FULL_LIST_NEEDED(
                "A list before this one is missing. Its suspensions and revocations count; send a full list for all else.",
                "Une liste précédente manque. Ses suspensions et révocations comptent; envoyez une liste complète pour le"
                        + " reste.");

        private final LocalizedText words;

        Outcome(String en, String fr) {
            this.words = new LocalizedText(en, fr);
        }

        public LocalizedText words() {
            return words;
        }
    }

    /** @param errors the first ones; {@code omitted} more are in the quarantine */
    public record Result(Outcome outcome, RowCounts tally, List<RowError> errors, int omitted) {

        public Result {
            errors = List.copyOf(errors);
        }
    }

    /** The whole acknowledgement, as it is stored. */
    public record Snapshot(String partner, ListHeader header, Result result) {}

    private final String partner;
    private final ListHeader header;
    private Result result;

    private PartnerList(String id, String partner, ListHeader header, Result result) {
        super(id);
        this.partner = partner;
        this.header = header;
        this.result = result;
    }

    private PartnerList(Stored stored, Snapshot snapshot) {
        super(stored);
        this.partner = snapshot.partner();
        this.header = snapshot.header();
        this.result = snapshot.result();
    }

    public static PartnerList restore(Stored stored, Snapshot snapshot) {
        return new PartnerList(stored, snapshot);
    }

    public Snapshot snapshot() {
        return new Snapshot(partner, header, result);
    }

    static PartnerList acknowledge(String partner, ListHeader header, Result result, Actor actor, Instant at) {
        var list = new PartnerList(header.id(partner), partner, header, result);
        list.record(Change.birth(result.outcome().name(), "acknowledged", actor, at));
        return list;
    }

    /** A list that had been held was taken in after all. */
    void complete(Result completed, Actor actor, Instant at) {
        if (result.outcome() != Outcome.COMPLETED) {
            record(Change.between(result.outcome(), completed.outcome(), "completed", actor, at));
            result = completed;
        }
    }

    public String partner() {
        return partner;
    }

    public ListHeader header() {
        return header;
    }

    public Result result() {
        return result;
    }

    @Override
    public boolean visibleTo(Actor actor) {
        return Roles.OFFICERS.stream().anyMatch(actor::has);
    }

    @Override
    public Optional<String> fileOf() {
        return Optional.empty();
    }
}
