package org.trustedtrader.border.json;

import static org.trustedtrader.border.json.Wording.ascii;

import java.util.List;
import java.util.Map;
import org.trustedtrader.border.eligibility.Answer;
import org.trustedtrader.border.eligibility.Answer.ItemAnswer;
import org.trustedtrader.border.eligibility.Outcome;
import org.trustedtrader.border.policy.Benefit;
import org.trustedtrader.border.policy.Reason;

/**
 * Writes answers about identifiers. {@link #single} and {@link #batch} take the engine's records; the pieces below them take
 * reasons as the bits of a long, so that whoever reads columns writes an answer without making a record of it.
 */
public final class EligibilityJson {

    private static final byte[] DECISION = ascii("{\"decisionId\":");
    private static final byte[] SINGLE_SCHEME = ascii(",\"scheme\":");
    private static final byte[] ANSWERS = ascii(",\"answers\":[");
    private static final byte[] TEXTS = ascii("],\"reasonTexts\":{");
    private static final byte[] SCHEME = ascii("{\"scheme\":");
    private static final byte[] ID = ascii(",\"id\":");
    private static final byte[] OUTCOME = ascii(",\"outcome\":");
    private static final byte[] REASONS = ascii(",\"reasons\":[");
    private static final byte[] BENEFITS = ascii("],\"benefits\":[");
    private static final byte[] VERSIONS = ascii("],\"statusVersions\":{");
    private static final byte[] POLICY = ascii("},\"policyVersion\":");
    private static final byte[] AS_OF = ascii(",\"asOf\":");
    private static final byte[] VALID_UNTIL = ascii(",\"validUntil\":");
    private static final byte[] AGE = ascii(",\"statusAgeMillis\":");

    private EligibilityJson() {}

    /** The first item's answer, reasons with their texts. */
    public static void single(JsonBytes out, String decisionId, Answer answer) {
        var item = answer.answers().getFirst();
        out.raw(DECISION).text(decisionId).raw(SINGLE_SCHEME);
        identified(out, item.scheme(), item.id(), item.outcome());
        reasons(out, bits(item.reasons()), true);
        benefitsOf(out, item, true);
        versions(out, item.versions());
        end(out, answer);
    }

    /** Every item's answer in order, reasons as codes and their texts once. */
    public static void batch(JsonBytes out, String decisionId, Answer answer) {
        out.raw(DECISION).text(decisionId).raw(ANSWERS);
        long seen = 0;
        var further = false;
        for (var item : answer.answers()) {
            out.comma(further);
            further = true;
            seen |= item(out, item);
        }
        out.raw(TEXTS);
        texts(out, seen);
        end(out, answer);
    }

    /** One answer of several. @return the reasons that occur in it */
    private static long item(JsonBytes out, ItemAnswer item) {
        long reasons = bits(item.reasons());
        out.raw(SCHEME);
        identified(out, item.scheme(), item.id(), item.outcome());
        reasons(out, reasons, false);
        long seen = reasons | benefitsOf(out, item, false);
        versions(out, item.versions());
        out.raw('}').raw('}');
        return seen;
    }

    private static long benefitsOf(JsonBytes out, ItemAnswer item, boolean explained) {
        out.raw(BENEFITS);
        long seen = 0;
        var further = false;
        for (var benefit : item.benefits()) {
            long reasons = bits(benefit.reasons());
            benefit(out, benefit.benefit(), benefit.outcome(), reasons, explained, further);
            further = true;
            seen |= reasons;
        }
        return seen;
    }

    private static void identified(JsonBytes out, String scheme, String id, Outcome outcome) {
        out.text(scheme).raw(ID).text(id).raw(OUTCOME).raw(Wording.OUTCOMES[outcome.ordinal()]);
        out.raw(REASONS);
    }

    /**
     * One benefit of a list.
     *
     * @param reasons   bits of {@link Reason}s
     * @param explained whether each reason comes with its texts
     * @param further   whether another benefit came before it
     */
    static void benefit(
            JsonBytes out, Benefit benefit, Outcome outcome, long reasons, boolean explained, boolean further) {
        out.comma(further).raw(Wording.BENEFITS[benefit.ordinal()]).raw(Wording.OUTCOMES[outcome.ordinal()]);
        out.raw(REASONS);
        reasons(out, reasons, explained);
        out.raw(']').raw('}');
    }

    /** In the order in which the reasons are declared. */
    static void reasons(JsonBytes out, long bits, boolean explained) {
        byte[][] words = explained ? Wording.EXPLAINED : Wording.CODES;
        for (long rest = bits; rest != 0; rest &= rest - 1) {
            out.comma(rest != bits).raw(words[Long.numberOfTrailingZeros(rest)]);
        }
    }

    static void texts(JsonBytes out, long bits) {
        var further = false;
        for (var reason : Wording.ALPHABETICAL) {
            if ((bits & reason.bit()) != 0) {
                out.comma(further).raw(Wording.BY_CODE[reason.ordinal()]);
                further = true;
            }
        }
    }

    static void versions(JsonBytes out, Map<String, Long> versions) {
        out.raw(VERSIONS);
        var further = false;
        for (var version : versions.entrySet()) {
            out.comma(further).text(version.getKey()).raw(':').number(version.getValue());
            further = true;
        }
    }

    private static void end(JsonBytes out, Answer answer) {
        out.raw(POLICY).text(answer.policyVersion());
        out.raw(AS_OF).time(answer.asOf()).raw(VALID_UNTIL).time(answer.validUntil());
        out.raw(AGE).number(answer.statusAgeMillis()).raw('}');
    }

    private static long bits(List<Reason> reasons) {
        long bits = 0;
        for (int i = 0; i < reasons.size(); i++) {
            bits |= reasons.get(i).bit();
        }
        return bits;
    }
}
