package org.trustedtrader.platform.publication;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.access.Roles;
import org.trustedtrader.platform.access.SeparationOfDuties;
import org.trustedtrader.platform.access.SeparationOfDuties.Share;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Aggregate;
import org.trustedtrader.platform.aggregate.Change;
import org.trustedtrader.platform.aggregate.StateGuard;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/**
 * One version of a document that the programme publishes. Its file never changes; somebody else than the one who proposed it
 * publishes it.
 */
public final class DocumentVersion extends Aggregate {

    private final PublicationDraft draft;
    private final String proposedBy;
    private PublicationState state;
    private @Nullable Publication publication;
    private String reasonCode;

    /** Who made it count, and when, programme time. */
    public record Publication(String by, Instant at) {}

    /** The whole version, as it is stored. @param file as text: its field names are its own affair */
    public record Snapshot(
            String file,
            Instant effectiveFrom,
            PublicationState state,
            String proposedBy,
            String reasonCode,
            @Nullable String publishedBy,
            @Nullable Instant publishedAt) {

        private @Nullable Publication publication() {
            return publishedBy == null || publishedAt == null ? null : new Publication(publishedBy, publishedAt);
        }
    }

    private DocumentVersion(PublicationDraft draft, String proposedBy) {
        super(draft.version());
        this.draft = draft;
        this.proposedBy = proposedBy;
        this.state = PublicationState.PROPOSED;
        this.reasonCode = "";
    }

    private DocumentVersion(Stored stored, Snapshot snapshot) {
        super(stored);
        this.draft = new PublicationDraft(stored.id(), snapshot.effectiveFrom(), snapshot.file());
        this.proposedBy = snapshot.proposedBy();
        this.state = snapshot.state();
        this.publication = snapshot.publication();
        this.reasonCode = snapshot.reasonCode();
    }

    public static DocumentVersion restore(Stored stored, Snapshot snapshot) {
        return new DocumentVersion(stored, snapshot);
    }

    public Snapshot snapshot() {
        return new Snapshot(
                draft.file(),
                draft.effectiveFrom(),
                state,
                proposedBy,
                reasonCode,
                publication == null ? null : publication.by(),
                publication == null ? null : publication.at());
    }

    public static DocumentVersion propose(PublicationDraft draft, Actor actor, Instant at) {
        var version = new DocumentVersion(draft, actor.id());
        version.record(Change.birth(PublicationState.PROPOSED.name(), "proposed", actor, at));
        return version;
    }

    /**
     * @throws Refusal.RuleBroken {@code decided-by-someone-else} for the proposer; {@code …-too-late} if its time comes before
     *     the lead of its kind is over
     */
    public void publish(DocumentKind kind, Actor actor, Instant at) {
        StateGuard.require("publish the version", state, PublicationState.PROPOSED);
        SeparationOfDuties.of(Share.proposal(proposedBy, "PROPOSAL", "publication.proposer"))
                .requireMayDecide(actor);
        if (draft.effectiveFrom().isBefore(at.plus(kind.lead()))) {
            throw new Refusal.RuleBroken(
                    kind.problem("too-late"), Message.of("publication.too-late", draft.effectiveFrom(), kind.lead()));
        }
        record(Change.between(state, PublicationState.PUBLISHED, "published", actor, at));
        state = PublicationState.PUBLISHED;
        publication = new Publication(actor.id(), at.truncatedTo(ChronoUnit.MILLIS));
    }

    /** @param why a reason code, such as {@code SUPERSEDED} */
    public void withdraw(String why, Actor actor, Instant at) {
        StateGuard.require("withdraw the version", state, PublicationState.PROPOSED);
        record(Change.between(state, PublicationState.WITHDRAWN, "withdrawn", actor, at)
                .because(why));
        state = PublicationState.WITHDRAWN;
        reasonCode = why;
    }

    @Override
    public boolean visibleTo(Actor actor) {
        return Roles.isOfficer(actor) || actor.has(Roles.BORDER_SYSTEM);
    }

    @Override
    public Optional<String> fileOf() {
        return Optional.empty();
    }

    public PublicationDraft draft() {
        return draft;
    }

    public PublicationState state() {
        return state;
    }

    public String proposedBy() {
        return proposedBy;
    }

    /** Null unless published. */
    public @Nullable Publication publication() {
        return publication;
    }

    /** Empty unless withdrawn. */
    public String reasonCode() {
        return reasonCode;
    }
}
