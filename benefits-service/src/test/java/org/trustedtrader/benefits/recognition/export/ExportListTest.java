package org.trustedtrader.benefits.recognition.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trustedtrader.benefits.recognition.export.ExportedMembers.member;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.trustedtrader.border.recognition.MemberState;

class ExportListTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-30");
    private static final ExportList EMPTY = new ExportList(0, List.of());

    @Test
    void listsActiveMembersInOrderOfTin() {
        var list = next(EMPTY, member("CA2", MemberState.ACTIVE), member("CA1", MemberState.ACTIVE));
        assertThat(list.sequence()).isEqualTo(1);
        assertThat(list.entries()).extracting(e -> e.member().tin()).containsExactly("CA1", "CA2");
    }

    @Test
    void leavesOutAMemberThatNeverHeldRecognition() {
        assertThat(EMPTY.updated(List.of(member("CA1", MemberState.SUSPENDED)), TODAY))
                .isEmpty();
    }

    @Test
    void givesAChangedRowTheNextSequenceAndLeavesTheOthers() {
        var before = next(EMPTY, member("CA1", MemberState.ACTIVE), member("CA2", MemberState.ACTIVE));
        var after = next(before, member("CA1", MemberState.ACTIVE), member("CA2", MemberState.SUSPENDED));
        assertThat(after.entries()).extracting(ExportList.Entry::sequence).containsExactly(1L, 2L);
        assertThat(after.entries().getLast().member().status()).isEqualTo(MemberState.SUSPENDED);
    }

    @Test
    void revokesAMemberThatIsGoneOnce() {
        var before = next(EMPTY, member("CA1", MemberState.ACTIVE));
        var after = next(before);
        assertThat(after.entries().getFirst().member().status()).isEqualTo(MemberState.REVOKED);
        assertThat(after.entries().getFirst().member().details().statusDate()).isEqualTo(TODAY);
        assertThat(after.updated(List.of(), TODAY.plusDays(1))).isEmpty();
    }

    @Test
    void keepsItsSequenceWhenNothingChanges() {
        var list = next(EMPTY, member("CA1", MemberState.ACTIVE));
        assertThat(list.updated(List.of(member("CA1", MemberState.ACTIVE)), TODAY))
                .isEmpty();
    }

    private static ExportList next(ExportList list, ExportedMember... now) {
        return list.updated(List.of(now), TODAY).orElseThrow();
    }
}
