package org.trustedtrader.assessment.review.mongo;

import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.trustedtrader.assessment.review.MembershipSnapshots;
import org.trustedtrader.assessment.review.MembershipSnapshots.MembershipSnapshot;
import org.trustedtrader.platform.mongo.MongoProjection;

@Component
final class MongoMembershipSnapshots implements MembershipSnapshots {

    private final MongoProjection<View> projection;

    MongoMembershipSnapshots(MongoDatabase database) {
        projection = new MongoProjection<>(database, "membershipSnapshots", View.class);
    }

    record View(long version, Optional<Instant> revalidationOpenedAt, Optional<String> state) {

        static View of(MembershipSnapshot membership) {
            return new View(membership.version(), membership.revalidationOpenedAt(), membership.state());
        }
    }

    @Override
    public boolean keepNewest(MembershipSnapshot membership) {
        return projection.keepNewest(membership.id(), membership.version(), View.of(membership));
    }

    @Override
    public Optional<MembershipSnapshot> find(String id) {
        return projection
                .find(id)
                .map(view -> new MembershipSnapshot(id, view.version(), view.revalidationOpenedAt(), view.state()));
    }
}
