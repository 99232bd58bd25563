package org.trustedtrader.border.json;

import static org.trustedtrader.border.json.Wording.ascii;

import org.trustedtrader.border.crossing.CrossingAnswer;
import org.trustedtrader.border.crossing.CrossingAnswer.BenefitFindings;
import org.trustedtrader.border.crossing.Finding;

/** Writes what was decided of a crossing. */
public final class CrossingJson {

    private static final byte[] DECISION = ascii("{\"decisionId\":");
    private static final byte[] OUTCOME = ascii(",\"outcome\":");
    private static final byte[] BENEFITS = ascii(",\"benefits\":[");
    private static final byte[] REASONS = ascii(",\"reasons\":[");
    private static final byte[] POLICY = ascii("},\"policyVersion\":");
    private static final byte[] AS_OF = ascii(",\"asOf\":");
    private static final byte[] VALID_UNTIL = ascii(",\"validUntil\":");
    private static final byte[] AGE = ascii(",\"statusAgeMillis\":");
    private static final byte[] NULL = ascii("null");

    private CrossingJson() {}

    public static void decision(JsonBytes out, String decisionId, CrossingAnswer answer) {
        out.raw(DECISION).text(decisionId);
        out.raw(OUTCOME).raw(Wording.LANES[answer.outcome().ordinal()]).raw(BENEFITS);
        var further = false;
        for (var benefit : answer.benefits()) {
            out.comma(further);
            further = true;
            benefit(out, benefit);
        }
        EligibilityJson.versions(out, answer.versions());
        out.raw(POLICY).text(answer.policyVersion());
        out.raw(AS_OF).time(answer.asOf()).raw(VALID_UNTIL).time(answer.validUntil());
        out.raw(AGE).number(answer.statusAgeMillis()).raw('}');
    }

    private static void benefit(JsonBytes out, BenefitFindings benefit) {
        out.raw(Wording.BENEFITS[benefit.benefit().ordinal()]);
        out.raw(Wording.OUTCOMES[benefit.outcome().ordinal()]).raw(REASONS);
        var further = false;
        for (var finding : benefit.findings()) {
            out.comma(further);
            further = true;
            finding(out, finding);
        }
        out.raw(']').raw('}');
    }

    private static void finding(JsonBytes out, Finding finding) {
        int reason = finding.reason().ordinal();
        out.raw(Wording.FINDINGS[reason]).raw(Wording.ABOUT[finding.about().ordinal()]);
        var identifier = finding.identifier();
        if (identifier == null) {
            out.raw(NULL);
        } else {
            out.text(identifier);
        }
        out.raw(Wording.TEXTS[reason]);
    }
}
