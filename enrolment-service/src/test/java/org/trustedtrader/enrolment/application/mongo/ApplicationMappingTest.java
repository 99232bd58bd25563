package org.trustedtrader.enrolment.application.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trustedtrader.enrolment.EventSamples.assertSample;
import static org.trustedtrader.enrolment.application.Fixtures.anApplicationIn;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.trustedtrader.enrolment.application.ApplicationSnapshot;
import org.trustedtrader.enrolment.application.ApplicationState;
import org.trustedtrader.enrolment.application.Considerations;
import org.trustedtrader.enrolment.application.Declarations;
import org.trustedtrader.enrolment.application.MembershipApplication;
import org.trustedtrader.enrolment.application.Pause;
import org.trustedtrader.enrolment.application.Section;
import org.trustedtrader.enrolment.application.SpecialConsideration;
import org.trustedtrader.enrolment.application.Terms;
import org.trustedtrader.enrolment.application.Timeline;
import org.trustedtrader.platform.aggregate.Aggregate;

class ApplicationMappingTest {

    private static final Instant AT = Instant.parse("2026-11-23T12:00:00.123Z");

    private final ApplicationMapping mapping = new ApplicationMapping();

    @ParameterizedTest
    @EnumSource
    void givesBackWhatItStored(ApplicationState state) {
        var application = anApplicationIn(state);
        assertThat(stored(application)).isEqualTo(application.snapshot());
    }

    private static ApplicationSnapshot full() {
        var s = anApplicationIn(ApplicationState.APPROVED).snapshot();
        return new ApplicationSnapshot(
                s.company(),
                s.state(),
                s.declarations(),
                new Considerations(List.of(new SpecialConsideration(
                        Section.TRADE_HISTORY, "user:paul", "pilot", LocalDate.of(2027, 1, 1)))),
                new Timeline(AT, AT, List.of(new Pause(Pause.Reason.INFORMATION_REQUESTED, AT, AT)), AT, AT),
                s.review(),
                new Terms("2026-1", "user:carla", AT),
                true);
    }

    private static ApplicationSnapshot bare() {
        var s = anApplicationIn(ApplicationState.DRAFT).snapshot();
        return new ApplicationSnapshot(
                s.company(),
                ApplicationState.DRAFT,
                Declarations.none(Set.of()),
                s.considerations(),
                new Timeline(null, null, List.of(), null, null),
                s.review(),
                new Terms(null, null, null),
                false);
    }

    @Test
    void givesBackEveryFieldAndEveryAbsence() {
        for (var snapshot : List.of(full(), bare())) {
            var application = MembershipApplication.restore(new Aggregate.Stored("a-1", 3, Map.of()), snapshot);
            assertThat(stored(application)).isEqualTo(snapshot);
        }
    }

    @ParameterizedTest
    @EnumSource
    void holdsTheCompanysPlaceWhileItIsOpen(ApplicationState state) {
        var document = mapping.state(anApplicationIn(state));
        assertThat(document.containsKey("openFor")).isEqualTo(!state.endedWithoutMembership());
    }

    @ParameterizedTest
    @CsvSource({"SUBMITTED, submitted", "ACCEPTED, accepted", "APPROVED, terms-signed", "WITHDRAWN, withdrawn"})
    void announcesWhatTheSampleSays(ApplicationState state, String change) {
        assertSample("enrolment.application." + change + ".v1", mapping.announcement(anApplicationIn(state)));
    }

    private ApplicationSnapshot stored(MembershipApplication application) {
        return mapping.restore(new Aggregate.Stored(application.id(), 7, Map.of()), mapping.state(application))
                .snapshot();
    }

    @Test
    void isStoredAsInGit() {
        for (var state : List.of(ApplicationState.DRAFT, ApplicationState.INTENT_TO_DENY, ApplicationState.RETURNED_INCOMPLETE, ApplicationState.DENIED)) {
            golden(mapping.state(anApplicationIn(state)), "golden/application-" + state.name().toLowerCase(Locale.ROOT) + ".json");
        }
        golden(mapping.state(MembershipApplication.restore(new Aggregate.Stored("a-1", 3, Map.of()), full())), "golden/application-full.json");
        golden(mapping.state(MembershipApplication.restore(new Aggregate.Stored("a-1", 3, Map.of()), bare())), "golden/application-bare.json");
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
