package org.trustedtrader.validation.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.trustedtrader.validation.visit.VisitFixtures.COMPANY;
import static org.trustedtrader.validation.visit.VisitFixtures.NOW;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Aggregate;
import org.trustedtrader.platform.event.Event;
import org.trustedtrader.platform.inbox.UnprocessableEventException;
import org.trustedtrader.validation.visit.ApplicationProjection;
import org.trustedtrader.validation.visit.Deviations;
import org.trustedtrader.validation.visit.EndVisits;
import org.trustedtrader.validation.visit.FollowSites;
import org.trustedtrader.validation.visit.InMemoryDuties;
import org.trustedtrader.validation.visit.InMemoryVisits;
import org.trustedtrader.validation.visit.MakeInitialVisitDue;
import org.trustedtrader.validation.visit.MakeRevalidationVisitsDue;
import org.trustedtrader.validation.visit.MembershipProjection;
import org.trustedtrader.validation.visit.OrderVisit;
import org.trustedtrader.validation.visit.RequiredSitePolicy;
import org.trustedtrader.validation.visit.RequiredSites;
import org.trustedtrader.validation.visit.Requirement;
import org.trustedtrader.validation.visit.RiskLevel;
import org.trustedtrader.validation.visit.Site;
import org.trustedtrader.validation.visit.SiteProjection;
import org.trustedtrader.validation.visit.Visit;
import org.trustedtrader.validation.visit.VisitFixtures;
import org.trustedtrader.validation.visit.VisitOrigin;
import org.trustedtrader.validation.visit.VisitState;
import tools.jackson.databind.json.JsonMapper;

/** Whatever the order, and however often each event arrives, the end is the same. */
class EventsTest {

    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final String ID = "0b7c6f1e-5f0a-4b7e-9a55-6a1f8a3f9d10";
    private static final Event SUBMITTED = assessment(5, "SUBMITTED", "null");
    private static final Event COMPLETED = assessment(9, "COMPLETED", "\"MEDIUM\"");
    private static final Event COMPLETED_AGAIN = assessment(14, "COMPLETED", "\"HIGH\"");
    private static final Event IN_REVIEW = application(6, "IN_REVIEW");
    private static final Event WITHDRAWN = application(8, "WITHDRAWN");

    private final InMemoryVisits visits = new InMemoryVisits();
    private final Map<String, MembershipProjection.Member> memberships = new HashMap<>();

    static Stream<List<Event>> reviewsInAnyOrder() {
        return permutations(List.of(SUBMITTED, COMPLETED, COMPLETED_AGAIN, IN_REVIEW, COMPLETED));
    }

    static Stream<List<Event>> withdrawalsInAnyOrder() {
        return permutations(List.of(COMPLETED, COMPLETED_AGAIN, IN_REVIEW, WITHDRAWN, WITHDRAWN));
    }

    @ParameterizedTest
    @MethodSource("reviewsInAnyOrder")
    void aCompletedAssessmentMakesOneVisitDueWithItsNewestRating(List<Event> events) {
        consume(events);
        var visit = visits.find("initial-" + ID).orElseThrow();
        assertThat(visit.state()).isEqualTo(VisitState.DUE);
        assertThat(visit.snapshot().risk()).isEqualTo(RiskLevel.HIGH);
        assertThat(visit.snapshot().origin().company()).isEqualTo(COMPANY);
        assertThat(visit.version()).isLessThanOrEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("withdrawalsInAnyOrder")
    void noVisitRemainsOnceTheApplicationHasEnded(List<Event> events) {
        consume(events);
        assertThat(visits.find("initial-" + ID).map(Visit::state)).isNotEqualTo(Optional.of(VisitState.DUE));
        assertThat(visits.find("initial-" + ID).map(Visit::state).filter(s -> s != VisitState.CANCELLED))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"WITHDRAWN", "DENIED", "LAPSED"})
    void theEndOfAnApplicationCancelsItsVisit(String state) {
        consume(List.of(COMPLETED, application(20, state)));
        assertThat(visits.find("initial-" + ID).orElseThrow().state()).isEqualTo(VisitState.CANCELLED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"APPROVED", "VALIDATED", "A_STATE_OF_THE_FUTURE"})
    void otherStatesOfAnApplicationLeaveItsVisitAlone(String state) {
        consume(List.of(COMPLETED, application(20, state)));
        assertThat(visits.find("initial-" + ID).orElseThrow().state()).isEqualTo(VisitState.DUE);
    }

