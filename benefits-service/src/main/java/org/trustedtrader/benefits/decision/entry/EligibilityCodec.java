package org.trustedtrader.benefits.decision.entry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.border.eligibility.Answer;
import org.trustedtrader.border.eligibility.Answer.BenefitOutcome;
import org.trustedtrader.border.eligibility.Answer.ItemAnswer;
import org.trustedtrader.border.eligibility.Moment;
import org.trustedtrader.border.eligibility.Outcome;
import org.trustedtrader.border.eligibility.Question;
import org.trustedtrader.border.eligibility.Reasons;
import org.trustedtrader.border.policy.Benefit;
import org.trustedtrader.border.policy.Reason;

/**
 * Questions about identifiers and their answers. A caller without objects calls, in this order: {@link #begin}; for each item
 * {@link #who}, its {@link Verdict} and its versions, or {@link #item}.
 */
public final class EligibilityCodec {

    static final int NUMBER = 1;
    static final String NAME = "ELIGIBILITY";

    private static final Outcome[] OUTCOMES = Outcome.values();
    private static final Benefit[] BENEFITS = Benefit.values();

    private EligibilityCodec() {}

    /** @param at what the question was about, and the answer too */
    public static void begin(
            EntryOutput out,
            String askedBy,
            Moment moment,
            Instant at,
            @Nullable Benefit asked,
            String policyVersion,
            Instant validUntil,
            int items) {
        EntryCodec.begin(out, NUMBER, askedBy, moment, null);
        begin(out, at, asked, policyVersion, validUntil, items);
    }

    private static void begin(
            EntryOutput out, Instant at, @Nullable Benefit asked, String policyVersion, Instant validUntil, int items) {
        out.instant(at);
        out.octet(asked == null ? 0 : asked.ordinal() + 1);
        out.text(policyVersion);
        out.instant(validUntil);
        out.number(items);
    }

    /** An item as it was asked. */
    public static void who(EntryOutput out, String scheme, String id) {
        out.text(scheme);
        out.text(id);
    }

    /** What the answer to an item says, without its versions: the same bytes for all of whom it is the same. */
    public record Verdict(byte[] beforeVersions, byte[] afterTheirCount) {

        /**
         * @param common  bits of the {@link Reason}s that hold for all benefits
         * @param reasons by benefit, bits too
         */
        public static Verdict of(Outcome outcome, long common, Benefit[] benefits, long[] reasons) {
            var first = new EntryOutput(16);
            common(first, outcome, common, benefits.length);
            var second = new EntryOutput(64);
            for (int i = 0; i < benefits.length; i++) {
                benefit(second, benefits[i], Outcome.of(reasons[i]), reasons[i]);
            }
            return new Verdict(
                    Arrays.copyOf(first.bytes(), first.length()), Arrays.copyOf(second.bytes(), second.length()));
        }

        /** @param versions how many follow */
        public void write(EntryOutput out, int versions) {
            out.raw(beforeVersions);
            out.number(versions);
            out.raw(afterTheirCount);
        }
    }

    private static void common(EntryOutput out, Outcome outcome, long common, int benefits) {
        out.number(common << 2 | outcome.ordinal());
        out.octet(benefits);
    }

    private static void benefit(EntryOutput out, Benefit benefit, Outcome outcome, long reasons) {
        out.octet(benefit.ordinal());
        out.number(reasons << 2 | outcome.ordinal());
    }

    public static void company(EntryOutput out, int number, long version) {
        VersionsCodec.company(out, number, version);
    }

    /** @param high, low the membership's id */
    public static void membership(EntryOutput out, long high, long low, long version) {
        VersionsCodec.membership(out, high, low, version);
    }

    static void write(EntryOutput out, String askedBy, Moment moment, Question question, Answer answer) {
        if (!answer.asOf().equals(question.at())
                || answer.statusAgeMillis() != moment.statusAge().toMillis()
                || answer.answers().size() != question.items().size()) {
            throw new IllegalArgumentException("The answer is not one to this question at this moment.");
        }
        EntryCodec.begin(out, NUMBER, askedBy, moment, question.knownAt());
        begin(
                out,
                question.at(),
                question.benefit(),
                answer.policyVersion(),
                answer.validUntil(),
                question.items().size());
        for (int i = 0; i < question.items().size(); i++) {
            item(out, question.items().get(i), answer.answers().get(i));
        }
    }

    /** One item from its records. */
    public static void item(EntryOutput out, Question.Item item, ItemAnswer answer) {
        if (!answer.scheme().equals(item.scheme()) || !answer.id().equals(item.id())) {
            throw new IllegalArgumentException("An answer is not that of its item.");
        }
        who(out, item.scheme(), item.id());
        common(out, answer.outcome(), bits(answer.reasons()), answer.benefits().size());
        out.number(answer.versions().size());
        answer.benefits().forEach(b -> benefit(out, b.benefit(), b.outcome(), bits(b.reasons())));
        answer.versions().forEach((subject, version) -> VersionsCodec.write(out, subject, version));
    }

    record Pair(Question question, Answer answer) {}

    static Pair read(EntryInput in, Moment moment, @Nullable Instant knownAt) {
        var at = in.instant();
        int asked = in.octet();
        var policyVersion = in.text();
        var validUntil = in.instant();
        int count = in.count();
        List<Question.Item> items = new ArrayList<>(count);
        List<ItemAnswer> answers = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            var item = new Question.Item(in.text(), in.text());
            items.add(item);
            answers.add(answer(in, item));
        }
        return new Pair(
                new Question(at, asked == 0 ? null : BENEFITS[asked - 1], items, knownAt),
                new Answer(at, validUntil, moment.statusAge().toMillis(), policyVersion, List.copyOf(answers)));
    }

    private static ItemAnswer answer(EntryInput in, Question.Item item) {
        long bits = in.number();
        int benefits = in.octet();
        int versions = in.count();
        List<BenefitOutcome> outcomes = new ArrayList<>(benefits);
        for (int i = 0; i < benefits; i++) {
            var benefit = BENEFITS[in.octet()];
            long reasons = in.number();
            outcomes.add(new BenefitOutcome(benefit, outcome(reasons), Reasons.list(reasons >>> 2)));
        }
        Map<String, Long> byName = VersionsCodec.read(in, versions);
        return new ItemAnswer(
                item.scheme(), item.id(), outcome(bits), Reasons.list(bits >>> 2), List.copyOf(outcomes), byName);
    }

    private static Outcome outcome(long bits) {
        return OUTCOMES[(int) (bits & 3)];
    }

    private static long bits(List<Reason> reasons) {
        long bits = 0;
        for (var reason : reasons) {
            bits |= reason.bit();
        }
        return bits;
    }
}
