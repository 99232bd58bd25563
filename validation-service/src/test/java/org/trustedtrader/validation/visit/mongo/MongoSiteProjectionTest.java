package org.trustedtrader.validation.visit.mongo;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.trustedtrader.platform.mongo.codec.RecordCodec;
import org.trustedtrader.platform.test.GoldenDocuments;
import org.trustedtrader.validation.visit.VisitFixtures;
import org.trustedtrader.validation.visit.mongo.MongoSiteProjection.CompanyView;

class MongoSiteProjectionTest {

    @Test
    void aCompanysSitesAreStoredAndReadAsInGit() {
        GoldenDocuments.matches(
                RecordCodec.of(CompanyView.class),
                new CompanyView("123456782", List.of(VisitFixtures.WINDSOR)),
                "golden/company-view.json");
    }
}
