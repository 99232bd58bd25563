package org.trustedtrader.enrolment.membership.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trustedtrader.enrolment.EventSamples.assertSample;
import static org.trustedtrader.enrolment.membership.Fixtures.aMembershipIn;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.trustedtrader.enrolment.membership.Membership;
import org.trustedtrader.enrolment.membership.MembershipRules;
import org.trustedtrader.enrolment.membership.MembershipState;
import org.trustedtrader.platform.aggregate.Actor;
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
    void announcesTheOpeningOfARevalidationAsTheSampleSays() {
        var membership = aMembershipIn(MembershipState.ACTIVE);
        membership.openRevalidationWhenDue(
                new MembershipRules(4, 3, 12, 30, 5, 30, 10, 90),
                Actor.service("enrolment"),
                Instant.parse("2029-11-23T05:00:00Z"));
        assertSample("enrolment.membership.revalidation-opened.v1", MongoMemberships.TYPE.payload(membership));
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

    @ParameterizedTest
    @CsvSource({
        "ACTIVE_WITH_ACTION_PLAN, true, false",
        "REVALIDATION_DUE, false, false",
        "REVALIDATION_IN_PROGRESS, false, true"
    })
    void readsTheStatesOfTheVersionBefore(String before, boolean plan, boolean revalidation) {
        var active = asBefore(before);
        assertThat(active.state()).isEqualTo(MembershipState.ACTIVE);
        assertThat(active.snapshot().actionPlanAgreedOn() != null).isEqualTo(plan);
        assertThat(active.snapshot().revalidation() != null).isEqualTo(revalidation);
    }

    @Test
    void readsASuspensionOfTheVersionBefore() {
        var document = before("SUSPENDED").append("resumeTo", "REVALIDATION_IN_PROGRESS");
        var suspended = restored(document);
        assertThat(suspended.state()).isEqualTo(MembershipState.SUSPENDED);
        assertThat(suspended.snapshot().revalidation()).isNotNull();
        var suspension = suspended.snapshot().suspension();
        assertThat(suspension).isNotNull();
        assertThat(suspension.awaitsConfirmation()).isFalse();
        assertThat(document).as("the stored document stays as it is").containsKey("resumeTo");
    }

    private static Membership asBefore(String state) {
        return restored(before(state));
    }

    private static Membership restored(Document document) {
        return MongoMemberships.TYPE.restore(new Aggregate.Stored("m", 3, Map.of()), document, field -> {
            throw new AssertionError("not read: " + field);
        });
    }

    private static Document before(String state) {
        var document = MongoMemberships.TYPE.state(aMembershipIn(MembershipState.ACTIVE));
        return document.append("state", state);
    }
}
