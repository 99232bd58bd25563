package org.trustedtrader.border.json;

import static org.trustedtrader.border.json.JsonConstants.ascii;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.trustedtrader.border.eligibility.Answer;
import org.trustedtrader.border.eligibility.Answer.ItemAnswer;
import org.trustedtrader.border.eligibility.Outcome;
import org.trustedtrader.border.policy.Benefit;
import org.trustedtrader.border.policy.Reason;

/**
 * Writes answers about identifiers from the engine's records. A caller that reads columns writes the same without making a record
 * of it: {@link EligibilityFragments}.
 */
public final class EligibilityJson {

    private static final byte[] DECISION = ascii("{\"decisionId\":");
    private static final byte[] SINGLE_SCHEME = ascii(",\"scheme\":");
    private static final byte[] ANSWERS = ascii(",\"answers\":[");
    static final byte[] TEXTS = ascii("],\"reasonTexts\":{");
    static final byte[] SCHEME = ascii("{\"scheme\":");
    static final byte[] ID = ascii(",\"id\":");
    static final byte[] OUTCOME = ascii(",\"outcome\":");
    static final byte[] REASONS = ascii(",\"reasons\":[");
    static final byte[] BENEFITS = ascii("],\"benefits\":[");
    static final byte[] VERSIONS = ascii("],\"statusVersions\":{");
    private static final byte[] POLICY = ascii("},\"policyVersion\":");
    private static final byte[] AS_OF = ascii(",\"asOf\":");
    private static final byte[] VALID_UNTIL = ascii(",\"validUntil\":");
    private static final byte[] AGE = ascii(",\"statusAgeMillis\":");

    private EligibilityJson() {}

    /** The first item's answer, reasons with their texts. */
    public static void single(JsonBuffer out, String decisionId, Answer answer) {
        var item = answer.answers().getFirst();
        out.raw(DECISION).text(decisionId).raw(SINGLE_SCHEME);
        item(out, item, true);
        end(out, answer);
    }

    /** Every item's answer in order, reasons as codes and their texts once. */
    public static void batch(JsonBuffer out, String decisionId, Answer answer) {
        out.raw(DECISION).text(decisionId).raw(ANSWERS);
        long seen = 0;
        var further = false;
        for (var item : answer.answers()) {
            out.comma(further).raw(SCHEME);
            further = true;
            seen |= item(out, item, false);
            out.raw('}').raw('}');
        }
        out.raw(TEXTS);
        texts(out, seen);
        end(out, answer);
    }

    /** One item, from the value of its scheme to its versions. @return the reasons that occur in it */
    static long item(JsonBuffer out, ItemAnswer item, boolean explained) {
        long reasons = bits(item.reasons());
        identified(out, item.scheme(), item.id(), item.outcome());
        reasons(out, reasons, explained);
        long seen = reasons | benefitsOf(out, item, explained);
        versions(out, item.versions());
        return seen;
    }

    private static long benefitsOf(JsonBuffer out, ItemAnswer item, boolean explained) {
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

    private static void identified(JsonBuffer out, String scheme, String id, Outcome outcome) {
        out.text(scheme).raw(ID).text(id).raw(OUTCOME).raw(JsonConstants.OUTCOMES[outcome.ordinal()]);
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
            JsonBuffer out, Benefit benefit, Outcome outcome, long reasons, boolean explained, boolean further) {
        out.comma(further)
                .raw(JsonConstants.BENEFITS[benefit.ordinal()])
                .raw(JsonConstants.OUTCOMES[outcome.ordinal()]);
        out.raw(REASONS);
        reasons(out, reasons, explained);
        out.raw(']').raw('}');
    }

    /** In the order in which the reasons are declared. */
    static void reasons(JsonBuffer out, long bits, boolean explained) {
        byte[][] words = explained ? JsonConstants.EXPLAINED : JsonConstants.CODES;
        for (long rest = bits; rest != 0; rest &= rest - 1) {
            out.comma(rest != bits).raw(words[Long.numberOfTrailingZeros(rest)]);
        }
    }

    static void texts(JsonBuffer out, long bits) {
        var further = false;
        for (var reason : JsonConstants.ALPHABETICAL) {
            if ((bits & reason.bit()) != 0) {
                out.comma(further).raw(JsonConstants.BY_CODE[reason.ordinal()]);
                further = true;
            }
        }
    }

    static void versions(JsonBuffer out, Map<String, Long> versions) {
        out.raw(VERSIONS);
        var further = false;
        for (var version : versions.entrySet()) {
            out.comma(further).text(version.getKey()).raw(':').number(version.getValue());
            further = true;
        }
    }

    private static void end(JsonBuffer out, Answer answer) {
        end(out, answer.policyVersion(), answer.asOf(), answer.validUntil(), answer.statusAgeMillis());
    }

    static void end(JsonBuffer out, String policy, Instant asOf, Instant validUntil, long ageMillis) {
        out.raw(POLICY).text(policy);
        out.raw(AS_OF).time(asOf).raw(VALID_UNTIL).time(validUntil);
        out.raw(AGE).number(ageMillis).raw('}');
    }

    private static long bits(List<Reason> reasons) {
        long bits = 0;
        for (int i = 0; i < reasons.size(); i++) {
            bits |= reasons.get(i).bit();
        }
        return bits;
    }
}
