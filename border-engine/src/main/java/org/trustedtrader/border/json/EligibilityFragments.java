package org.trustedtrader.border.json;

import static org.trustedtrader.border.json.JsonConstants.ascii;

import java.time.Instant;
import java.util.Arrays;
import org.trustedtrader.border.eligibility.Answer.ItemAnswer;
import org.trustedtrader.border.eligibility.Outcome;
import org.trustedtrader.border.memory.Lookup;
import org.trustedtrader.border.policy.Benefit;
import org.trustedtrader.border.policy.Reason;

/**
 * An answer about identifiers part by part, for callers that have bits instead of records; whole, it is to the letter what
 * {@link EligibilityJson} writes. In this order: {@link #beginSingle} or {@link #beginBatch}; the items, each as
 * {@link #who}, {@link #verdict} and {@link #versions}, or as {@link #item}; {@link #endSingle} or {@link #endBatch}.
 */
public final class EligibilityFragments {

    private static final byte[] DECISION = ascii("{\"decisionId\":\"");
    private static final byte[] SINGLE = ascii("\",\"scheme\":");
    private static final byte[] BATCH = ascii("\",\"answers\":[");
    private static final byte[] COMPANY = ascii("\"company/");
    private static final byte[] MEMBERSHIP = ascii("\"membership/");
    private static final byte[] VERSION = ascii("\":");

    private EligibilityFragments() {}

    /** @return where the decision's id belongs, which is written last. @param idLength how long it will be */
    public static int beginSingle(JsonBuffer out, int idLength) {
        int id = out.raw(DECISION).leave(idLength);
        out.raw(SINGLE);
        return id;
    }

    /** @return where the decision's id belongs, which is written last. @param idLength how long it will be */
    public static int beginBatch(JsonBuffer out, int idLength) {
        int id = out.raw(DECISION).leave(idLength);
        out.raw(BATCH);
        return id;
    }

    /** @param further whether another item came before it in a batch */
    public static void beginItem(JsonBuffer out, boolean further) {
        out.comma(further).raw(EligibilityJson.SCHEME);
    }

    public static void who(JsonBuffer out, String scheme, String id) {
        out.text(scheme).raw(EligibilityJson.ID).text(id);
    }

    /** The item's answer, without the trader's identity. @param reasons by benefit, bits of {@link Reason}s */
    public static byte[] verdict(Outcome outcome, long common, Benefit[] benefits, long[] reasons, boolean explained) {
        var out = new JsonBuffer(1_024);
        out.raw(EligibilityJson.OUTCOME)
                .raw(JsonConstants.OUTCOMES[outcome.ordinal()])
                .raw(EligibilityJson.REASONS);
        EligibilityJson.reasons(out, common, explained);
        out.raw(EligibilityJson.BENEFITS);
        for (int i = 0; i < benefits.length; i++) {
            EligibilityJson.benefit(out, benefits[i], Outcome.of(reasons[i]), reasons[i], explained, i > 0);
        }
        out.raw(EligibilityJson.VERSIONS);
        return Arrays.copyOf(out.array(), out.length());
    }

    public static void versions(JsonBuffer out, Lookup lookup) {
        boolean company = lookup.companyVersion() > 0;
        if (company) {
            out.raw(COMPANY).digits(lookup.company(), 9).raw(VERSION).number(lookup.companyVersion());
        }
        for (int i = 0; i < lookup.memberships(); i++) {
            out.comma(company || i > 0).raw(MEMBERSHIP).uuid(lookup.membershipHigh(i), lookup.membershipLow(i));
            out.raw(VERSION).number(lookup.membershipVersion(i));
        }
    }

    /** One item from its record. @return the reasons that occur in it */
    public static long item(JsonBuffer out, ItemAnswer item, boolean explained) {
        return EligibilityJson.item(out, item, explained);
    }

    public static void endItem(JsonBuffer out) {
        out.raw('}').raw('}');
    }

    /** @param seen the reasons that occur in it */
    public static void endBatch(JsonBuffer out, long seen, String policy, Instant asOf, Instant until, long ageMillis) {
        out.raw(EligibilityJson.TEXTS);
        EligibilityJson.texts(out, seen);
        EligibilityJson.end(out, policy, asOf, until, ageMillis);
    }

    public static void endSingle(JsonBuffer out, String policy, Instant asOf, Instant until, long ageMillis) {
        EligibilityJson.end(out, policy, asOf, until, ageMillis);
    }
}
