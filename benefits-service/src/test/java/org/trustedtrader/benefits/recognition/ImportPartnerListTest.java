package org.trustedtrader.benefits.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.trustedtrader.benefits.recognition.Given.AEO;
import static org.trustedtrader.benefits.recognition.Given.CTPAT;
import static org.trustedtrader.benefits.recognition.Given.MANAGER;
import static org.trustedtrader.benefits.recognition.Given.NOON;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustedtrader.benefits.recognition.ListHeader.Kind;
import org.trustedtrader.benefits.recognition.PartnerList.Outcome;
import org.trustedtrader.border.policy.Benefit;
import org.trustedtrader.border.policy.Reason;
import org.trustedtrader.border.policy.Role;
import org.trustedtrader.border.recognition.MemberState;
import org.trustedtrader.border.recognition.RecognisedMembers;
import org.trustedtrader.border.trader.Identifier;
import org.trustedtrader.border.trader.Scheme;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.refusal.Refusal;

class ImportPartnerListTest {

    private Instant now = NOON;
    private final InMemory.Members members = new InMemory.Members();
    private final InMemory.Registers registers = new InMemory.Registers();
    private final InMemory.Lists lists = new InMemory.Lists();
    private final InMemory.Quarantined quarantine = new InMemory.Quarantined();
    private final Map<String, String> ours = new HashMap<>();
    private final RecognisedMembers memory = new RecognisedMembers(new Partners(List.of(CTPAT, AEO)).arrangements());
    private final Clock moving = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };
    private final ImportPartnerList taking = new ImportPartnerList(
            new ImportPartnerList.Stores(members, registers, lists, quarantine, tins -> ours),
            memory,
            new ImportPartnerList.Limits(1000, 3, 0.10, 2),
            new ParallelWriter(
                    Executors.newFixedThreadPool(2, Thread.ofPlatform().daemon().factory())),
            moving);
    private final SuspendPartnerMember suspending = new SuspendPartnerMember(members, memory, moving);

    @Test
    void takesInAFullListAndRecognisesItsMembers() {
        var list = full(
                1,
                Rows.of("US1").row(1),
                Rows.of("US2").is("SUSPENDED", "2026-02-01").row(2));
        assertThat(list.result().outcome()).isEqualTo(Outcome.COMPLETED);
        assertThat(list.result().tally()).isEqualTo(new RowCounts(2, 1, 0, 0, 1, 0, 0, 0));
        assertThat(reason("US1")).isEqualTo(Reason.RECOGNISED_PARTNER_MEMBER);
        assertThat(reason("US2")).isEqualTo(Reason.PARTNER_MEMBER_SUSPENDED);
    }

    @Test
    void aBadRowStopsNoOther() {
        var list = full(
                1,
                Rows.of("bad").row(1),
                Rows.of("US2").row(2),
                Rows.of("US3").with(Column.ROLE, "").row(3));
        assertThat(list.result().tally().accepted()).isEqualTo(1);
        assertThat(list.result().tally().quarantined()).isEqualTo(2);
        assertThat(list.result().errors())
                .extracting(RowError::row, RowError::code)
                .containsExactly(tuple(1, RowCode.TIN_MALFORMED), tuple(3, RowCode.MISSING));
        assertThat(quarantine.entries).hasSize(2);
    }

    @Test
    void bothRowsOfATinThatIsThereTwiceAreQuarantined() {
        full(1, Rows.of("US1").row(1));
        var list = full(
                2, Rows.of("US1").row(1), Rows.of("US2").row(2), Rows.of("US1").row(3));
        assertThat(list.result().errors())
                .extracting(RowError::code)
                .containsOnly(RowCode.TIN_DUPLICATE)
                .hasSize(2);
        assertThat(reason("US1")).isEqualTo(Reason.STATUS_NOT_UNDERSTOOD);
    }

    @Test
    void aMemberWhoseRowIsNotUnderstoodIsNotReliedOnUntilItIs() {
        full(1, Rows.of("US1").row(1));
        delta(2, Rows.of("US1").with(Column.STATUS, "SUSPNDED").row(1));
        assertThat(reason("US1")).isEqualTo(Reason.STATUS_NOT_UNDERSTOOD);
        delta(3, Rows.of("US1").row(1));
        assertThat(reason("US1")).isEqualTo(Reason.RECOGNISED_PARTNER_MEMBER);
    }

    @Test
    void anotherPartnersTinIsNotTouched() {
        members.createIfAbsent(PartnerMember.receive(
                listed("US1", MemberState.ACTIVE), new Source("EU-AEO", "x", 1), false, MANAGER, NOON));
        var list = full(1, Rows.of("US1").is("REVOKED", "2026-02-01").row(1));
        assertThat(list.result().errors()).extracting(RowError::code).containsExactly(RowCode.TIN_OF_OTHER_PARTNER);
        assertThat(members.find("US1").orElseThrow().status().state()).isEqualTo(MemberState.ACTIVE);
    }

    @Test
    void anOldListIsRefusedAndBringsNobodyBack() {
        full(5, Rows.of("US1").row(1));
        delta(6, Rows.of("US1").is("SUSPENDED", "2026-11-25").row(1));
        for (var old : List.of(4L, 5L, 6L)) {
            var header = new ListHeader(Kind.FULL, old, NOON.minusSeconds(3600 - old), "e".repeat(64));
            assertThatThrownBy(() ->
                            take(header, Rows.of("US1").row(1), Rows.of("US9").row(2)))
                    .isInstanceOfSatisfying(
                            Refusal.RuleBroken.class, r -> assertThat(r.rule()).isEqualTo("list-out-of-date"));
        }
        assertThat(reason("US1")).isEqualTo(Reason.PARTNER_MEMBER_SUSPENDED);
    }

    @Test
    void aListDrawnEarlierThanTheNewestIsRefused() {
        full(1, Rows.of("US1").row(1));
        var header = new ListHeader(Kind.FULL, 2, NOON.minusSeconds(7200), "b".repeat(64));
        assertThatThrownBy(() -> take(header, Rows.of("US1").row(1))).isInstanceOf(Refusal.RuleBroken.class);
    }

    @Test
    void aDeltaAfterAGapOnlyTakesAway() {
        full(1, Rows.of("US1").row(1), Rows.of("US2").row(2));
        var list = delta(
                3,
                Rows.of("US1").is("SUSPENDED", "2026-11-25").row(1),
                Rows.of("US3").row(2));
        assertThat(list.result().outcome()).isEqualTo(Outcome.FULL_LIST_NEEDED);
        assertThat(reason("US1")).isEqualTo(Reason.PARTNER_MEMBER_SUSPENDED);
        assertThat(members.find("US3")).isEmpty();
        assertThatThrownBy(() -> full(2, Rows.of("US1").row(1), Rows.of("US2").row(2)))
                .isInstanceOf(Refusal.RuleBroken.class);
        assertThat(reason("US1")).isEqualTo(Reason.PARTNER_MEMBER_SUSPENDED);
        assertThat(full(
                                4,
                                Rows.of("US1").is("ACTIVE", "2026-11-26").row(1),
                                Rows.of("US2").row(2))
                        .result()
                        .outcome())
                .isEqualTo(Outcome.COMPLETED);
        assertThat(reason("US1")).isEqualTo(Reason.RECOGNISED_PARTNER_MEMBER);
    }

    @Test
    void aDeltaFirstNeedsAFullList() {
        assertThat(delta(1, Rows.of("US1").row(1)).result().outcome()).isEqualTo(Outcome.FULL_LIST_NEEDED);
        assertThat(members.find("US1")).isEmpty();
    }

    @Test
    void aStatusOlderThanTheLossGivesNothingBack() {
        full(1, Rows.of("US1").is("SUSPENDED", "2026-11-20").row(1));
        var list = delta(2, Rows.of("US1").is("ACTIVE", "2026-11-19").row(1));
        assertThat(list.result().errors()).extracting(RowError::code).containsExactly(RowCode.STATUS_OLDER);
        assertThat(reason("US1")).isEqualTo(Reason.PARTNER_MEMBER_SUSPENDED);
        delta(3, Rows.of("US1").is("ACTIVE", "2026-11-20").row(1));
        assertThat(reason("US1")).isEqualTo(Reason.RECOGNISED_PARTNER_MEMBER);
    }

    @Test
    void aRevokedMemberComesBackOnlyWithANewAuthorisation() {
        full(1, Rows.of("US1").is("REVOKED", "2026-11-20").row(1));
        var same = delta(2, Rows.of("US1").is("ACTIVE", "2026-11-25").row(1));
        assertThat(same.result().errors()).extracting(RowError::code).containsExactly(RowCode.REVOKED_BEFORE);
        delta(
                3,
                Rows.of("US1")
                        .is("ACTIVE", "2026-11-25")
                        .with(Column.AUTHORISATION_DATE, "2026-11-25")
                        .row(1));
        assertThat(reason("US1")).isEqualTo(Reason.RECOGNISED_PARTNER_MEMBER);
    }

    @Test
    void whoIsMissingFromAFullListIsRevokedAndComesBackWhenListedAgain() {
        full(1, Rows.of("US1").row(1), Rows.of("US2").row(2));
        var list = full(2, Rows.of("US2").row(1));
        assertThat(list.result().tally()).isEqualTo(new RowCounts(1, 0, 1, 0, 0, 1, 1, 0));
        assertThat(reason("US1")).isEqualTo(Reason.PARTNER_MEMBER_REVOKED);
        full(3, Rows.of("US1").row(1), Rows.of("US2").row(2));
        assertThat(reason("US1")).isEqualTo(Reason.RECOGNISED_PARTNER_MEMBER);
    }

    @Test
    void aFullListThatMissesTooManyIsHeldUntilConfirmed() {
        take(header(Kind.FULL, 1), Rows.many(20));
        var fewer = new ArrayList<>(Rows.many(16));
        fewer.set(0, Rows.of("US00000001").is("SUSPENDED", "2026-11-25").row(1));
        var held = take(header(Kind.FULL, 2), fewer);
        assertThat(held.result().outcome()).isEqualTo(Outcome.HELD);
        assertThat(reason("US00000001")).isEqualTo(Reason.PARTNER_MEMBER_SUSPENDED);
        assertThat(reason("US00000020")).isEqualTo(Reason.RECOGNISED_PARTNER_MEMBER);
        assertThat(take(header(Kind.FULL, 2), fewer).result().outcome()).isEqualTo(Outcome.HELD);

        var refused = catchThrowableOfType(Refusal.RuleBroken.class, () -> taking.confirm(CTPAT, held.id(), command()));
        assertThat(refused.rule()).as("who sent the list does not confirm it").isEqualTo("decided-by-someone-else");
        taking.confirm(CTPAT, held.id(), Command.by(ANOTHER_OFFICER));
        var completed = take(header(Kind.FULL, 2), fewer);
        assertThat(completed.result().outcome()).isEqualTo(Outcome.COMPLETED);
        assertThat(completed.result().tally().missing()).isEqualTo(4);
        assertThat(reason("US00000020")).isEqualTo(Reason.PARTNER_MEMBER_REVOKED);
    }

    @Test
    void onlyAHeldListIsConfirmed() {
        var list = full(1, Rows.of("US1").row(1));
        assertThatThrownBy(() -> taking.confirm(CTPAT, list.id(), command())).isInstanceOf(Refusal.WrongState.class);
    }

    @Test
    void aListCutShortIsCompletedByBeingSentAgain() {
        take(header(Kind.FULL, 1), Rows.many(20));
        var rows = Rows.many(30);
        rows.set(4, Rows.of("US00000005").is("SUSPENDED", "2026-11-25").row(5));
        for (int writes = 0; writes < 5; writes++) {
            members.failAfter(Math.min(writes, 2));
            assertThatThrownBy(() -> take(header(Kind.FULL, 2), rows)).isInstanceOf(Refusal.Unavailable.class);
            assertThat(reason("US00000005")).isEqualTo(Reason.PARTNER_MEMBER_SUSPENDED);
            assertThat(lists.find(header(Kind.FULL, 2).id("US-CTPAT"))).isEmpty();
        }
        members.heal();
        var list = take(header(Kind.FULL, 2), rows);
        assertThat(list.result().outcome()).isEqualTo(Outcome.COMPLETED);
        assertThat(list.result().tally()).isEqualTo(new RowCounts(30, 10, 19, 0, 1, 0, 0, 0));
        assertThat(members.all()).hasSize(30);
    }

    @ParameterizedTest
    @CsvSource({"1, 0, HELD", "10, 0, HELD", "3, 1, HELD", "2, 1, COMPLETED", "10, 8, COMPLETED", "0, 0, COMPLETED"})
    void aFullListThatMissesMoreThanHalfIsHeldHoweverFewMembersThereAre(int members, int named, Outcome outcome) {
        take(header(Kind.FULL, 1), Rows.many(members));
        assertThat(take(header(Kind.FULL, 2), Rows.many(named)).result().outcome())
                .isEqualTo(outcome);
        if (outcome == Outcome.HELD) {
            assertThat(reason("US%08d".formatted(members))).isEqualTo(Reason.RECOGNISED_PARTNER_MEMBER);
        }
    }

    /** Written otherwise, in another column or field, or in a row of another shape: the member is named all the same. */
    @Test
    void aRowThatNamesAMemberInAnyWayIsNotItsAbsence() {
        take(header(Kind.FULL, 1), Rows.many(6));
        var blank = Rows.of("").row(1).values();
        var rows = List.of(
                Rows.of("us00000001").row(1),
                Rows.of(" US 0000-0002").row(2),
                Rows.of("\uff35\uff33\uff10\uff10\uff10\uff10\uff10\uff10\uff10\uff13")
                        .row(3),
                new RawRow(4, blank, RowCode.FIELD_UNKNOWN, List.of("US Freight", "US00000004")),
                new RawRow(5, blank, RowCode.COLUMN_COUNT, List.of("5", "US00000005", "Acme")),
                Rows.of("").with(Column.NAME, "US00000006").row(6));
        var list = take(header(Kind.FULL, 2), rows);
        assertThat(list.result().outcome()).isEqualTo(Outcome.COMPLETED);
        assertThat(list.result().tally().missing()).isZero();
        assertThat(list.result().tally().quarantined()).isEqualTo(6);
        for (int i = 1; i <= 6; i++) {
            assertThat(reason("US%08d".formatted(i))).isEqualTo(Reason.STATUS_NOT_UNDERSTOOD);
        }
    }

    @Test
    void aCrashBeforeTheAcknowledgementLosesItsCountsNot() {
        lists.failAfter(0);
        assertThatThrownBy(() -> take(header(Kind.FULL, 1), Rows.many(5))).isInstanceOf(Refusal.Unavailable.class);
        lists.heal();
        assertThat(take(header(Kind.FULL, 1), Rows.many(5)).result().tally())
                .isEqualTo(new RowCounts(5, 5, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void theSameListAgainIsAnsweredAsBefore() {
        var first = full(1, Rows.of("US1").row(1));
        var again = full(1, Rows.of("US1").row(1));
        assertThat(again.result()).isEqualTo(first.result());
        assertThat(again.version()).isEqualTo(1);
        assertThat(members.find("US1").orElseThrow().version()).isEqualTo(1);
    }

    @Test
    void aKeyIsNotUsedForAnotherList() {
        var command = new Command(MANAGER, Optional.of("key-key-1"), "one", OptionalLong.empty());
        taking.take(CTPAT, header(Kind.FULL, 1), rows(Rows.of("US1").row(1)), command);
        var other = new Command(MANAGER, Optional.of("key-key-1"), "other", OptionalLong.empty());
        assertThatThrownBy(() -> taking.take(
                        CTPAT, header(Kind.FULL, 2), rows(Rows.of("US2").row(1)), other))
                .isInstanceOf(Refusal.KeyReused.class);
        assertThat(members.find("US2")).isEmpty();
    }

    @Test
    void aNoticeSuspendsAtOnceAndAListDrawnBeforeItChangesNothing() {
        full(1, Rows.of("US1").row(1));
        now = NOON.plus(Duration.ofHours(1));
        suspend("US1", "2026-11-26");
        assertThat(reason("US1")).isEqualTo(Reason.PARTNER_MEMBER_SUSPENDED);
        var before = new ListHeader(Kind.DELTA, 2, NOON.plusSeconds(60), "c".repeat(64));
        assertThat(take(before, Rows.of("US1").is("ACTIVE", "2026-11-26").row(1))
                        .result()
                        .errors())
                .extracting(RowError::code)
                .containsExactly(RowCode.STATUS_OLDER);
        var after = new ListHeader(Kind.DELTA, 3, now.plusSeconds(60), "d".repeat(64));
        take(after, Rows.of("US1").is("ACTIVE", "2026-11-26").row(1));
        assertThat(reason("US1")).isEqualTo(Reason.RECOGNISED_PARTNER_MEMBER);
    }

    @Test
    void aSuspensionCountsEvenIfItCannotBeStored() {
        full(1, Rows.of("US1").row(1));
        members.failAfter(0);
        assertThatThrownBy(() -> suspend("US1", "2026-11-26")).isInstanceOf(Refusal.Unavailable.class);
        assertThat(reason("US1")).isEqualTo(Reason.PARTNER_MEMBER_SUSPENDED);
    }

    @Test
    void aGainCountsOnlyOnceItIsStored() {
        members.failAfter(0);
        assertThatThrownBy(() -> full(1, Rows.of("US1").row(1))).isInstanceOf(Refusal.Unavailable.class);
        assertThat(reason("US1")).isEqualTo(Reason.UNKNOWN_IDENTIFIER);
    }

    @Test
    void onlyThePartnersOwnMemberIsSuspended() {
        full(1, Rows.of("US1").row(1));
        assertThatThrownBy(() -> suspending.suspend(
                        AEO, new SuspensionNotice("US1", "SECURITY", LocalDate.parse("2026-11-26")), command()))
                .isInstanceOf(Refusal.NotFound.class);
        assertThatThrownBy(() -> suspend("US2", "2026-11-26")).isInstanceOf(Refusal.NotFound.class);
        suspend("US1", "2026-11-26");
        assertThatThrownBy(() -> suspend("US1", "2026-11-26")).isInstanceOf(Refusal.WrongState.class);
    }

    @Test
    void anotherNameIsFlaggedAndTakenIn() {
        full(1, Rows.of("US1").row(1), Rows.of("US2").row(2));
        ours.put("US2", "Quite Another Ltd.");
        var list = delta(
                2,
                Rows.of("US1").with(Column.NAME, "Bcme Freight Inc.").row(1),
                Rows.of("US2").with(Column.ADDRESS, "elsewhere").row(2));
        assertThat(list.result().errors())
                .extracting(RowError::code)
                .containsOnly(RowCode.NAME_DIFFERS)
                .hasSize(2);
        assertThat(list.result().tally()).isEqualTo(new RowCounts(2, 2, 0, 0, 0, 0, 0, 2));
        assertThat(members.find("US1").orElseThrow().status().nameDiffers()).isTrue();
        assertThat(reason("US1")).isEqualTo(Reason.RECOGNISED_PARTNER_MEMBER);
    }

    @Test
    void aSuspendedMemberIsNotTouchedByALowerSequence() {
        full(1, Rows.of("US1").row(1));
        delta(2, Rows.of("US1").is("SUSPENDED", "2026-11-01").row(1));
        var member = members.find("US1").orElseThrow();
        member.update(listed("US1", MemberState.ACTIVE), new Source("US-CTPAT", "late", 1), false, MANAGER, NOON);
        assertThat(member.change()).isEmpty();
    }

    @Test
    void moreRowsThanAllowedAreRefusedBeforeAnythingChanges() {
        assertThatThrownBy(() -> take(header(Kind.FULL, 1), Rows.many(1001))).isInstanceOf(Refusal.InvalidInput.class);
        assertThat(registers.all()).isEmpty();
    }

    @Test
    void aListThatBreaksOffIsRefusedBeforeAnythingChanges() {
        assertThatThrownBy(() -> taking.take(
                        CTPAT,
                        header(Kind.FULL, 1),
                        consumer -> {
                            consumer.accept(Rows.of("US1").row(1));
                            throw new Refusal.InvalidInput("list", "breaks off");
                        },
                        command()))
                .isInstanceOf(Refusal.InvalidInput.class);
        assertThat(registers.all()).isEmpty();
        assertThat(members.all()).isEmpty();
    }

    @Test
    void aListFromTheFutureIsRefused() {
        var header = new ListHeader(Kind.FULL, 1, NOON.plusSeconds(3600), "a".repeat(64));
        assertThatThrownBy(() -> take(header, Rows.of("US1").row(1))).isInstanceOf(Refusal.InvalidInput.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1999-12-31T23:59:59Z",
                "2999-12-31T00:00:00Z",
                "-1000000000-01-01T00:00:00Z",
                "+1000000000-12-31T23:59:59Z"
            })
    void aListOfAnImpossibleTimeIsRefusedWithTheRange(Instant drawnAt) {
        var header = new ListHeader(Kind.FULL, 1, drawnAt, "a".repeat(64));
        assertThatThrownBy(() -> take(header, Rows.of("US1").row(1)))
                .isInstanceOfSatisfying(
                        Refusal.InvalidInput.class,
                        refused -> assertThat(refused.violations()
                                        .getFirst()
                                        .message()
                                        .key())
                                .isEqualTo("calendar.range"));
    }

    @Test
    void membersAreReliedOnFor48HoursAfterTheListWasDrawn() {
        full(1, Rows.of("US1").row(1));
        var drawn = NOON.minusSeconds(3599);
        assertThat(reasonAt("US1", drawn.plus(Duration.ofHours(48)).minusMillis(1)))
                .isEqualTo(Reason.RECOGNISED_PARTNER_MEMBER);
        assertThat(reasonAt("US1", drawn.plus(Duration.ofHours(48)))).isEqualTo(Reason.PARTNER_LIST_STALE);
    }

    private PartnerList full(long sequence, RawRow... rows) {
        return take(header(Kind.FULL, sequence), rows);
    }

    private PartnerList delta(long sequence, RawRow... rows) {
        return take(header(Kind.DELTA, sequence), rows);
    }

    /** Drawn an hour ago, and a second later with each sequence. */
    private static ListHeader header(Kind kind, long sequence) {
        return new ListHeader(kind, sequence, NOON.minusSeconds(3600 - sequence), "a".repeat(64));
    }

    private PartnerList take(ListHeader header, RawRow... rows) {
        return take(header, List.of(rows));
    }

    private PartnerList take(ListHeader header, List<RawRow> rows) {
        return taking.take(CTPAT, header, rows::forEach, command());
    }

    private static RawRows rows(RawRow row) {
        return consumer -> consumer.accept(row);
    }

    private void suspend(String tin, String day) {
        suspending.suspend(CTPAT, new SuspensionNotice(tin, "SECURITY", LocalDate.parse(day)), command());
    }

    private static final Actor ANOTHER_OFFICER = new Actor("user:paul", Set.of("approver"), Optional.empty());

    private static Command command() {
        return Command.by(MANAGER);
    }

    private static MemberRow listed(String tin, MemberState state) {
        var check = new RowValidator(CTPAT, LocalDate.parse("2026-11-26"));
        return check.read(Rows.of(tin).is(state.name(), "2026-11-02").row(1), _ -> {});
    }

    private Reason reason(String tin) {
        return reasonAt(tin, now);
    }

    /** The first reason that does something, else the note. */
    private Reason reasonAt(String tin, Instant at) {
        var party = memory.party(new Identifier(Scheme.TIN, tin), at.toEpochMilli());
        var bits = party.reasons(Benefit.REDUCED_EXAMINATION, Role.HOLDER);
        var note = Reason.RECOGNISED_PARTNER_MEMBER.bit();
        return Reason.lowest(bits == note ? bits : bits & ~note);
    }
}
