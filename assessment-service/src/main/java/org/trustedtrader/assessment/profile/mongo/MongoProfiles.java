package org.trustedtrader.assessment.profile.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.trustedtrader.assessment.criteria.Scope;
import org.trustedtrader.assessment.profile.Answer;
import org.trustedtrader.assessment.profile.ProfileAnswers;
import org.trustedtrader.assessment.profile.ProfileAnswers.Cause;
import org.trustedtrader.assessment.profile.ProfileAnswers.Owner;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.mongo.AggregateStore;
import org.trustedtrader.platform.mongo.AggregateStoreFactory;
import org.trustedtrader.platform.mongo.AggregateType;
import org.trustedtrader.platform.mongo.codec.RecordCodec;
import org.trustedtrader.platform.refusal.Refusal;

/**
 * The answers, one document per scope. The assessment commits a change of the answers together with its own version; this
 * record follows. What a crash kept from being written here is written by the next reader.
 */
@Component
public class MongoProfiles extends AggregateStore<ProfileAnswers> implements StoredProfiles {

    private static final RecordCodec<ProfileAnswers.Snapshot> CODEC = RecordCodec.builder(ProfileAnswers.Snapshot.class)
            .absent(Answer.class, "carriedOver", false)
            .build();

    static final AggregateType<ProfileAnswers, ProfileAnswers.Snapshot> TYPE = AggregateType.named(
                    "profile", "profiles")
            .stored(CODEC, ProfileAnswers::snapshot, ProfileAnswers::restore)
            .unpublished();

    private static final Logger LOG = LoggerFactory.getLogger(MongoProfiles.class);
    private static final Actor SELF = Actor.service("assessment");

    private final Clock clock;
    private final MongoCollection<Document> assessments;

    MongoProfiles(AggregateStoreFactory shared, Clock clock) {
        super(TYPE, shared);
        this.clock = clock;
        this.assessments = shared.database().getCollection("assessments");
    }

    /**
     * A committed change of the answers.
     *
     * @param version of the profile after the change; for version 1 the answers are all there are
     */
    public record Revision(long version, List<Answer> answers) {}

    @Override
    public long storedVersion(Owner owner) {
        return find(owner.profileId()).map(ProfileAnswers::version).orElse(0L);
    }

    @Override
    public List<Answer> answers(Owner owner, Revision latest) {
        var stored = find(owner.profileId());
        if (stored.isPresent() && stored.get().version() >= latest.version()) {
            checkCommitted(owner, stored.get(), latest);
            return stored.get().answers();
        }
        store(owner, latest, new Cause("carried-over", SELF, clock.instant()));
        return find(owner.profileId()).orElseThrow().answers();
    }

    /**
     * A profile may be newer than the assessment that was read a moment ago, but never newer than the one that is stored: it
     * is then of another backup, and the next change would be taken for one that it has already.
     */
    private void checkCommitted(Owner owner, ProfileAnswers stored, Revision latest) {
        if (stored.version() == latest.version()) {
            return;
        }
        var committed = committedVersion(owner);
        if (committed < stored.version()) {
            LOG.error(
                    "problem=profile-newer-than-assessment profile={} version={} committed={}",
                    owner.profileId(),
                    stored.version(),
                    committed);
            throw new Refusal.Unavailable(Message.of("assessment.profile.newer"));
        }
    }

    private long committedVersion(Owner owner) {
        var assessment = assessments
                .find(Filters.eq("_id", owner.assessment()))
                .projection(Projections.include(
                        "state.profile.version", "state.scopes.scope", "state.scopes.profile.version"))
                .first();
        if (assessment == null) {
            return 0;
        }
        var state = assessment.get("state", Document.class);
        var of = owner.scope().equals(Scope.COMPANY) ? Optional.of(state) : scope(state, owner.scope());
        return of.map(found -> found.getEmbedded(List.of("profile", "version"), Number.class))
                .map(Number::longValue)
                .orElse(0L);
    }

    private static Optional<Document> scope(Document state, Scope scope) {
        return state.getList("scopes", Document.class, List.of()).stream()
                .filter(one -> scope.key().equals(one.getString("scope")))
                .findFirst();
    }

    /** Stores a revision that the assessment has just committed. If this fails, the next reader stores it. */
    public void follow(Owner owner, Revision committed, Cause cause) {
        try {
            store(owner, committed, cause);
        } catch (RuntimeException e) {
            LOG.warn("profile={} version={} waits for its next reader", owner.profileId(), committed.version(), e);
        }
    }

    private void store(Owner owner, Revision revision, Cause cause) {
        if (revision.version() == 1) {
            createIfAbsent(ProfileAnswers.first(owner, revision.answers(), cause));
        } else {
            react(owner.profileId(), profile -> profile.apply(revision.version(), revision.answers(), cause))
                    .orElseThrow(() -> new IllegalStateException("Profile " + owner.profileId() + " is gone"));
        }
    }
}
