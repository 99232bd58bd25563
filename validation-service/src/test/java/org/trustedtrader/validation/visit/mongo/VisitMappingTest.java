package org.trustedtrader.validation.visit.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trustedtrader.platform.aggregate.Aggregate.Stored;
import org.trustedtrader.validation.visit.AVisit;
import org.trustedtrader.validation.visit.RiskLevel;
import org.trustedtrader.validation.visit.VisitState;

class VisitMappingTest {

    private final VisitMapping mapping = new VisitMapping();

    @ParameterizedTest
    @EnumSource
    void aVisitInEveryStateComesBackAsItWas(VisitState state) {
        var visit = AVisit.in(state);
        var written = Document.parse(mapping.state(visit).toJson());
        var read = mapping.restore(new Stored(visit.id(), 7, Map.of()), written);
        assertThat(read.file()).isEqualTo(visit.file());
        assertThat(read.version()).isEqualTo(7);
        assertThat(read.id()).isEqualTo(visit.id());
    }

    @Test
    void anOrderedVisitWithoutApplicationComesBackAsItWas() {
        var visit = AVisit.adHoc(RiskLevel.HIGH);
        var written = Document.parse(mapping.state(visit).toJson());
        assertThat(mapping.restore(new Stored("visit-1", 1, Map.of()), written).file())
                .isEqualTo(visit.file());
    }

    @Test
    void aVisitIsFoundByItsOfficersAndYears() {
        var state = mapping.state(AVisit.in(VisitState.CONFIRMED));
        assertThat(state.getList("officers", String.class)).containsExactly(AVisit.VERA.id());
        assertThat(state.getList("years", Integer.class)).containsExactly(2026, 2027);
    }
}
