package org.trustedtrader.border.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trustedtrader.border.policy.Reason.NOT_IN_ARRANGEMENT;
import static org.trustedtrader.border.policy.Reason.PARTNER_LIST_STALE;
import static org.trustedtrader.border.policy.Reason.PARTNER_MEMBER_REVOKED;
import static org.trustedtrader.border.policy.Reason.PARTNER_MEMBER_SUSPENDED;
import static org.trustedtrader.border.policy.Reason.RECOGNISED_PARTNER_MEMBER;
import static org.trustedtrader.border.policy.Reason.STATUS_NOT_UNDERSTOOD;
import static org.trustedtrader.border.policy.Reason.UNKNOWN_IDENTIFIER;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.trustedtrader.border.eligibility.Outcome;
import org.trustedtrader.border.eligibility.Party;
import org.trustedtrader.border.eligibility.Reasons;
import org.trustedtrader.border.policy.Benefit;
import org.trustedtrader.border.policy.Reason;
import org.trustedtrader.border.policy.Role;
import org.trustedtrader.border.recognition.MemberFact.Period;
import org.trustedtrader.border.status.BorderStatus;
import org.trustedtrader.border.test.InMemoryRevisionStore;
import org.trustedtrader.border.test.TestPolicies;
import org.trustedtrader.border.test.TraderFixtures;
import org.trustedtrader.border.trader.Identifier;
import org.trustedtrader.border.trader.Scheme;

class RecognisedMembersTest {

    private static final Identifier TIN = new Identifier(Scheme.TIN, "US1");
    private static final long MONDAY = TraderFixtures.MONDAY.toEpochMilli();
    private static final long HOUR = Duration.ofHours(1).toMillis();

    private final RecognisedMembers members = new RecognisedMembers(List.of(new Arrangement(
            "US-CTPAT",
            Instant.parse("2008-06-27T00:00:00Z").toEpochMilli(),
            Duration.ofHours(48),
            Map.of("IMPORTER", Set.of(Benefit.REDUCED_EXAMINATION)))));

    @BeforeEach
    void oneActiveMember() {
        members.refreshed("US-CTPAT", List.of(new Refresh(2, MONDAY)));
        members.put(fact(1, period(1, MONDAY, MemberState.ACTIVE)));
    }

    @Test
    void grantsWhatWasAgreedForItsLineOfBusiness() {
        assertThat(reasons(Benefit.REDUCED_EXAMINATION, MONDAY)).containsExactly(RECOGNISED_PARTNER_MEMBER);
        assertThat(Outcome.of(members.party(TIN, MONDAY).reasons(Benefit.REDUCED_EXAMINATION, Role.HOLDER)))
                .isEqualTo(Outcome.ELIGIBLE);
        assertThat(reasons(Benefit.FAST_LANE, MONDAY)).contains(NOT_IN_ARRANGEMENT);
        assertThat(members.party(TIN, MONDAY).isNobody()).isFalse();
    }

    @Test
    void isNobodyBeforeItWasKnownAndForOthers() {
        assertThat(reasons(Benefit.FAST_LANE, MONDAY - 1)).containsExactly(UNKNOWN_IDENTIFIER);
        assertThat(members.party(new Identifier(Scheme.TIN, "US2"), MONDAY)).isSameAs(Party.UNKNOWN);
        assertThat(members.party(new Identifier(Scheme.CARRIER_CODE, "US12"), MONDAY))
                .isSameAs(Party.UNKNOWN);
    }

    @Test
    void isUncertain48HoursAfterTheListWasDrawn() {
        var until = MONDAY + 48 * HOUR;
        assertThat(members.party(TIN, MONDAY).until()).isEqualTo(until);
        assertThat(reasons(Benefit.REDUCED_EXAMINATION, until - 1)).containsExactly(RECOGNISED_PARTNER_MEMBER);
        assertThat(reasons(Benefit.REDUCED_EXAMINATION, until)).contains(PARTNER_LIST_STALE);
        members.refreshed("US-CTPAT", List.of(new Refresh(2, MONDAY), new Refresh(4, until - HOUR)));
        assertThat(reasons(Benefit.REDUCED_EXAMINATION, until)).containsExactly(RECOGNISED_PARTNER_MEMBER);
    }

