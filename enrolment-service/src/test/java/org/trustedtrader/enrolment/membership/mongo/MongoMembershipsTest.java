package org.trustedtrader.enrolment.membership.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trustedtrader.enrolment.EventSamples.assertSample;
import static org.trustedtrader.enrolment.membership.Fixtures.aMembershipIn;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.trustedtrader.enrolment.membership.MembershipState;
import org.trustedtrader.platform.aggregate.Aggregate;
import org.trustedtrader.platform.test.GoldenDocuments;

class MongoMembershipsTest {

    @ParameterizedTest
    @EnumSource
    void givesBackWhatItStored(MembershipState state) {
        var membership = aMembershipIn(state);
        var restored = MongoMemberships.TYPE.restore(
                new Aggregate.Stored(membership.id(), 3, Map.of()), MongoMemberships.TYPE.state(membership));
        assertThat(restored.snapshot()).isEqualTo(membership.snapshot());
    }

    @ParameterizedTest
    @CsvSource({"ACTIVE, started", "SUSPENDED, suspended", "WITHDRAWN, withdrawn"})
    void announcesWhatTheSampleSays(MembershipState state, String change) {
        assertSample("enrolment.membership." + change + ".v1", MongoMemberships.TYPE.payload(aMembershipIn(state)));
    }

    @Test
    void isStoredAsInGit() {
        for (var state : List.of(MembershipState.ACTIVE, MembershipState.SUSPENDED, MembershipState.CANCELLED)) {
            GoldenDocuments.matches(
                    MongoMemberships.TYPE,
                    aMembershipIn(state),
                    "golden/membership-" + state.name().toLowerCase(Locale.ROOT) + ".json");
        }
    }
}
