package org.trustedtrader.enrolment.application.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trustedtrader.enrolment.EventSamples.assertSample;
import static org.trustedtrader.enrolment.application.Fixtures.aVariationIn;
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
import org.junit.jupiter.params.provider.ValueSource;
import org.trustedtrader.enrolment.application.ApplicationState;
import org.trustedtrader.enrolment.application.Considerations;
import org.trustedtrader.enrolment.application.Declarations;
import org.trustedtrader.enrolment.application.Denial;
import org.trustedtrader.enrolment.application.Denials;
import org.trustedtrader.enrolment.application.DisqualifyingFact;
import org.trustedtrader.enrolment.application.EarlierFile;
import org.trustedtrader.enrolment.application.Grounds;
import org.trustedtrader.enrolment.application.MembershipApplication;
import org.trustedtrader.enrolment.application.Pause;
import org.trustedtrader.enrolment.application.Proposals;
import org.trustedtrader.enrolment.application.Reapplication;
import org.trustedtrader.enrolment.application.Section;
import org.trustedtrader.enrolment.application.SpecialConsideration;
import org.trustedtrader.enrolment.application.Terms;
import org.trustedtrader.enrolment.application.Timeline;
import org.trustedtrader.enrolment.application.Turn;
import org.trustedtrader.enrolment.company.LineOfBusiness;
import org.trustedtrader.platform.access.SeparationOfDuties;
import org.trustedtrader.platform.aggregate.Aggregate;
import org.trustedtrader.platform.test.GoldenDocuments;

class MongoApplicationsTest {

    private static final Instant AT = Instant.parse("2026-11-23T12:00:00.123Z");
    private static final Pause.By BY = new Pause.By("user:olivia", Turn.PROGRAMME);
    private static final Grounds GROUNDS = new Grounds("A conviction.", "Customs Act, s. 11.1");

    @ParameterizedTest
    @EnumSource
    void givesBackWhatItStored(ApplicationState state) {
        var application = anApplicationIn(state);
        assertThat(stored(application)).isEqualTo(application.snapshot());
    }

    private static MembershipApplication.Snapshot full() {
        var s = anApplicationIn(ApplicationState.APPROVED).snapshot();
        return new MembershipApplication.Snapshot(
                s.company(),
                s.state(),
                s.declarations(),
                new Considerations(List.of(new SpecialConsideration(
                        Section.TRADE_HISTORY, "user:paul", "pilot", LocalDate.of(2027, 1, 1), "user:olivia"))),
                new Timeline(AT, AT, List.of(new Pause(Pause.Reason.INFORMATION_REQUESTED, AT, AT, BY, BY)), AT, AT),
                s.review(),
                new Terms("2026-1", "user:carla", AT),
                true,
                new Denials(List.of(new Denial(
                        GROUNDS,
                        DisqualifyingFact.CONVICTION,
                        Set.of(LineOfBusiness.RAIL_CARRIER),
                        "user:paula",
                        AT,
                        Denial.Outcome.SENT_BACK,
                        GROUNDS,
                        AT,
                        new Reapplication(Reapplication.Cause.DENIED, AT, LocalDate.of(2027, 11, 23))))),
                new Reapplication(Reapplication.Cause.CANCELLED, AT, LocalDate.of(2027, 11, 23)),
                List.of(new EarlierFile("a-0", EarlierFile.Outcome.LINES_DENIED, AT, GROUNDS)),
                "m-1",
                new Proposals(
                        new Proposals.Approval("user:paula", GROUNDS, AT),
                        List.of(new Proposals.Consideration(
                                Section.SOLVENCY, "user:olivia", "pilot", LocalDate.of(2027, 1, 1))),
                        Map.of(
                                Proposals.Matter.DECISION,
                                new SeparationOfDuties.NamedDecider("user:paul", "nobody is left", "user:morgan"))),
                Set.of(LineOfBusiness.COURIER));
    }

    private static MembershipApplication.Snapshot bare() {
        var s = anApplicationIn(ApplicationState.DRAFT).snapshot();
        return new MembershipApplication.Snapshot(
                s.company(),
                ApplicationState.DRAFT,
                Declarations.none(Set.of()),
                s.considerations(),
                new Timeline(null, null, List.of(), null, null),
                s.review(),
                new Terms(null, null, null),
                false,
                Denials.NONE,
                null,
                List.of(),
                null,
                Proposals.NONE,
                Set.of());
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
        var document = MongoApplications.TYPE.state(anApplicationIn(state));
        assertThat(document.containsKey("openFor")).isEqualTo(!state.endedWithoutMembership());
        var variation = MongoApplications.TYPE.state(aVariationIn(state)).getString("openFor");
        var open = !state.endedWithoutMembership() && state != ApplicationState.APPROVED;
        assertThat(variation).isEqualTo(open ? document.getString("openFor") + "/variation" : null);
    }

    @ParameterizedTest
    @CsvSource({"SUBMITTED, submitted", "ACCEPTED, accepted", "APPROVED, terms-signed", "WITHDRAWN, withdrawn"})
    void announcesWhatTheSampleSays(ApplicationState state, String change) {
        assertSample("enrolment.application." + change + ".v1", MongoApplications.TYPE.payload(anApplicationIn(state)));
    }

    private MembershipApplication.Snapshot stored(MembershipApplication application) {
        return MongoApplications.TYPE
                .restore(new Aggregate.Stored(application.id(), 7, Map.of()), MongoApplications.TYPE.state(application))
                .snapshot();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bare", "denied", "draft", "full", "intent_to_deny", "returned_incomplete"})
    void readsWhatTheVersionBeforeStored(String document) {
        var stored = new Aggregate.Stored("a-1", 3, Map.of());
        var file = GoldenDocuments.isRead(
                MongoApplications.TYPE, stored, "golden/before/application-" + document + ".json");
        assertThat(file.snapshot().denials()).isEqualTo(Denials.NONE);
        assertThat(file.snapshot().reapplication()).isNull();
        assertThat(file.snapshot().kind()).isEqualTo(MembershipApplication.Kind.MEMBERSHIP);
    }

    @Test
    void isStoredAsInGit() {
        for (var state : List.of(
                ApplicationState.DRAFT,
                ApplicationState.INTENT_TO_DENY,
                ApplicationState.RETURNED_INCOMPLETE,
                ApplicationState.DENIED)) {
            GoldenDocuments.matches(
                    MongoApplications.TYPE,
                    anApplicationIn(state),
                    "golden/application-" + state.name().toLowerCase(Locale.ROOT) + ".json");
        }
        GoldenDocuments.matches(
                MongoApplications.TYPE,
                MembershipApplication.restore(new Aggregate.Stored("a-1", 3, Map.of()), full()),
                "golden/application-full.json");
        GoldenDocuments.matches(
                MongoApplications.TYPE,
                MembershipApplication.restore(new Aggregate.Stored("a-1", 3, Map.of()), bare()),
                "golden/application-bare.json");
    }
}
