package org.trustedtrader.benefits.recognition.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.trustedtrader.benefits.recognition.export.ExportedMembers.member;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.trustedtrader.benefits.recognition.InMemory;
import org.trustedtrader.benefits.recognition.export.ExportList.Entry;
import org.trustedtrader.border.recognition.MemberState;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.refusal.Refusal;

/** What readers see when runs crash and race: a whole list, and never older knowledge than the list before. */
class UpdateExportListTest {

    private static final Actor MANAGER = new Actor("user:manager", Set.of("programme-manager"), Optional.empty());
    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");

    private final Registers registers = new Registers();
    private final Rows rows = new Rows();
    private final List<ExportedMember> members = new ArrayList<>();
    private final UpdateExportList list =
            new UpdateExportList(registers, rows, now -> List.copyOf(members), Clock.fixed(NOON, ZoneOffset.UTC));

    @Test
    void aChangeReplacesTheSetOfRows() {
        members.add(member("CA1", MemberState.ACTIVE));
        list.update(MANAGER);
        members.add(member("CA2", MemberState.ACTIVE));
        var updated = list.update(MANAGER);
        assertThat(updated.sequence()).isEqualTo(2);
        assertThat(updated.entries()).hasSize(2);
        assertThat(rows.sets).hasSize(1);
        assertThat(list.update(MANAGER)).isEqualTo(updated);
    }

    @Test
    void aRunThatCrashesBeforeTheRegisterMovesChangesNothingAndTheNextOneDeletesItsRows() {
        members.add(member("CA1", MemberState.ACTIVE));
        list.update(MANAGER);
        members.add(member("CA2", MemberState.ACTIVE));
        registers.failAfter(0);
        assertThatThrownBy(() -> list.update(MANAGER)).isInstanceOf(Refusal.Unavailable.class);
        registers.heal();
        assertThat(register().sequence()).isEqualTo(1);
        assertThat(rows.read(register().rows().orElseThrow()).orElseThrow()).hasSize(1);
        assertThat(rows.sets).hasSize(2);
        assertThat(list.update(MANAGER).sequence()).isEqualTo(2);
        assertThat(rows.sets).hasSize(1);
    }

    @Test
    void aRunThatCrashesAfterTheRegisterMovedLeavesRowsThatTheNextOneDeletes() {
        members.add(member("CA1", MemberState.ACTIVE));
        list.update(MANAGER);
        members.add(member("CA2", MemberState.ACTIVE));
        rows.beforeDeletion = () -> {
            throw new Refusal.Unavailable("away");
        };
        assertThatThrownBy(() -> list.update(MANAGER)).isInstanceOf(Refusal.Unavailable.class);
        rows.beforeDeletion = () -> {};
        assertThat(register().sequence()).isEqualTo(2);
        assertThat(list.update(MANAGER).entries()).hasSize(2);
        assertThat(rows.sets).hasSize(1);
    }

    @Test
    void aRunThatWasOvertakenReadsTheMembersAgain() {
        members.add(member("CA1", MemberState.ACTIVE));
        list.update(MANAGER);
        members.add(member("CA2", MemberState.ACTIVE));
        rows.afterWriting = () -> {
            members.set(1, member("CA2", MemberState.SUSPENDED));
            members.set(0, member("CA1", MemberState.SUSPENDED));
            list.update(MANAGER);
        };
        var updated = list.update(MANAGER);
        assertThat(updated.sequence()).isEqualTo(2);
        assertThat(updated.entries())
                .extracting(entry -> entry.member().status())
                .containsExactly(MemberState.SUSPENDED);
        assertThat(rows.sets).hasSize(1);
    }

    @Test
    void rowsOfAFasterRunThatHasNotMovedTheRegisterYetAreKept() {
        members.add(member("CA1", MemberState.ACTIVE));
        list.update(MANAGER);
        var written = rows.write(2, List.of(new Entry(member("CA1", MemberState.SUSPENDED), 2)));
        list.update(MANAGER);
        assertThat(rows.read(written)).isPresent();
    }

    @Test
    void rowsThatAnotherRunDeletedWhileTheyWereReadAreReadFromTheNewSet() {
        members.add(member("CA1", MemberState.ACTIVE));
        list.update(MANAGER);
        rows.beforeReading = () -> {
            members.add(member("CA2", MemberState.ACTIVE));
            list.update(MANAGER);
        };
        assertThat(list.update(MANAGER).entries()).hasSize(2);
    }

    @Test
    void damagedRowsAreNotGivenOut() {
        members.add(member("CA1", MemberState.ACTIVE));
        list.update(MANAGER);
        rows.sets.clear();
        assertThatThrownBy(() -> list.update(MANAGER))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("sequence 1");
    }

    private ExportRegister register() {
        return registers.find(ExportRegister.ID).orElseThrow();
    }

    private static final class Registers extends InMemory<ExportRegister> implements ExportRegisters {
        Registers() {
            super((register, stored) -> ExportRegister.restore(stored, register.snapshot()));
        }
    }

    private record Written(long sequence, List<Entry> rows) {}

    private static final class Rows implements ExportRows {

        final Map<RowSet, Written> sets = new LinkedHashMap<>();
        Runnable afterWriting = () -> {};
        Runnable beforeReading = () -> {};
        Runnable beforeDeletion = () -> {};
        private int written;

        @Override
        public RowSet write(long sequence, List<Entry> entries) {
            var set = new RowSet("set-" + written++, entries.size(), "");
            sets.put(set, new Written(sequence, entries));
            var meanwhile = afterWriting;
            afterWriting = () -> {};
            meanwhile.run();
            return set;
        }

        @Override
        public Optional<List<Entry>> read(RowSet set) {
            var meanwhile = beforeReading;
            beforeReading = () -> {};
            meanwhile.run();
            return Optional.ofNullable(sets.get(set)).map(Written::rows);
        }

        @Override
        public void deleteOthers(long sequence, RowSet current) {
            beforeDeletion.run();
            sets.entrySet()
                    .removeIf(set -> set.getValue().sequence() <= sequence
                            && !set.getKey().equals(current));
        }
    }
}