    @Test
    void keepsWhoseApplicationItIs() {
        enrolment()
                .application(event(
                        "enrolment/application",
                        6,
                        "{\"applicationId\":\"%s\",\"company\":\"%s\",\"state\":\"IN_REVIEW\"}"
                                .formatted(ID, COMPANY)));
        assertThat(files.companyOf(ID)).contains(COMPANY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "{}",
                "{\"state\":\"COMPLETED\"}",
                "{\"state\":\"COMPLETED\",\"applicationId\":\"a\",\"company\":\"c\",\"riskRating\":null}",
                "{\"state\":\"COMPLETED\",\"applicationId\":\"a\",\"company\":\"c\",\"riskRating\":\"PURPLE\"}",
                "{\"state\":\"COMPLETED\",\"applicationId\":\"a\",\"riskRating\":\"LOW\"}"
            })
    void whatCanNeverBeReadIsParked(String data) {
        assertThatThrownBy(() -> assessments().assessment(event("assessment/assessment", 1, data)))
                .isInstanceOf(UnprocessableEventException.class);
    }

    @Test
    void aCompanyThatCouldNotBeRatedRanksAboveAHighRisk() {
        assessments()
                .assessment(event(
                        "assessment/assessment",
                        9,
                        "{\"applicationId\":\"%s\",\"company\":\"%s\",\"state\":\"COMPLETED\",\"riskRating\":\"UNRATED\"}"
                                .formatted(ID, COMPANY)));
        assertThat(visits.find("initial-" + ID).orElseThrow().snapshot().risk())
                .isEqualTo(RiskLevel.UNRATED)
                .isGreaterThan(RiskLevel.HIGH);
    }

