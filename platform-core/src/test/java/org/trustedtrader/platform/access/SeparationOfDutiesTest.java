package org.trustedtrader.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustedtrader.platform.access.SeparationOfDuties.NamedDecider;
import org.trustedtrader.platform.access.SeparationOfDuties.Share;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.refusal.Refusal;

class SeparationOfDutiesTest {

    private static final Actor PROPOSER = officer("paul");
    private static final Actor PARTICIPANT = officer("vera");
    private static final Actor OTHER = officer("zoe");
    private static final Actor MANAGER = officer("morgan");
    private static final SeparationOfDuties DUTIES = SeparationOfDuties.of(
            Share.proposal(PROPOSER.id(), "PROPOSAL", "part.proposed"),
            Share.participation(PARTICIPANT.id(), "VALIDATION", "part.validated"));

    @Test
    void refusesProposerAndParticipantAndNamesBoth() {
        for (var officer : new Actor[] {PROPOSER, PARTICIPANT}) {
            var refused = refused(() -> DUTIES.requireMayDecide(officer));
            assertThat(refused.violations())
                    .extracting(Refusal.Violation::field)
                    .containsExactly("PROPOSAL", "VALIDATION");
        }
        assertThatCode(() -> DUTIES.requireMayDecide(OTHER)).doesNotThrowAnyException();
    }

    @Test
    void letsANamedParticipantDecideAndNeverANamedProposer() {
        var named = DUTIES.unlessNamed(DUTIES.naming(PARTICIPANT.id(), "no other officer is left", MANAGER));
        assertThatCode(() -> named.requireMayDecide(PARTICIPANT)).doesNotThrowAnyException();
        refused(() -> DUTIES.naming(PROPOSER.id(), "no other officer is left", MANAGER));
        var forced = DUTIES.unlessNamed(new NamedDecider(PROPOSER.id(), "forced", MANAGER.id()));
        refused(() -> forced.requireMayDecide(PROPOSER));
    }

    @Test
    void letsNoManagerNameThemselves() {
        refused(() -> DUTIES.naming(MANAGER.id(), "no other officer is left", MANAGER));
    }

    @Test
    void nobodyIsNamedWhoMayDecideAnyway() {
        var refusal = catchThrowableOfType(
                Refusal.RuleBroken.class, () -> DUTIES.naming(OTHER.id(), "no other officer is left", MANAGER));
        assertThat(refusal.rule()).isEqualTo("naming-not-needed");
        assertThat(refusal.violations())
                .as("who may be named")
                .extracting(Refusal.Violation::field)
                .containsExactly("VALIDATION");
        assertThatCode(() -> DUTIES.namingByRole(OTHER.id(), "only approvers are left", MANAGER))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "zoe", "user:", "user:zoe zoe", "client:lane", "service:enrolment", "user:<b>"})
    void onlyOfficersAreNamed(String id) {
        assertThatThrownBy(() -> DUTIES.namingByRole(id, "no other officer is left", MANAGER))
                .isInstanceOf(Refusal.InvalidInput.class);
    }

    private static Refusal.RuleBroken refused(ThrowingCallable call) {
        var refusal = catchThrowableOfType(Refusal.RuleBroken.class, call);
        assertThat(refusal.rule()).isEqualTo("decided-by-someone-else");
        return refusal;
    }

    private static Actor officer(String name) {
        return new Actor("user:" + name, Set.of("approver"), Optional.empty());
    }
}
