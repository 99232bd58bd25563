package org.trustedtrader.assessment.assessment.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.trustedtrader.assessment.assessment.Assessment;
import org.trustedtrader.assessment.criteria.Catalogues;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.web.Versioned;

/** Shows an assessment as of today, and to its company without the officers' ids. */
@Component
class Present {

    private final Catalogues catalogues;
    private final Clock clock;

    Present(Catalogues catalogues, Clock clock) {
        this.catalogues = catalogues;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    AssessmentView view(Assessment assessment, Actor reader) {
        return AssessmentView.of(assessment, catalogues.on(today()).version(), reader);
    }

    ResponseEntity<AssessmentView> ok(Assessment assessment, Actor reader) {
        return Versioned.ok(view(assessment, reader), assessment.version());
    }
}
