package org.trustedtrader.platform.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Change;
import org.trustedtrader.platform.aggregate.FieldChange;
import org.trustedtrader.platform.aggregate.HistoryEntry;

class HistoryChainTest {

    private static final Instant AT = Instant.parse("2026-11-23T10:00:00.123Z");
    private static final Actor OFFICER = new Actor("user:1", Set.of("approver", "auditor"), Optional.empty());

    @Test
    void findsNothingWrongWithAnUntouchedChain() {
        assertThat(HistoryChain.faults("a", chainOf(3), 3, "state-3")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("alterations")
    void findsAnyAlteredField(UnaryOperator<HistoryEntry> alteration) {
        for (int place = 0; place < 3; place++) {
            var chain = new ArrayList<>(chainOf(3));
            chain.set(place, alteration.apply(chain.get(place)));
            assertThat(HistoryChain.faults("a", chain, 3, "state-3")).isNotEmpty();
        }
    }

    @Test
    void findsAnEntryTakenOut() {
        for (int place = 0; place < 3; place++) {
            var chain = new ArrayList<>(chainOf(3));
            chain.remove(place);
            assertThat(HistoryChain.faults("a", chain, 3, "state-3")).isNotEmpty();
        }
    }

    @Test
    void anEntryWithoutOldAndNewValuesHashesAsInTheVersionBefore() {
        assertThat(chainOf(1).getFirst().hash())
                .isEqualTo("f65f38a382d3e1214e775761040eb86e51478d4d5c3e1fa0a7c11f988b83b0a7");
    }

    @Test
    void findsAnAlteredOldOrNewValue() {
        var change = new Change("amended", OFFICER, AT, "OPEN", "OPEN", "because", "memorandum", List.of())
                .of(List.of(new FieldChange("legalName", "Old Ltd.", "New Ltd.")));
        var entry = HistoryChain.next("a", 1, "", change, AT, "state-1");
        assertThat(HistoryChain.faults("a", List.of(entry), 1, "state-1")).isEmpty();
        for (var altered : List.of(
                List.<FieldChange>of(),
                List.of(new FieldChange("legalName", "Other Ltd.", "New Ltd.")),
                List.of(new FieldChange("legalName", "Old Ltd.", "Other Ltd.")))) {
            assertThat(HistoryChain.faults("a", List.of(with(entry, altered)), 1, "state-1"))
                    .containsExactly("entry 1 was altered");
        }
    }

    @Test
    void keepsABoundedNumberOfValuesOfBoundedLength() {
        var many = IntStream.range(0, 100)
                .mapToObj(i -> new FieldChange("field" + i, "x".repeat(1000), ""))
                .toList();
        var kept = FieldChange.bounded(many);
        assertThat(kept).hasSize(60);
        assertThat(kept.getLast()).isEqualTo(new FieldChange(FieldChange.MORE, "", "41"));
        assertThat(kept.getFirst().before()).hasSize(300);
    }

    @Test
    void findsAStateThatNoEntryRecorded() {
        assertThat(HistoryChain.faults("a", chainOf(3), 3, "state-2"))
                .containsExactly("the state is not the one that entry 3 recorded");
    }

    @Test
    void findsAChainMovedToAnotherAggregate() {
        assertThat(HistoryChain.faults("b", chainOf(1), 1, "state-1")).containsExactly("entry 1 was altered");
    }

    @Test
    void hashesTheSameStateAlikeWhateverTheOrderOfItsFields() {
        var one = HistoryChain.stateHash(Map.of("a", 1, "b", "x"), Map.of(), "{}");
        var other = HistoryChain.stateHash(new java.util.TreeMap<>(Map.of("b", "x", "a", 1L)), Map.of(), "{}");
        assertThat(one).isEqualTo(other);
        assertThat(HistoryChain.stateHash(Map.of("a", "1", "b", "x"), Map.of(), "{}"))
                .isNotEqualTo(one);
    }

    @Test
    void coversTheInternalNoteAndKeepsTheHashOfAnEntryWithoutOne() {
        var change = new Change("suspended", OFFICER, AT, "ACTIVE", "SUSPENDED", "because", "memorandum", List.of());
        var noted = HistoryChain.next("a", 1, "", change, "a tip", AT, "state");
        assertThat(HistoryChain.faults("a", List.of(noted), 1, "state")).isEmpty();
        for (var note : List.of("another tip", "")) {
            assertThat(HistoryChain.faults("a", List.of(noted(noted, note)), 1, "state"))
                    .isNotEmpty();
        }
        var plain = HistoryChain.next("a", 1, "", change, AT, "state");
        assertThat(HistoryChain.next("a", 1, "", change, "", AT, "state")).isEqualTo(plain);
        assertThat(HistoryChain.faults("a", List.of(noted(plain, "forged")), 1, "state"))
                .isNotEmpty();
    }

    private static HistoryEntry noted(HistoryEntry e, String note) {
        return new HistoryEntry(
                e.version(),
                e.name(),
                e.actor(),
                e.actorRoles(),
                e.effectiveAt(),
                e.recordedAt(),
                e.from(),
                e.to(),
                e.reason(),
                e.legalBasis(),
                e.changes(),
                e.stateHash(),
                e.previous(),
                e.hash(),
                note);
    }

    static List<UnaryOperator<HistoryEntry>> alterations() {
        return List.of(
                e -> with(
                        e,
                        e.name() + "x",
                        e.actor(),
                        e.effectiveAt(),
                        e.recordedAt(),
                        e.to(),
                        e.reason(),
                        e.stateHash()),
                e -> with(e, e.name(), "user:2", e.effectiveAt(), e.recordedAt(), e.to(), e.reason(), e.stateHash()),
                e -> with(e, e.name(), e.actor(), AT.minusMillis(1), e.recordedAt(), e.to(), e.reason(), e.stateHash()),
                e -> with(e, e.name(), e.actor(), e.effectiveAt(), AT.plusMillis(1), e.to(), e.reason(), e.stateHash()),
                e -> with(e, e.name(), e.actor(), e.effectiveAt(), e.recordedAt(), "ELSE", e.reason(), e.stateHash()),
                e -> with(e, e.name(), e.actor(), e.effectiveAt(), e.recordedAt(), e.to(), "else", e.stateHash()),
                e -> with(e, e.name(), e.actor(), e.effectiveAt(), e.recordedAt(), e.to(), e.reason(), "else"));
    }

    private static HistoryEntry with(HistoryEntry e, List<FieldChange> changes) {
        return new HistoryEntry(
                e.version(),
                e.name(),
                e.actor(),
                e.actorRoles(),
                e.effectiveAt(),
                e.recordedAt(),
                e.from(),
                e.to(),
                e.reason(),
                e.legalBasis(),
                changes,
                e.stateHash(),
                e.previous(),
                e.hash());
    }

    private static HistoryEntry with(
            HistoryEntry e,
            String name,
            String actor,
            Instant effectiveAt,
            Instant recordedAt,
            String to,
            String reason,
            String stateHash) {
        return new HistoryEntry(
                e.version(),
                name,
                actor,
                e.actorRoles(),
                effectiveAt,
                recordedAt,
                e.from(),
                to,
                reason,
                e.legalBasis(),
                e.changes(),
                stateHash,
                e.previous(),
                e.hash());
    }

    private static List<HistoryEntry> chainOf(int length) {
        var chain = new ArrayList<HistoryEntry>();
        for (int version = 1; version <= length; version++) {
            var previous = chain.isEmpty() ? "" : chain.getLast().hash();
            var change = new Change("amended", OFFICER, AT, "OPEN", "OPEN", "because", "memorandum", List.of());
            chain.add(HistoryChain.next("a", version, previous, change, AT, "state-" + version));
        }
        return chain;
    }
}
