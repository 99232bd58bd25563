package org.trustedtrader.enrolment.application.mongo;

import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.enrolment.application.AssessmentReport.RiskRating;
import org.trustedtrader.enrolment.application.Findings;
import org.trustedtrader.enrolment.application.Review;
import org.trustedtrader.enrolment.application.Vetting;
import org.trustedtrader.enrolment.application.VisitReport;
import org.trustedtrader.enrolment.mongo.Fields;

/** The review of an application inside its document. */
final class ReviewDocuments {

    private ReviewDocuments() {}

    static Document write(Review review) {
        return Fields.empty()
                .putTexts("intakeOfficers", review.intakeOfficers())
                .put("intakeOfficer", review.intakeOfficer())
                .put("vetting", vetting(review.vetting()))
                .putTexts("vettedBy", review.vettedBy())
                .put("findings", findings(review.findings()))
                .put("question", review.question())
                .document();
    }

    static Review read(Fields review) {
        return new Review(
                review.texts("intakeOfficers"),
                review.textOrNull("intakeOfficer"),
                vetting(review.partOrNull("vetting")),
                review.texts("vettedBy"),
                findings(review.part("findings")),
                review.textOrNull("question"));
    }

    private static @Nullable Document vetting(@Nullable Vetting vetting) {
        return vetting == null
                ? null
                : Fields.empty()
                        .put("outcome", vetting.outcome())
                        .put("officer", vetting.officer())
                        .document();
    }

    private static @Nullable Vetting vetting(@Nullable Fields vetting) {
        return vetting == null
                ? null
                : new Vetting(vetting.constant("outcome", Vetting.Outcome.class), vetting.text("officer"));
    }

    private static Document findings(Findings findings) {
        return Fields.empty()
                .put("assessmentCompleted", findings.assessmentCompleted())
                .put("riskRating", findings.riskRating())
                .put("openMustActions", findings.openMustActions())
                .putTexts("assessors", findings.assessors())
                .put("validation", findings.validation())
                .putTexts("validators", findings.validators())
                .document();
    }

    private static Findings findings(Fields findings) {
        return new Findings(
                findings.flag("assessmentCompleted"),
                findings.constantOrNull("riskRating", RiskRating.class),
                findings.number("openMustActions"),
                findings.texts("assessors"),
                findings.constantOrNull("validation", VisitReport.Outcome.class),
                findings.texts("validators"));
    }
}
