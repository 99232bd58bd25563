package org.trustedtrader.benefits.policy;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.border.policy.json.UnsupportedPolicyException;
import org.trustedtrader.platform.access.Roles;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Aggregate;
import org.trustedtrader.platform.aggregate.Change;
import org.trustedtrader.platform.aggregate.StateGuard;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/** One version of the rules. Its file never changes; somebody else than the one who proposed it publishes it. */
public final class PolicyVersion extends Aggregate {

    private final PolicyDraft draft;
    private final String proposedBy;
    private PolicyState state;
    private @Nullable Publication publication;
    private String reasonCode;

    /** Who made it count, and when, programme time. */
    public record Publication(String by, Instant at) {}

    /** The whole version, as it is stored. @param file as text: its field names are its own affair */
    public record Snapshot(
            String file,
            Instant effectiveFrom,
            PolicyState state,
            String proposedBy,
            String reasonCode,
            @Nullable String publishedBy,
            @Nullable Instant publishedAt) {

        private @Nullable Publication publication() {
            return publishedBy == null || publishedAt == null ? null : new Publication(publishedBy, publishedAt);
        }
    }

    private PolicyVersion(PolicyDraft draft, String proposedBy) {
        super(draft.version());
        this.draft = draft;
        this.proposedBy = proposedBy;
        this.state = PolicyState.PROPOSED;
        this.reasonCode = "";
    }

    private PolicyVersion(Stored stored, Snapshot snapshot) {
        super(stored);
        this.draft = new PolicyDraft(stored.id(), snapshot.effectiveFrom(), snapshot.file());
        this.proposedBy = snapshot.proposedBy();
        this.state = snapshot.state();
        this.publication = snapshot.publication();
        this.reasonCode = snapshot.reasonCode();
    }

    public static PolicyVersion restore(Stored stored, Snapshot snapshot) {
        return new PolicyVersion(stored, snapshot);
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

    public static PolicyVersion propose(PolicyDraft draft, Actor actor, Instant at) {
        var version = new PolicyVersion(draft, actor.id());
        version.record(Change.birth(PolicyState.PROPOSED.name(), "proposed", actor, at));
        return version;
    }

    /** @param lead how long before it is in force a version must be published at the latest */
    public void publish(Duration lead, Actor actor, Instant at) {
        StateGuard.require("publish the policy", state, PolicyState.PROPOSED);
        if (actor.id().equals(proposedBy)) {
            throw new Refusal.NotAllowed(Message.of("benefits.policy.proposer"));
        }
        if (draft.effectiveFrom().isBefore(at.plus(lead))) {
            throw new Refusal.RuleBroken(
                    "policy-too-late", Message.of("benefits.policy.too-late", draft.effectiveFrom(), lead));
        }
        record(Change.between(state, PolicyState.PUBLISHED, "published", actor, at));
        state = PolicyState.PUBLISHED;
        publication = new Publication(actor.id(), at.truncatedTo(ChronoUnit.MILLIS));
    }

    /** @param why a reason code, such as {@code SUPERSEDED} */
    public void withdraw(String why, Actor actor, Instant at) {
        StateGuard.require("withdraw the policy", state, PolicyState.PROPOSED);
        record(Change.between(state, PolicyState.WITHDRAWN, "withdrawn", actor, at)
                .because(why));
        state = PolicyState.WITHDRAWN;
        reasonCode = why;
    }

    @Override
    public boolean visibleTo(Actor actor) {
        return Roles.OFFICERS.stream().anyMatch(actor::has) || actor.has(Roles.BORDER_SYSTEM);
    }

    @Override
    public Optional<String> fileOf() {
        return Optional.empty();
    }

    public PolicyDraft draft() {
        return draft;
    }

    public PolicyState state() {
        return state;
    }

    public String proposedBy() {
        return proposedBy;
    }

    /** Null unless published. */
    public @Nullable Publication publication() {
        return publication;
    }

    /** What counts of this from its date on, understood here or not; empty unless it was published. */
    public Optional<PublishedPolicy> published() {
        return Optional.ofNullable(publication).map(p -> {
            if (state != PolicyState.PUBLISHED) {
                return PublishedPolicy.notUnderstood(id(), draft.effectiveFrom(), p.at());
            }
            try {
                return PublishedPolicy.read(draft, p.at());
            } catch (UnsupportedPolicyException e) {
                return PublishedPolicy.notUnderstood(id(), draft.effectiveFrom(), p.at());
            }
        });
    }

    /** Whether this program can tell what has become of it and, if it was published, apply it. */
    public boolean isUnderstood() {
        return state != PolicyState.NOT_UNDERSTOOD
                && (publication == null
                        || published().map(PublishedPolicy::policy).isPresent());
    }

    /** Empty unless withdrawn. */
    public String reasonCode() {
        return reasonCode;
    }
}