    @Test
    void anOlderNewsOfListsOrMembersChangesNothing() {
        members.refreshed("US-CTPAT", List.of());
        members.put(fact(3, period(1, MONDAY, MemberState.ACTIVE), period(3, MONDAY + 1, MemberState.SUSPENDED)));
        members.put(fact(2, period(1, MONDAY, MemberState.ACTIVE)));
        members.receive(fact(2, period(1, MONDAY, MemberState.ACTIVE)));
        assertThat(reasons(Benefit.REDUCED_EXAMINATION, MONDAY + 1)).contains(PARTNER_MEMBER_SUSPENDED);
    }

    @Test
    void anAuthorisationEndsByItself() {
        members.put(fact(2, new Period(2, MONDAY, MemberState.ACTIVE, Set.of("IMPORTER"), MONDAY + HOUR)));
        assertThat(members.party(TIN, MONDAY).until()).isEqualTo(MONDAY + HOUR);
        assertThat(reasons(Benefit.REDUCED_EXAMINATION, MONDAY + HOUR - 1)).containsExactly(RECOGNISED_PARTNER_MEMBER);
        assertThat(reasons(Benefit.REDUCED_EXAMINATION, MONDAY + HOUR)).containsExactly(PARTNER_MEMBER_REVOKED);
    }

    @Test
    void whatIsHeardTakesAwayAtOnceAndGivesOnlyOnceItIsStored() {
        var suspended = fact(2, period(1, MONDAY, MemberState.ACTIVE), period(2, MONDAY + 1, MemberState.SUSPENDED));
        members.receive(suspended);
        assertThat(reasons(Benefit.REDUCED_EXAMINATION, MONDAY + 1)).contains(PARTNER_MEMBER_SUSPENDED);
        members.put(suspended);
        var back = fact(
                3,
                period(1, MONDAY, MemberState.ACTIVE),
                period(2, MONDAY + 1, MemberState.SUSPENDED),
                period(3, MONDAY + 2, MemberState.ACTIVE));
        members.receive(back);
        assertThat(reasons(Benefit.REDUCED_EXAMINATION, MONDAY + 2)).contains(PARTNER_MEMBER_SUSPENDED);
        members.put(back);
        assertThat(reasons(Benefit.REDUCED_EXAMINATION, MONDAY + 2)).containsExactly(RECOGNISED_PARTNER_MEMBER);
        assertThat(reasons(Benefit.REDUCED_EXAMINATION, MONDAY + 1)).contains(PARTNER_MEMBER_SUSPENDED);
    }

    @Test
    void aLineOfBusinessThatIsHeardToBeGoneIsGoneAtOnceAndAnotherOneComesOnceItIsStored() {
        var both = new RecognisedMembers(List.of(new Arrangement(
                "US-CTPAT",
                Instant.parse("2008-06-27T00:00:00Z").toEpochMilli(),
                Duration.ofHours(48),
                Map.of("IMPORTER", Set.of(Benefit.REDUCED_EXAMINATION), "CARRIER", Set.of(Benefit.FAST_LANE)))));
        both.refreshed("US-CTPAT", List.of(new Refresh(2, MONDAY)));
        both.put(fact(1, lines(1, "IMPORTER")));

        both.receive(fact(2, lines(2, "IMPORTER", "CARRIER")));
        assertThat(both.party(TIN, MONDAY).versions()).containsEntry("partner-member/US1", 1L);
        assertThat(eligible(both)).containsExactly(Benefit.REDUCED_EXAMINATION);

        both.receive(fact(3, lines(3, "CARRIER")));
        assertThat(eligible(both)).isEmpty();
        both.put(fact(3, lines(3, "CARRIER")));
        assertThat(eligible(both)).containsExactly(Benefit.FAST_LANE);
    }

    private static Period lines(long version, String... lines) {
        return new Period(version, MONDAY, MemberState.ACTIVE, Set.of(lines), Long.MAX_VALUE);
    }

    private static List<Benefit> eligible(RecognisedMembers members) {
        return Stream.of(Benefit.values())
                .filter(benefit ->
                        Outcome.of(members.party(TIN, MONDAY).reasons(benefit, Role.HOLDER)) == Outcome.ELIGIBLE)
                .toList();
    }

    @Test
    void aMemberWhoseNewsIsNotUnderstoodIsNotReliedOnUntilANewerOneIs() {
        members.doubt("US1", 2);
        assertThat(reasons(Benefit.REDUCED_EXAMINATION, MONDAY)).contains(STATUS_NOT_UNDERSTOOD);
        members.put(fact(2, period(1, MONDAY, MemberState.ACTIVE)));
        assertThat(reasons(Benefit.REDUCED_EXAMINATION, MONDAY)).containsExactly(RECOGNISED_PARTNER_MEMBER);
        members.doubt("US1", 1);
        members.doubt("US2", 1);
        assertThat(reasons(Benefit.REDUCED_EXAMINATION, MONDAY)).containsExactly(RECOGNISED_PARTNER_MEMBER);
    }

