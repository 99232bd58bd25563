package org.trustedtrader.assessment.review.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trustedtrader.assessment.action.ActionStep;
import org.trustedtrader.assessment.review.Assessment;
import org.trustedtrader.assessment.review.Fixtures;
import org.trustedtrader.assessment.supplychain.Leg;
import org.trustedtrader.assessment.supplychain.Place;
import org.trustedtrader.assessment.supplychain.SupplyChain;
import org.trustedtrader.assessment.supplychain.TransportMode;
import org.trustedtrader.platform.aggregate.Aggregate;

class AssessmentMappingTest {

    private final AssessmentMapping mapping = new AssessmentMapping();

    @ParameterizedTest
    @EnumSource(Assessment.State.class)
    void everyStateComesBackAsItWas(Assessment.State state) {
        comesBackAsItWas(Fixtures.in(state));
    }

    @Test
    void everyOptionalFieldComesBackAsItWas() {
        var yard = new Place(Optional.of("S1"), "Windsor yard", "CA", Optional.of("ON"));
        var leg = new Leg("L1", yard, Place.party("Parts Inc.", "US"), TransportMode.ROAD, true);
        Assessment declared = Fixtures.stored(Fixtures.run(
                Fixtures.reviewedRejecting("A3CHY", "TC6R8"),
                a -> a.declare(new SupplyChain(List.of(leg)), Fixtures.OWNER, Fixtures.NOW)));
        Assessment exempted = Fixtures.stored(Fixtures.run(
                declared,
                a -> a.exempt("TC6R8", "No trailers.", Fixtures.TODAY.plusDays(9), Fixtures.APPROVER, Fixtures.NOW)));
        Assessment completed = Fixtures.stored(
                Fixtures.run(exempted, a -> a.complete("", Fixtures.RULES, Fixtures.ASSESSOR, Fixtures.NOW)));
        Assessment agreed = act(completed, ActionStep.agree("Security manager", "We write it."));
        Assessment submitted = act(act(agreed, ActionStep.start()), ActionStep.submit("Written.", Fixtures.TODAY));
        comesBackAsItWas(act(submitted, ActionStep.verify("Seen.")));
    }

    private static Assessment act(Assessment assessment, ActionStep step) {
        var actor = step.byCompany() ? Fixtures.OWNER : Fixtures.ASSESSOR;
        return Fixtures.stored(Fixtures.run(assessment, a -> a.act("A3CHY-1", step, actor, Fixtures.NOW)));
    }

    private void comesBackAsItWas(Assessment assessment) {
        Document asStored = Document.parse(json(mapping.state(assessment)));
        Assessment restored = mapping.restore(
                new Aggregate.Stored(assessment.id(), assessment.version(), assessment.seen()), asStored);
        assertThat(restored.snapshot()).isEqualTo(assessment.snapshot());
    }

    /** Extended JSON keeps every type that MongoDB keeps. */
    private static String json(Document document) {
        return document.toJson(
                JsonWriterSettings.builder().outputMode(JsonMode.EXTENDED).build());
    }
}
