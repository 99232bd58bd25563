package org.trustedtrader.validation.visit.mongo;

import static org.trustedtrader.validation.visit.VisitFixtures.*;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trustedtrader.platform.aggregate.Aggregate;
import org.trustedtrader.platform.test.GoldenDocuments;
import org.trustedtrader.validation.visit.Deviations;
import org.trustedtrader.validation.visit.Finding;
import org.trustedtrader.validation.visit.Requirement;
import org.trustedtrader.validation.visit.RiskLevel;
import org.trustedtrader.validation.visit.Visit;
import org.trustedtrader.validation.visit.VisitFixtures;
import org.trustedtrader.validation.visit.VisitOrigin;
import org.trustedtrader.validation.visit.VisitSnapshot;
import org.trustedtrader.validation.visit.VisitState;

/** The stored form of a visit is that of the golden documents, which the first version of this service wrote. */
class MongoVisitsTest {

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NO_SHOW")
    void aVisitInEveryStateIsStoredAndReadAsInGit(VisitState state) {
        var name = state.name().toLowerCase(Locale.ROOT).replace('_', '-');
        GoldenDocuments.matches(MongoVisits.TYPE, VisitFixtures.in(state), "golden/visit-" + name + ".json");
    }

    @Test
    void aNoShowOfAVersionThatDidNotSayWhoseIsRead() {
        var visit = VisitFixtures.in(VisitState.NO_SHOW).snapshot();
        var earlier = new VisitSnapshot(
                visit.state(),
                visit.origin(),
                visit.risk(),
                visit.schedule(),
                visit.findings(),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        GoldenDocuments.matches(
                MongoVisits.TYPE,
                Visit.restore(new Aggregate.Stored("v", 5, Map.of()), earlier),
                "golden/visit-no-show.json");
    }

    @Test
    void anOrderedVisitIsStoredAndReadAsInGit() {
        GoldenDocuments.matches(MongoVisits.TYPE, VisitFixtures.adHoc(RiskLevel.HIGH), "golden/visit-ordered.json");
    }

    @Test
    void aVisitToARequiredSiteIsStoredAndReadAsInGit() {
        GoldenDocuments.matches(
                MongoVisits.TYPE, VisitFixtures.required(VisitState.DUE), "golden/visit-required-due.json");
    }

    @Test
    void aClosedVisitToARequiredSiteIsStoredAndReadAsInGit() {
        GoldenDocuments.matches(
                MongoVisits.TYPE, VisitFixtures.required(VisitState.CLOSED), "golden/visit-required-closed.json");
    }

    @Test
    void aVisitOfARevalidationIsStoredAndReadAsInGit() {
        GoldenDocuments.matches(
                MongoVisits.TYPE, VisitFixtures.ofRevalidation(VisitState.DUE), "golden/visit-revalidation.json");
    }

    @Test
    void aNoShowIsStoredAndReadAsInGit() {
        GoldenDocuments.matches(MongoVisits.TYPE, VisitFixtures.in(VisitState.NO_SHOW), "golden/visit-no-show-by.json");
    }

    @Test
    void aVisitThatWasTakenOverIsStoredAndReadAsInGit() {
        GoldenDocuments.matches(MongoVisits.TYPE, removedAndTakenOver(), "golden/visit-taken-over.json");
    }

    private static Visit removedAndTakenOver() {
        var ordered = new VisitOrigin(
                Visit.Type.REVALIDATION,
                COMPANY,
                null,
                NOW,
                "Four years",
                APPLICATION,
                WINDSOR.id(),
                new Requirement(Requirement.Cause.ORDERED, 0, List.of()),
                null);
        var answered = after(settled(), v -> v.respond("F2", "No", CARLA, duringVisit()));
        var disputed = after(answered, v -> v.disputeResponse("F2", "Why not", VERA, duringVisit()));
        var decided =
                after(disputed, v -> v.decideDispute("F2", Finding.Decision.UPHELD, "Do it", MORGAN, duringVisit()));
        var visit = after(decided, v -> v.takeOver(OTHER_VALIDATOR.id(), "Illness", ANYBODY, MORGAN, duringVisit()))
                .snapshot();
        var deviations = visit.deviationsOrNone();
        return Visit.restore(
                new Aggregate.Stored("v", 5, Map.of()),
                new VisitSnapshot(
                        visit.state(),
                        ordered,
                        visit.risk(),
                        visit.schedule(),
                        visit.findings(),
                        visit.fieldwork(),
                        visit.report(),
                        null,
                        null,
                        null,
                        new Deviations(
                                deviations.noShows(),
                                deviations.takeOvers(),
                                new Deviations.SiteRemoval("windsor", NOW)),
                        null));
    }
}