    @Test
    void membershipsAreKeptWithTheirRevalidation() {
        memberships()
                .membership(event(
                        "enrolment/membership",
                        3,
                        "{\"state\":\"ACTIVE\",\"tier\":\"II\",\"revalidationDueOn\":\"2031-01-05\"}"));
        assertThat(memberships)
                .containsExactly(
                        Map.entry(ID, new MembershipProjection.Member(null, "ACTIVE", LocalDate.of(2031, 1, 5), null)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"WITHDRAWN", "CANCELLED_FINAL"})
    void theEndOfAMembershipCancelsTheVisitsOfItsFileAndThoseOfNone(String state) {
        var later = "6d1f1d8e-77aa-4c1d-9c39-0a4f0a5f7b21";
        visits.keep(ordered("of-member", null, ID));
        visits.keep(ordered("of-application", ID, null));
        visits.keep(ordered("of-none", null, null));
        visits.keep(ordered("of-later", later, null));
        memberships().membership(membership(3, "SUSPENDED"));
        assertThat(visits.openOf(COMPANY)).hasSize(4);
        memberships().membership(membership(4, state));
        assertThat(visits.openOf(COMPANY)).extracting(Visit::id).containsExactly("of-later");
    }

    @Test
    void anExtensionMovesTheLastDayForTheVisitsWhateverComesFirst() {
        var opened = event("enrolment/membership", 3, """
                {"company":"%s","state":"ACTIVE","revalidationDueOn":"2031-01-05","revalidationOpenedAt":"2030-01-05T05:00:00Z"}
                """.formatted(COMPANY));
        memberships().obligation(obligation("REVALIDATION", "OPEN", "2031-01-05"));
        memberships().membership(opened);
        assertThat(visits.openOf(COMPANY))
                .extracting(visit -> visit.snapshot().dueOn())
                .containsExactly(LocalDate.of(2030, 9, 7));
        memberships().obligation(obligation("REVALIDATION", "EXTENDED", "2031-06-05"));
        memberships().obligation(obligation("MUST_ACTION", "OPEN", "2030-02-01"));
        memberships().membership(opened);
        assertThat(visits.openOf(COMPANY))
                .extracting(visit -> visit.snapshot().dueOn())
                .containsExactly(LocalDate.of(2031, 2, 5));
        assertThatThrownBy(() -> memberships().obligation(obligation("REVALIDATION", "OPEN", null)))
                .isInstanceOf(UnprocessableEventException.class);
    }

    private static Event obligation(String kind, String state, @Nullable String dueOn) {
        var day = dueOn == null ? "null" : '"' + dueOn + '"';
        return event("enrolment/obligation", 2, """
                {"membershipId":"%s","kind":"%s","source":"cycle/2031-01-05","turn":"COMPANY","state":"%s","dueOn":%s}
                """.formatted(ID, kind, state, day));
    }

    @ParameterizedTest
    @ValueSource(strings = {"WITHDRAWN", "CANCELLED_FINAL"})
    void theEndOfAMembershipCancelsItsOpenVisitsOfAllTypesAndStates(String state) {
        for (var type : Visit.Type.values()) {
            visits.keep(ordered("due-" + type, type, type == Visit.Type.INITIAL ? ID : null, ID));
        }
        for (var open : VisitState.OPEN) {
            visits.keep(Visit.restore(
                    new Aggregate.Stored("in-" + open, 5, Map.of()),
                    VisitFixtures.ofRevalidation(open).snapshot()));
        }
        memberships().membership(membership(4, state));
        assertThat(visits.openOf(COMPANY)).isEmpty();
    }

    @Test
    void aSiteThatIsTakenOffTheRecordIsNotedInItsVisits() {
        visits.keep(ordered("v", null, null));
        enrolment().company(company(2, "windsor"));
        assertThat(removal("v")).isNull();
        enrolment().company(company(4, "london"));
        assertThat(removal("v")).isEqualTo(new Deviations.SiteRemoval("windsor", NOW));
        enrolment().company(company(3, "windsor"));
        assertThat(removal("v")).isNotNull();
        enrolment().company(company(5, "windsor"));
        assertThat(removal("v")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"businessNumber\":\"987654324\",\"sites\":[]}",
                "{\"businessNumber\":\"123456782\"}",
                "{\"businessNumber\":\"123456782\",\"sites\":[{\"id\":\"x\"}]}"
            })
    void aCompanyThatCannotBeReadIsParked(String data) {
        assertThatThrownBy(() -> enrolment().company(companyEvent(1, data)))
                .isInstanceOf(UnprocessableEventException.class);
    }

    private Deviations.@Nullable SiteRemoval removal(String id) {
        return visits.find(id).orElseThrow().snapshot().deviationsOrNone().siteRemoval();
    }

    private static Visit ordered(String id, @Nullable String application, @Nullable String membership) {
        return ordered(id, Visit.Type.AD_HOC, application, membership);
    }

    private static Visit ordered(
            String id, Visit.Type type, @Nullable String application, @Nullable String membership) {
        var origin = new VisitOrigin(
                type,
                COMPANY,
                application,
                NOW,
                "Tip-off",
                membership,
                "windsor",
                new Requirement(Requirement.Cause.ORDERED, 0, List.of()),
                null);
        return Visit.due(id, origin, RiskLevel.LOW, new RequiredSites(List.of()), Actor.service("x"));
    }

    private static Event membership(long version, String state) {
        return event(
                "enrolment/membership",
                version,
                "{\"company\":\"%s\",\"state\":\"%s\",\"revalidationDueOn\":\"2031-01-05\"}".formatted(COMPANY, state));
    }

    private static Event company(long version, String site) {
        return companyEvent(version, """
                {"businessNumber":"%s","sites":[{"id":"%s","name":"Site","functions":["YARD"],
                 "address":{"street":"1 St","city":"Windsor","region":"ON","postalCode":"N9A 1A1","country":"CA"},
                 "timeZone":"America/Toronto","hours":{"opens":"08:00","closes":"18:00"},"aNewField":1}]}
                """.formatted(COMPANY, site));
    }

    private static Event companyEvent(long version, String data) {
        return new Event(
                "enrolment/company/" + COMPANY + "/" + version,
                "enrolment.company.amended.v1",
                "enrolment",
                "company/" + COMPANY,
                NOW,
                version,
                "user:x",
                "",
                data);
    }

    private final InMemoryDuties duties = new InMemoryDuties();

    private final KeptSites sites = new KeptSites();

    private final KeptApplications files = new KeptApplications();

    private void consume(List<Event> events) {
        for (var event : events) {
            if (event.source().equals("assessment")) {
                assessments().assessment(event);
            } else {
                enrolment().application(event);
            }
        }
    }

    private AssessmentEvents assessments() {
        return new AssessmentEvents(files, initialVisits(), JsonMapper.builder().build());
    }

    private MakeInitialVisitDue initialVisits() {
        return new MakeInitialVisitDue(
                visits, files, company -> RequiredSitePolicy.DEFAULT.choose(List.of()), endVisits(), CLOCK);
    }

    private EndVisits endVisits() {
        return new EndVisits(visits, CLOCK);
    }

    private MembershipEvents memberships() {
        MembershipProjection known = new MembershipProjection() {
            @Override
            public boolean keep(String membershipId, long version, Member member) {
                memberships.put(membershipId, member);
                return true;
            }

            @Override
            public Optional<Member> find(String membershipId) {
                return Optional.ofNullable(memberships.get(membershipId));
            }

            @Override
            public Optional<String> currentOf(String company) {
                return Optional.empty();
            }

            @Override
            public long dueIn(int year) {
                return 0;
            }

            @Override
            public long toOpenIn(int year) {
                return 0;
            }
        };
        var revalidations = new MakeRevalidationVisitsDue(
                visits,
                new OrderVisit.Files(files, known, endVisits()),
                company -> List.of(),
                new MakeRevalidationVisitsDue.DueDates(duties, 120),
                CLOCK);
        return new MembershipEvents(
                known, duties, revalidations, JsonMapper.builder().build());
    }

    private EnrolmentEvents enrolment() {
        return new EnrolmentEvents(
                files,
                endVisits(),
                new FollowSites(visits, sites, CLOCK),
                JsonMapper.builder().build());
    }

    private static Event assessment(long version, String state, String risk) {
        return event("assessment/assessment", version, """
                {"applicationId":"%s","company":"%s","state":"%s","riskRating":%s,"aNewField":[1]}
                """.formatted(ID, COMPANY, state, risk));
    }

    private static Event application(long version, String state) {
        return event(
                "enrolment/application", version, "{\"applicationId\":\"%s\",\"state\":\"%s\"}".formatted(ID, state));
    }

    private static Event event(String sourceAndAggregate, long version, String data) {
        var parts = sourceAndAggregate.split("/");
        return new Event(
                sourceAndAggregate + "/" + ID + "/" + version,
                parts[0] + "." + parts[1] + ".changed.v1",
                parts[0],
                parts[1] + "/" + ID,
                NOW,
                version,
                "user:x",
                "",
                data);
    }

    private static <T> Stream<List<T>> permutations(List<T> items) {
        if (items.isEmpty()) {
            return Stream.of(List.of());
        }
        return IntStream.range(0, items.size()).boxed().flatMap(i -> {
            var rest = new ArrayList<>(items);
            var first = rest.remove((int) i);
            return permutations(rest).map(tail -> {
                var whole = new ArrayList<T>();
                whole.add(first);
                whole.addAll(tail);
                return (List<T>) whole;
            });
        });
    }

    /** Keeps the newest, like the real one. */
    private static final class KeptSites implements SiteProjection {

        private final Map<String, Long> versions = new HashMap<>();
        private final Map<String, List<Site>> sites = new HashMap<>();

        @Override
        public boolean keep(String company, long version, List<Site> newSites) {
            boolean news = version >= versions.getOrDefault(company, 0L);
            if (news) {
                versions.put(company, version);
                sites.put(company, newSites);
            }
            return news;
        }

        @Override
        public Optional<List<Site>> of(String company) {
            return Optional.ofNullable(sites.get(company));
        }
    }

    /** Keeps the newest, like the real one. */
    private static final class KeptApplications implements ApplicationProjection {

        private long applicationVersion;
        private long assessmentVersion;
        private Optional<String> state = Optional.empty();
        private Optional<String> company = Optional.empty();
        private Optional<CompletedAssessment> completed = Optional.empty();

        @Override
        public boolean keepApplication(
                String applicationId, long version, String newState, @Nullable String newCompany) {
            boolean news = version >= applicationVersion;
            if (news) {
                applicationVersion = version;
                state = Optional.of(newState);
                company = Optional.ofNullable(newCompany);
            }
            return news;
        }

        @Override
        public boolean keepCompletedAssessment(String applicationId, long version, CompletedAssessment assessment) {
            boolean news = version >= assessmentVersion;
            if (news) {
                assessmentVersion = version;
                completed = Optional.of(assessment);
            }
            return news;
        }

        @Override
        public Optional<CompletedAssessment> completedAssessment(String applicationId) {
            return completed;
        }

        @Override
        public Optional<String> ending(String applicationId) {
            return state.filter(List.of("WITHDRAWN", "DENIED", "LAPSED")::contains);
        }

        @Override
        public Optional<String> companyOf(String applicationId) {
            return company;
        }
    }
}
