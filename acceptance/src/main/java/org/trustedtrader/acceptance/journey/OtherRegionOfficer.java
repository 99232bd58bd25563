package org.trustedtrader.acceptance.journey;

import java.util.List;
import java.util.Map;
import org.trustedtrader.acceptance.client.Api;
import org.trustedtrader.acceptance.client.UnexpectedResponseException;

/** An intake officer of another region, who opens a file only with a reason that the auditor reads. */
final class OtherRegionOfficer {

    private static final String REASON = "The officer of the region is ill.";

    private final Api api;
    private final Api auditor;

    OtherRegionOfficer(Api api, Api auditor) {
        this.api = api;
        this.auditor = auditor;
    }

    String who() {
        return api.who();
    }

    /** The file is closed, open in every service with the access, and closed again after it; the auditor reads why. */
    Outcome breaksTheGlass(Trader trader) {
        var file = List.of(
                trader.companyPath(), trader.applicationPath(), trader.assessmentPath(), Validator.visitPath(trader));
        file.forEach(path -> api.get(path).expectProblem(403, "other-region"));
        var access = api.post("/v1/region-accesses", Map.of("company", trader.businessNumber(), "reason", REASON))
                .expect(201);
        file.forEach(path -> api.get(path).expect(200));
        var listed = auditor.get("/v1/region-accesses?status=OPEN&company=" + trader.businessNumber())
                .expect(200);
        if (!listed.body().toString().contains(REASON)) {
            throw new UnexpectedResponseException("The auditor does not read the reason: " + listed.body());
        }
        api.intend("/v1/region-accesses/" + access.text("accessId"), "end", Map.of("reason", "The file is done."))
                .expect(200);
        api.get(trader.companyPath()).expectProblem(403, "other-region");
        return Outcome.of("refused as another region's; opened with a reason, which the auditor reads; closed again")
                .with("filesOfAnotherRegion", file.size());
    }
}
