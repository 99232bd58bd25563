package org.trustedtrader.validation.visit.mongo;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trustedtrader.platform.test.GoldenDocuments;
import org.trustedtrader.validation.visit.RiskLevel;
import org.trustedtrader.validation.visit.Visit;
import org.trustedtrader.validation.visit.VisitFixtures;

/** The stored form of a visit is that of the golden documents, which the first version of this service wrote. */
class MongoVisitsTest {

    @ParameterizedTest
    @EnumSource
    void aVisitInEveryStateIsStoredAndReadAsInGit(Visit.State state) {
        var name = state.name().toLowerCase(Locale.ROOT).replace('_', '-');
        GoldenDocuments.matches(MongoVisits.TYPE, VisitFixtures.in(state), "golden/visit-" + name + ".json");
    }

    @Test
    void anOrderedVisitIsStoredAndReadAsInGit() {
        GoldenDocuments.matches(MongoVisits.TYPE, VisitFixtures.adHoc(RiskLevel.HIGH), "golden/visit-ordered.json");
    }
}
