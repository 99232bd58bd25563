package org.trustedtrader.enrolment.programmepolicy.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.trustedtrader.enrolment.programmepolicy.PreviewProgrammePolicy;
import org.trustedtrader.enrolment.programmepolicy.ProgrammePolicyPreview;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.publication.web.DocumentController;

/** The programme's policy: proposed by a programme manager, published by another officer, in force from a day on. */
@RestController
@RequestMapping("/v1/programme-policies")
@Tag(name = "Programme policy")
class ProgrammePolicyController extends DocumentController {

    private final PreviewProgrammePolicy previews;

    ProgrammePolicyController(
            @Qualifier("programmePolicyDocuments") Documents documents, PreviewProgrammePolicy previews, Clock clock) {
        super(documents, clock);
        this.previews = previews;
    }

    @PostMapping("/{version}/preview")
    @Operation(
            summary = "What a version would change",
            description =
                    "Compared with the version that would be in force at its time otherwise: every value that differs, and how"
                            + " many obligations, memberships and cases that exist now would get other dates or keep theirs, with"
                            + " examples. Changes nothing and needs no Idempotency-Key. 404 for a version that nobody proposed.")
    ProgrammePolicyPreview preview(@PathVariable String version, Actor actor) {
        return previews.preview(version, actor);
    }
}
