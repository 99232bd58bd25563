package org.trustedtrader.assessment.threatlist.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.trustedtrader.assessment.threatlist.PreviewThreatList;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.publication.web.DocumentController;

/** Lists of threat levels: proposed by a programme manager, published by another officer. Companies never read them. */
@RestController
@RequestMapping("/v1/threat-lists")
@Tag(name = "Threat lists")
class ThreatListController extends DocumentController {

    private final PreviewThreatList previews;

    ThreatListController(
            @Qualifier("threatListDocuments") Documents documents, PreviewThreatList previews, Clock clock) {
        super(documents, clock);
        this.previews = previews;
    }

    @PostMapping("/{version}/preview")
    @Operation(
            summary = "What a list would change",
            description =
                    "Compared with the list that would be in force at its time otherwise: places whose levels differ, and how many"
                            + " ratings that count now would be another band if they were made anew, with examples. Changes nothing and"
                            + " needs no Idempotency-Key. 404 for a list that nobody proposed.")
    PreviewThreatList.Preview preview(@PathVariable String version, Actor actor) {
        return previews.preview(version, actor);
    }
}