    @Test
    void anAnswerIsDerivedAgainFromTheVersionsThatItNamed() {
        var then = members.party(TIN, MONDAY + 1);
        assertThat(then.versions()).isEqualTo(Map.of("partner-member/US1", 1L, "partner/US-CTPAT", 2L));
        members.refreshed("US-CTPAT", List.of(new Refresh(2, MONDAY), new Refresh(4, MONDAY + 1)));
        members.put(fact(2, period(1, MONDAY, MemberState.ACTIVE), period(2, MONDAY + 1, MemberState.REVOKED)));
        var again = members.party(TIN, MONDAY + 1, then.versions());
        assertThat(again.versions()).isEqualTo(then.versions());
        assertThat(again.until()).isEqualTo(then.until());
        assertThat(again.reasons(Benefit.REDUCED_EXAMINATION, Role.HOLDER))
                .isEqualTo(then.reasons(Benefit.REDUCED_EXAMINATION, Role.HOLDER));
        assertThat(members.party(TIN, MONDAY + 1, Map.of())).isSameAs(Party.UNKNOWN);
    }

    @Test
    void statusAsksHereOnlyAboutWhomNobodyElseHolds() {
        var clock = Clock.fixed(TraderFixtures.MONDAY, ZoneOffset.UTC);
        var status = BorderStatus.load(TestPolicies.shipped(), new InMemoryRevisionStore(), clock, members);
        assertThat(status.party(TIN, MONDAY).reasons(Benefit.REDUCED_EXAMINATION, Role.HOLDER))
                .isEqualTo(RECOGNISED_PARTNER_MEMBER.bit());
        var answered = status.party(TIN, MONDAY).versions();
        assertThat(status.asKnownWith(answered, TestPolicies.shipped())
                        .party(TIN, MONDAY)
                        .isNobody())
                .isFalse();
        assertThat(status.asKnownWith(Map.of(), TestPolicies.shipped())
                        .party(TIN, MONDAY)
                        .isNobody())
                .isTrue();
        status.apply(TraderFixtures.company("555666773", 1, TraderFixtures.MONDAY, Set.of("IMPORTER"), Set.of(), TIN));
        assertThat(Reasons.list(status.party(TIN, MONDAY).reasons(Benefit.REDUCED_EXAMINATION, Role.HOLDER)))
                .containsExactly(Reason.NOT_A_MEMBER);
    }

    @Test
    void whatWasKnownOfPartnersMembersOnceIsNotSaid() {
        var clock = Clock.fixed(TraderFixtures.MONDAY, ZoneOffset.UTC);
        var status = BorderStatus.load(TestPolicies.shipped(), new InMemoryRevisionStore(), clock, members);
        var then = status.asKnownAt(TraderFixtures.MONDAY);
        assertThat(Reasons.list(then.party(TIN, MONDAY).reasons(Benefit.REDUCED_EXAMINATION, Role.HOLDER)))
                .containsExactly(Reason.HISTORY_NOT_HERE);
        assertThat(then.party(TraderFixtures.code(TraderFixtures.CARRIER_CODE), MONDAY))
                .isSameAs(Party.UNKNOWN);
    }

    @Test
    void holdsAHundredThousandMembers() {
        for (int i = 0; i < 100_000; i++) {
            members.put(new MemberFact(
                    "US%09d".formatted(i), "US-CTPAT", 1, List.of(period(1, MONDAY, MemberState.ACTIVE))));
        }
        assertThat(members.size()).isEqualTo(100_001);
        assertThat(members.party(new Identifier(Scheme.TIN, "US000099999"), MONDAY)
                        .isNobody())
                .isFalse();
    }

    private List<Reason> reasons(Benefit benefit, long millis) {
        return Reasons.list(members.party(TIN, millis).reasons(benefit, Role.HOLDER));
    }

    private static MemberFact fact(long version, Period... periods) {
        return new MemberFact("US1", "US-CTPAT", version, List.of(periods));
    }

    private static Period period(long version, long from, MemberState state) {
        return new Period(version, from, state, Set.of("IMPORTER"), Long.MAX_VALUE);
    }
}
