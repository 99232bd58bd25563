package org.trustedtrader.enrolment.obligation;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.trustedtrader.enrolment.Duties.MANAGER;
import static org.trustedtrader.enrolment.Duties.SOMEBODY_ELSE;
import static org.trustedtrader.enrolment.Duties.officer;
import static org.trustedtrader.enrolment.obligation.ObligationProposal.Kind.EXTENSION;
import static org.trustedtrader.enrolment.obligation.ObligationProposal.Kind.WAIVER;
import static org.trustedtrader.enrolment.obligation.ObligationTest.*;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.trustedtrader.enrolment.Duties;
import org.trustedtrader.enrolment.obligation.Obligation.State;
import org.trustedtrader.platform.access.SeparationOfDuties.NamedDecider;
import org.trustedtrader.platform.access.SeparationOfDuties.Share;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.refusal.Refusal;

/** A later due date and a waiver, and everybody who took part. */
class ObligationDutiesTest {

    private static final LocalDate LATER = DUE.plusDays(30);
    private static final Actor SUSPENDER = officer("sue", "approver");
    private static final Obligation.Grant GRANT = new Obligation.Grant(
            "a strike", List.of(Share.participation(SUSPENDER.id(), "SUSPENSION", "part.suspended")));

    @TestFactory
    Stream<DynamicTest> bothGrants() {
        return Stream.of(
                        row(
                                "an extension",
                                () -> proposed(anObligationIn(State.OPEN), EXTENSION, LATER),
                                (o, who) -> o.extend(GRANT, LATER, POLICY, who, OPENED)),
                        row(
                                "a waiver",
                                () -> proposed(anObligationIn(State.OPEN), WAIVER, null),
                                (o, who) -> o.waive(GRANT, who, OPENED)))
                .flatMap(Duties::tests);
    }

    @Test
    void nothingIsGrantedWithoutAProposalOfThatKindAndNothingBeyondIt() {
        assertThatThrownBy(() -> anObligationIn(State.OPEN).waive(GRANT, SOMEBODY_ELSE, OPENED))
                .isInstanceOf(Refusal.RuleBroken.class);
        assertThatThrownBy(() ->
                        proposed(anObligationIn(State.OPEN), EXTENSION, LATER).waive(GRANT, SOMEBODY_ELSE, OPENED))
                .isInstanceOf(Refusal.RuleBroken.class);
        assertThatThrownBy(() -> proposed(anObligationIn(State.OPEN), EXTENSION, LATER)
                        .extend(GRANT, LATER.plusDays(1), POLICY, SOMEBODY_ELSE, OPENED))
                .isInstanceOf(Refusal.InvalidInput.class);
    }

    private static Duties row(String decision, Supplier<Obligation> proposed, BiConsumer<Obligation, Actor> grant) {
        return Duties.of(
                decision,
                Map.of("proposed it", ADAM),
                Map.of("suspended", SUSPENDER),
                who -> grant.accept(proposed.get(), who),
                who -> {
                    var named = proposed.get();
                    named.nameDecider(
                            new NamedDecider(who.id(), "no other officer is left", MANAGER.id()),
                            GRANT.others(),
                            MANAGER,
                            OPENED);
                    named.changeStored();
                    grant.accept(named, who);
                });
    }
}
