package org.trustedtrader.border.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.trustedtrader.border.eligibility.Profile;
import org.trustedtrader.border.eligibility.TraderState;

class ToldTest {

    private static final Change LOOKED_UP = new Change.Ignorable("looked up");
    private static final Change OTHER = new Change.Ignorable("other");

    private final Told told = new Told();

    @Test
    void aNarrowedTraderIsLookedUpWhereItsStateIsNotToldInTime() {
        assertThat(told.narrowed("123456782", () -> LOOKED_UP)).isEqualTo(1);
        assertThat(told.narrowed("123456782", () -> OTHER)).isZero();

        assertThat(told.hasNarrowed()).isTrue();
        assertThat(taken(9)).containsExactly(LOOKED_UP);
        assertThat(told.hasNarrowed()).isFalse();
    }

    @Test
    void aStateThatIsToldTakesThePlaceOfTheLookUp() {
        told.narrowed("123456782", () -> LOOKED_UP);
        told.add(() -> OTHER);

        assertThat(told.changed(state("123456782", 2))).isZero();

        assertThat(told.hasNarrowed()).isFalse();
        assertThat(taken(9)).containsExactly(new Change.OfTrader(state("123456782", 2)), OTHER);
    }

    @Test
    void whoIsNarrowedAgainAfterThatIsToldAgain() {
        told.narrowed("123456782", () -> OTHER);
        told.changed(state("123456782", 2));
        assertThat(told.narrowed("123456782", () -> LOOKED_UP)).isEqualTo(1);

        assertThat(taken(9)).containsExactly(new Change.OfTrader(state("123456782", 2)), LOOKED_UP);
    }

    @Test
    void aStateDoesNotTakeAPlaceThatIsTakenAlready() {
        told.narrowed("123456782", () -> LOOKED_UP);
        assertThat(taken(1)).containsExactly(LOOKED_UP);

        assertThat(told.changed(state("123456782", 2))).isEqualTo(1);
        assertThat(told.changed(state("987654324", 3))).isEqualTo(1);

        assertThat(taken(1)).containsExactly(new Change.OfTrader(state("123456782", 2)));
        assertThat(taken(9)).containsExactly(new Change.OfTrader(state("987654324", 3)));
        assertThat(told.isEmpty()).isTrue();
    }

    private List<Change> taken(int most) {
        return told.take(most).stream().map(Supplier::get).toList();
    }

    private static TraderState state(String bn9, long version) {
        return new TraderState(
                bn9,
                List.of(new TraderState.Piece(Long.MIN_VALUE, new Profile.Facts(Set.of(), List.of(), false), Set.of())),
                Set.of(),
                Map.of("company/" + bn9, version));
    }
}
