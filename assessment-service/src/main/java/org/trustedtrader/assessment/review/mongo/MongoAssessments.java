package org.trustedtrader.assessment.review.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.trustedtrader.assessment.action.CorrectiveAction;
import org.trustedtrader.assessment.criteria.Scope;
import org.trustedtrader.assessment.profile.Answer;
import org.trustedtrader.assessment.profile.EvidenceFile;
import org.trustedtrader.assessment.profile.ProfileAnswers.Cause;
import org.trustedtrader.assessment.profile.mongo.MongoProfiles;
import org.trustedtrader.assessment.profile.mongo.MongoProfiles.Revision;
import org.trustedtrader.assessment.profile.mongo.StoredProfiles;
import org.trustedtrader.assessment.review.Assessment;
import org.trustedtrader.assessment.review.Assessments;
import org.trustedtrader.assessment.review.ExemptionProposal;
import org.trustedtrader.assessment.risk.Failure;
import org.trustedtrader.assessment.risk.RiskAssessment;
import org.trustedtrader.assessment.risk.RiskInputs.LegInput;
import org.trustedtrader.assessment.risk.RiskRating;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Aggregate;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.mongo.AggregateStore;
import org.trustedtrader.platform.mongo.AggregateStoreFactory;
import org.trustedtrader.platform.mongo.AggregateType;
import org.trustedtrader.platform.mongo.codec.RecordCodec;

/**
 * Assessments without their answers, which lie in {@link MongoProfiles}. A change of the answers is committed here, with
 * the answers that it sets; the profile's own document takes them over at once, or when it is next read.
 */
@Component
class MongoAssessments extends AggregateStore<Assessment> implements Assessments {

    private static final RecordCodec<Assessment.Snapshot> CODEC = RecordCodec.builder(Assessment.Snapshot.class)
            .renamed(Assessment.Snapshot.class, "supplyChain", "legs")
            .inlined(RiskAssessment.class, "inputs")
            .inlined(RiskAssessment.class, "outcome")
            .renamed(LegInput.class, "from", "fromThreat")
            .renamed(LegInput.class, "to", "toThreat")
            .renamed(RiskRating.class, "legs", "legRatings")
            .absent(Answer.class, "carriedOver", false)
            .absent(EvidenceFile.class, "scope", Scope.COMPANY)
            .absent(CorrectiveAction.class, "scope", Scope.COMPANY)
            .absent(CorrectiveAction.class, "asked", true)
            .absent(ExemptionProposal.class, "scope", Scope.COMPANY)
            .absent(Failure.class, "scope", Scope.COMPANY)
            .build();

    private final MongoProfiles profiles;

    MongoAssessments(AggregateStoreFactory shared, MongoProfiles profiles) {
        super(type(profiles), shared);
        this.profiles = profiles;
    }

    static AggregateType<Assessment, Assessment.Snapshot> type(StoredProfiles profiles) {
        return AggregateType.named("assessment", "assessments")
                .stored(CODEC, Assessment::snapshot, (stored, snapshot) -> restore(stored, snapshot, profiles))
                .published(AssessmentPayload::of)
                .indexed(
                        new IndexModel(Indexes.ascending("state.company", "_id")),
                        new IndexModel(Indexes.ascending("state.state", "_id")),
                        new IndexModel(Indexes.ascending("state.evidence.content")));
    }

    private static Assessment restore(Aggregate.Stored stored, Assessment.Snapshot snapshot, StoredProfiles profiles) {
        if (snapshot.profile().isEmpty()) {
            var owner = Assessment.profileOwner(stored.id(), Scope.COMPANY, snapshot.company());
            return Assessment.restoreWithAnswers(stored, snapshot, profiles.storedVersion(owner) + 1);
        }
        return Assessment.restore(
                stored,
                snapshot,
                scope -> profiles.answers(
                        Assessment.profileOwner(stored.id(), scope, snapshot.company()), latest(snapshot, scope)));
    }

    /** What the assessment has committed of that scope. */
    private static Revision latest(Assessment.Snapshot snapshot, Scope scope) {
        if (scope.equals(Scope.COMPANY)) {
            return new Revision(snapshot.profile().orElseThrow().version(), snapshot.answers());
        }
        return snapshot.scopes().stream()
                .filter(one -> one.scope().equals(scope))
                .map(one -> new Revision(one.profile().version(), one.answers()))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public Assessment change(String id, Command command, Consumer<Assessment> verb) {
        var answered = new AtomicReference<@Nullable Cause>();
        Assessment stored = super.change(id, command, verb.andThen(changed -> answered.set(causeOf(changed))));
        follow(stored, answered.get());
        return stored;
    }

    @Override
    public Optional<Assessment> react(String id, Consumer<Assessment> verb) {
        var answered = new AtomicReference<@Nullable Cause>();
        Optional<Assessment> stored = super.react(id, verb.andThen(changed -> answered.set(causeOf(changed))));
        stored.ifPresent(assessment -> follow(assessment, answered.get()));
        return stored;
    }

    @Override
    public boolean createIfAbsent(Assessment fresh) {
        Cause opened = causeOf(fresh);
        boolean created = super.createIfAbsent(fresh);
        if (created) {
            follow(fresh, opened);
        }
        return created;
    }

    /** A company's people are shown their own company's, whatever they ask for. */
    @Override
    public List<Assessment> list(
            Actor actor,
            Optional<Assessment.State> state,
            Optional<String> company,
            Optional<String> after,
            int limit) {
        List<Bson> filters = new ArrayList<>();
        actor.company().ifPresent(own -> filters.add(Filters.eq("state.company", own)));
        company.ifPresent(asked -> filters.add(Filters.eq("state.company", asked)));
        state.ifPresent(asked -> filters.add(Filters.eq("state.state", asked.name())));
        Bson filter = filters.isEmpty() ? Filters.empty() : Filters.and(filters);
        return query(filter, after.orElse(null), limit).stream()
                .filter(assessment -> assessment.visibleTo(actor))
                .toList();
    }

    /** Why the answers change; null if they do not. */
    private static @Nullable Cause causeOf(Assessment changed) {
        return changed.profiles().changed().isEmpty()
                ? null
                : changed.change()
                        .map(change -> new Cause(change.name(), change.actor(), change.effectiveAt()))
                        .orElse(null);
    }

    /** Writes what the stored assessment says of its profiles, and not what the verb said: its attempt may have lost. */
    private void follow(Assessment stored, @Nullable Cause cause) {
        if (cause == null) {
            return;
        }
        Assessment.Snapshot snapshot = stored.snapshot();
        for (Scope scope : stored.profiles().changed()) {
            profiles.follow(
                    Assessment.profileOwner(stored.id(), scope, snapshot.company()), latest(snapshot, scope), cause);
        }
    }
}
