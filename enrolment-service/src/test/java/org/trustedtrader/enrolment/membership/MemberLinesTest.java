package org.trustedtrader.enrolment.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.trustedtrader.enrolment.company.LineOfBusiness.*;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.trustedtrader.platform.refusal.Refusal;

class MemberLinesTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 11, 23);
    private static final LocalDate LATER = LocalDate.of(2027, 3, 1);

    private final MemberLines lines = MemberLines.of(Set.of(IMPORTER));

    @Test
    void eachLineHasItsOwnFirstDay() {
        var more = lines.plus(Set.of(IMPORTER, HIGHWAY_CARRIER), LATER);
        assertThat(more.linesOfBusiness()).containsExactlyInAnyOrder(IMPORTER, HIGHWAY_CARRIER);
        assertThat(more.since(IMPORTER, FIRST)).isEqualTo(FIRST);
        assertThat(more.since(HIGHWAY_CARRIER, FIRST)).isEqualTo(LATER);
    }

    @Test
    void aLineThatWasGivenUpBeginsAnew() {
        var again = lines.plus(Set.of(HIGHWAY_CARRIER), LATER)
                .without(HIGHWAY_CARRIER)
                .plus(Set.of(HIGHWAY_CARRIER), LATER.plusYears(1));
        assertThat(again.since(HIGHWAY_CARRIER, FIRST)).isEqualTo(LATER.plusYears(1));
    }

    @Test
    void theLastLineIsNotGivenUp() {
        assertThat(catchThrowableOfType(Refusal.RuleBroken.class, () -> lines.without(IMPORTER))
                        .rule())
                .isEqualTo("last-line");
        assertThatThrownBy(() -> lines.without(COURIER)).isInstanceOf(Refusal.InvalidInput.class);
    }
}
