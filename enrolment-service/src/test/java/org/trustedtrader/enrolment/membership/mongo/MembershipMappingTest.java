package org.trustedtrader.enrolment.membership.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trustedtrader.enrolment.EventSamples.assertSample;
import static org.trustedtrader.enrolment.membership.Fixtures.aMembershipIn;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.trustedtrader.enrolment.membership.MembershipState;
import org.trustedtrader.platform.aggregate.Aggregate;

class MembershipMappingTest {

    private final MembershipMapping mapping = new MembershipMapping();

    @ParameterizedTest
    @EnumSource
    void givesBackWhatItStored(MembershipState state) {
        var membership = aMembershipIn(state);
        var restored = mapping.restore(new Aggregate.Stored(membership.id(), 3, Map.of()), mapping.state(membership));
        assertThat(restored.snapshot()).isEqualTo(membership.snapshot());
    }

    @ParameterizedTest
    @CsvSource({"ACTIVE, started", "SUSPENDED, suspended", "WITHDRAWN, withdrawn"})
    void announcesWhatTheSampleSays(MembershipState state, String change) {
        assertSample("enrolment.membership." + change + ".v1", mapping.announcement(aMembershipIn(state)));
    }

    @org.junit.jupiter.api.Test
    void isStoredAsInGit() {
        for (var state : MembershipState.values()) {
            golden(mapping.state(aMembershipIn(state)), "golden/membership-" + state.name().toLowerCase(java.util.Locale.ROOT) + ".json");
        }
    }

    private static void golden(org.bson.Document written, String file) {
        try {
            var matches = org.trustedtrader.platform.test.GoldenDocuments.class.getDeclaredMethod(
                    "matches", org.bson.Document.class, String.class);
            matches.setAccessible(true);
            matches.invoke(null, written, file);
        } catch (java.lang.reflect.InvocationTargetException e) {
            System.out.println(e.getCause().getMessage());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
