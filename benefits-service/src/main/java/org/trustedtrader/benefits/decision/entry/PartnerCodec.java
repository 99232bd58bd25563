package org.trustedtrader.benefits.decision.entry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.trustedtrader.border.eligibility.Moment;
import org.trustedtrader.border.policy.Reason;

/**
 * Companies' questions about each other, which enrolment-service answers now: only entries that an earlier version wrote are
 * read.
 */
public final class PartnerCodec {

    static final int NUMBER = 3;
    static final String NAME = "MONITORING";

    private PartnerCodec() {}

    /** What a company was told about another one. */
    public enum Disclosure {
        ELIGIBLE,
        INELIGIBLE,
        INDETERMINATE,
        NOT_DISCLOSED
    }

    /** @param scheme as it was written, well-formed or not, like the id */
    public record PartnerQuestion(Instant at, String asker, String scheme, String id) {}

    public record PartnerAnswer(
            Disclosure disclosure,
            List<Reason> reasons,
            Map<String, Long> versions,
            String policyVersion,
            Instant asOf,
            Instant validUntil,
            long statusAgeMillis) {}

    record Pair(PartnerQuestion question, PartnerAnswer answer) {}

    static Pair read(EntryInput in, Moment moment) {
        var question = new PartnerQuestion(in.instant(), in.text(), in.text(), in.text());
        var disclosure = Disclosure.values()[in.octet()];
        int count = in.count();
        List<Reason> reasons = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            reasons.add(Reason.values()[in.octet()]);
        }
        var versions = VersionsCodec.read(in, in.count());
        var answer = new PartnerAnswer(
                disclosure,
                List.copyOf(reasons),
                versions,
                in.text(),
                question.at(),
                in.instant(),
                moment.statusAge().toMillis());
        return new Pair(question, answer);
    }
}
