package org.trustedtrader.assessment.profile.mongo;

import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.trustedtrader.assessment.profile.Answer;
import org.trustedtrader.assessment.profile.ProfileAnswers;
import org.trustedtrader.assessment.profile.ProfileAnswers.Cause;
import org.trustedtrader.assessment.profile.ProfileAnswers.Owner;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.mongo.AggregateStore;
import org.trustedtrader.platform.mongo.AggregateStoreFactory;
import org.trustedtrader.platform.mongo.AggregateType;

/**
 * The answers, one document per scope. The assessment commits a change of the answers together with its own version; this
 * record follows. What a crash kept from being written here is written by whoever reads it next.
 */
@Component
public class MongoProfiles extends AggregateStore<ProfileAnswers> {

    static final AggregateType<ProfileAnswers, ProfileAnswers.Snapshot> TYPE = AggregateType.named(
                    "profile", "profiles")
            .stored(ProfileAnswers.Snapshot.class, ProfileAnswers::snapshot, ProfileAnswers::restore)
            .unpublished();

    private static final Logger LOG = LoggerFactory.getLogger(MongoProfiles.class);
    private static final Actor SELF = Actor.service("assessment");

    private final Clock clock;

    MongoProfiles(AggregateStoreFactory shared, Clock clock) {
        super(TYPE, shared);
        this.clock = clock;
    }

    /**
     * A committed change of the answers.
     *
     * @param version of the profile after the change; for version 1 the answers are all there are
     */
    public record Revision(long version, List<Answer> answers) {}

    /** The answers of the latest committed revision, which is stored first if it is not there yet. */
    public List<Answer> answers(Owner owner, Revision latest) {
        var stored = find(owner.profileId());
        if (stored.isPresent() && stored.get().version() >= latest.version()) {
            return stored.get().answers();
        }
        store(owner, latest, new Cause("carried-over", SELF, clock.instant()));
        return find(owner.profileId()).orElseThrow().answers();
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
