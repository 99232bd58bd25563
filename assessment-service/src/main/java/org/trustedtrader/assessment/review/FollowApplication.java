package org.trustedtrader.assessment.review;

import java.time.Clock;
import org.trustedtrader.assessment.criteria.Catalogue;
import org.trustedtrader.assessment.criteria.Catalogues;
import org.trustedtrader.platform.aggregate.Actor;

/**
 * Opens the assessment of an application that was filed, and follows it afterwards. What to do depends only on the
 * newest state heard, so that events may come twice, late or in any order.
 */
public final class FollowApplication {

    private static final Actor SELF = Actor.service("assessment");

    private final Assessments assessments;
    private final ApplicationSnapshots heard;
    private final Catalogues catalogues;
    private final Clock clock;

    public FollowApplication(Assessments assessments, ApplicationSnapshots heard, Catalogues catalogues, Clock clock) {
        this.assessments = assessments;
        this.heard = heard;
        this.catalogues = catalogues;
        this.clock = clock;
    }

    public void follow(ApplicationSnapshot application) {
        if (!heard.keepNewest(application)) {
            return;
        }
        ApplicationSnapshot newest = application;
        ApplicationSnapshot handled;
        do {
            handled = newest;
            react(handled);
            newest = heard.find(application.id()).orElseThrow();
        } while (newest.version() > handled.version());
    }

    private void react(ApplicationSnapshot application) {
        if (application.wantsAssessment() && assessments.find(application.id()).isEmpty()) {
            Catalogue today = catalogues.on(AssessmentRules.day(clock.instant()));
            if (assessments.createIfAbsent(Assessment.open(application, today, SELF, clock.instant()))) {
                return;
            }
        }
        assessments.react(application.id(), assessment -> {
            Catalogue answered = catalogues.kept(assessment.catalogueVersion());
            assessment.follow(application, answered, SELF, clock.instant());
        });
    }
}
