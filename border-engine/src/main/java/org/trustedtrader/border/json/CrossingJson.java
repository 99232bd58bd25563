package org.trustedtrader.border.json;

import static org.trustedtrader.border.json.JsonConstants.ascii;

import org.jspecify.annotations.Nullable;
import org.trustedtrader.border.crossing.CrossingAnswer;
import org.trustedtrader.border.crossing.CrossingAnswer.BenefitFindings;
import org.trustedtrader.border.crossing.Finding;
import org.trustedtrader.border.examination.Examination;

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
    private static final byte[] SELECTED = ascii(",\"examination\":{\"selected\":");
    private static final byte[] NOT_EXAMINED = ascii(",\"examination\":null");
    private static final byte[] RATE = ascii(",\"rate\":");
    private static final byte[] TIER = ascii(",\"tier\":");
    private static final byte[] KEY = ascii(",\"keyId\":");
    private static final byte[] TRUE = ascii("true");
    private static final byte[] FALSE = ascii("false");
    private static final byte[] NULL = ascii("null");

    private CrossingJson() {}

    public static void decision(
            JsonBuffer out, String decisionId, CrossingAnswer answer, @Nullable Examination examination) {
        out.raw(DECISION).text(decisionId);
        out.raw(OUTCOME).raw(JsonConstants.LANES[answer.outcome().ordinal()]).raw(BENEFITS);
        var further = false;
        for (var benefit : answer.benefits()) {
            out.comma(further);
            further = true;
            benefit(out, benefit);
        }
        EligibilityJson.versions(out, answer.versions());
        out.raw(POLICY).text(answer.policyVersion());
        out.raw(AS_OF).time(answer.asOf()).raw(VALID_UNTIL).time(answer.validUntil());
        out.raw(AGE).number(answer.statusAgeMillis());
        examination(out, examination);
        out.raw('}');
    }

    private static void examination(JsonBuffer out, @Nullable Examination examination) {
        if (examination == null) {
            out.raw(NOT_EXAMINED);
            return;
        }
        var tier = examination.tier();
        out.raw(SELECTED).raw(examination.selected() ? TRUE : FALSE);
        out.raw(RATE).raw(ascii(Double.toString(examination.rate())));
        out.raw(TIER).text(tier == null ? "NONE" : tier.name());
        out.raw(KEY).text(examination.keyId()).raw('}');
    }

    private static void benefit(JsonBuffer out, BenefitFindings benefit) {
        out.raw(JsonConstants.BENEFITS[benefit.benefit().ordinal()]);
        out.raw(JsonConstants.OUTCOMES[benefit.outcome().ordinal()]).raw(REASONS);
        var further = false;
        for (var finding : benefit.findings()) {
            out.comma(further);
            further = true;
            finding(out, finding);
        }
        out.raw(']').raw('}');
    }

    private static void finding(JsonBuffer out, Finding finding) {
        int reason = finding.reason().ordinal();
        out.raw(JsonConstants.FINDINGS[reason])
                .raw(JsonConstants.ABOUT[finding.about().ordinal()]);
        var identifier = finding.identifier();
        if (identifier == null) {
            out.raw(NULL);
        } else {
            out.text(identifier);
        }
        out.raw(JsonConstants.TEXTS[reason]);
    }
}
