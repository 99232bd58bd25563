package org.trustedtrader.benefits.decision.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.trustedtrader.border.test.TraderFixtures.MONDAY;
import static org.trustedtrader.border.test.TraderFixtures.TUESDAY;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.trustedtrader.benefits.decision.JournalEntry;
import org.trustedtrader.benefits.decision.PendingDecision;
import org.trustedtrader.benefits.decision.entry.PartnerCodec.PartnerAnswer;
import org.trustedtrader.benefits.decision.entry.PartnerCodec.PartnerQuestion;
import org.trustedtrader.border.crossing.Crossing;
import org.trustedtrader.border.crossing.CrossingRules;
import org.trustedtrader.border.eligibility.Answer;
import org.trustedtrader.border.eligibility.EligibilityRules;
import org.trustedtrader.border.eligibility.Moment;
import org.trustedtrader.border.eligibility.Question;
import org.trustedtrader.border.examination.ExaminationKey;
import org.trustedtrader.border.examination.RandomSelection;
import org.trustedtrader.border.policy.Benefit;
import org.trustedtrader.border.policy.Reason;
import org.trustedtrader.border.policy.Tier;
import org.trustedtrader.border.status.BorderStatus;
import org.trustedtrader.border.test.CrossingFixtures;
import org.trustedtrader.border.test.InMemoryRevisionStore;
import org.trustedtrader.border.test.TestPolicies;
import org.trustedtrader.border.test.TraderFixtures;
import org.trustedtrader.border.trader.MembershipStatus;

class EntryCodecTest {

    private static final String MEMBERSHIP = "0191f2c4-7d3a-7b3e-9f27-2a6b1c0d4e5f";
    private static final Moment MOMENT =
            new Moment(TUESDAY.plusNanos(123_456_789), Duration.ofNanos(12_345_678), Duration.ofSeconds(60));
    private static final ExaminationKey KEY = new ExaminationKey("2026-a", "a-secret-of-the-tests");

    private final BorderStatus memory =
            BorderStatus.load(TestPolicies.shipped(), new InMemoryRevisionStore(), TraderFixtures.CLOCK);
    private final EligibilityRules eligibility = new EligibilityRules(TestPolicies.shipped());
    private final CrossingRules crossings = new CrossingRules(TestPolicies.shipped());

    EntryCodecTest() {
        memory.apply(TraderFixtures.carrier(1, MONDAY));
        memory.apply(TraderFixtures.membership(
                MEMBERSHIP, TraderFixtures.CARRIER, 3, MONDAY, MembershipStatus.ACTIVE, Tier.II, "HIGHWAY_CARRIER"));
        memory.apply(TraderFixtures.importer(1, MONDAY));
        memory.apply(TraderFixtures.importerIs(MembershipStatus.ACTIVE, 1, MONDAY));
        memory.apply(TraderFixtures.card(1, MONDAY, false));
    }

    @Test
    void aSingleAnswerIsReadAsItWasWrittenFromFewBytes() {
        var decision = asked(null, new Question.Item("carrier-code", TraderFixtures.CARRIER_CODE));
        assertThat(read(decision)).isEqualTo(decision.as("id"));
        assertThat(bytes(decision).length).isLessThanOrEqualTo(200);
    }

    @Test
    void everyKindOfItemIsReadAsItWasWritten() {
        var decision = asked(
                Benefit.FRONT_OF_LINE,
                new Question.Item("BN15", TraderFixtures.IMPORTER_BN15),
                new Question.Item("DRIVER_CARD", TraderFixtures.CARD),
                new Question.Item("driver-card", "x"),
                new Question.Item("BN9", "555666773"),
                new Question.Item("", ""),
                new Question.Item("naïve", "77\u03a5Y …"),
                new Question.Item("half a pair", "\ud83d" + "x".repeat(63)));
        assertThat(read(decision)).isEqualTo(decision.as("id"));
    }

    @Test
    void threeThousandItemsFitIntoARecord() {
        var items = Collections.nCopies(3_000, new Question.Item("\u20ac".repeat(65), "\u20ac".repeat(65)));
        assertThat(bytes(asked(null, items)).length).isLessThan(2 << 20);
    }

    @Test
    void crossingsAreReadAsTheyWereWritten() {
        var random = new Random(11);
        for (int i = 0; i < 500; i++) {
            var decision = decided(randomCrossing(random));
            assertThat(read(decision)).isEqualTo(decision.as("id"));
        }
    }

    @Test
    void whatWasKnownWhenIsReadAsItWasWritten() {
        var item = new Question.Item("carrier-code", TraderFixtures.CARRIER_CODE);
        var question = new Question(TUESDAY, null, List.of(item), MONDAY.plusNanos(1));
        var decision = new PendingDecision(
                "ELIGIBILITY", "client:x", MOMENT, question, eligibility.answer(question, memory, MOMENT), null);
        assertThat(read(decision)).isEqualTo(decision.as("id"));
        var crossing = decided(new CrossingFixtures().crossing().asKnownAt(MONDAY));
        assertThat(read(crossing)).isEqualTo(crossing.as("id"));
        assertThat(EntryCodec.isCrossing(bytes(crossing))).isTrue();
    }

    /** Written by the last version of this service that answered such questions. */
    @Test
    void whatACompanyAskedAnEarlierVersionIsStillRead() {
        var disclosed = HexFormat.of()
                .parseHex("01030c757365723a7880c5bfb10d959aef3a00cec2f105780080c5bfb10d959aef3a1239383736353433323418"
                        + "636172726965722d636f64650837375959000006018e9aef3a0101b4d1f9d603010036636f6e73656e742f3132"
                        + "333435363738322d393837363534333234070036636f6e73656e742f3938373635343332342d31323334353637"
                        + "383207020191f2c47d3a7b3e9f272a6b1c0d4e5f03002a6d656d626572736869702f6d2d696d706f7274657201"
                        + "14323032362d31312d3031f8c5bfb10dc7d7fd34");
        var entry = EntryCodec.read("id", disclosed);
        assertThat(entry.kind()).isEqualTo("MONITORING");
        assertThat(entry.question())
                .isEqualTo(new PartnerQuestion(
                        MOMENT.askedAt(), TraderFixtures.IMPORTER, "carrier-code", TraderFixtures.CARRIER_CODE));
        var answer = (PartnerAnswer) entry.answer();
        assertThat(answer.disclosure()).isEqualTo(PartnerCodec.Disclosure.ELIGIBLE);
        assertThat(answer.versions())
                .containsEntry("consent/123456782-987654324", 7L)
                .hasSize(6);
        assertThat(EntryCodec.isCrossing(disclosed)).isFalse();
        var hidden = EntryCodec.read(
                "id",
                HexFormat.of()
                        .parseHex(
                                "01030c757365723a7880c5bfb10d959aef3a00cec2f105780080c5bfb10d959aef3a1239383736353433323418"
                                        + "636172726965722d636f6465083737595903012604018e9aef3a0101b4d1f9d60301020191f2c47d3a7b3e9f27"
                                        + "2a6b1c0d4e5f03002a6d656d626572736869702f6d2d696d706f727465720114323032362d31312d3031f8c5bf"
                                        + "b10dc7d7fd34"));
        assertThat(((PartnerAnswer) hidden.answer()).reasons()).containsExactly(Reason.CONSENT_MISSING);
    }

    /** What earlier programs wrote, and they can read still. */
    @Test
    void aQuestionAboutAllThatIsKnownKeepsItsForm() {
        assertThat(bytes(asked(null, new Question.Item("BN9", "1")))[0]).isEqualTo((byte) 1);
        assertThat(bytes(decided(new CrossingFixtures().crossing()))[0]).isEqualTo((byte) 1);
    }

    @Test
    void aSelectionIsFilledInAtTheEnd() {
        var crossing = new CrossingFixtures().crossing();
        var draw = new RandomSelection(KEY, 1, Tier.II);
        var decision = new PendingDecision(
                "CROSSING", "client:x", MOMENT, crossing, crossings.decide(crossing, memory, MOMENT), draw);
        var out = new EntryOutput(8);
        EntryCodec.write(out, decision);
        ExaminationCodec.select(out);
        assertThat(EntryCodec.read("id", exactly(out))).isEqualTo(decision.as("id"));
        assertThat(decision.as("id").examination().selected()).isTrue();
    }

    @Test
    void aCallerWithoutObjectsWritesTheSameBytes() {
        var decision = asked(Benefit.FAST_LANE, new Question.Item("carrier-code", TraderFixtures.CARRIER_CODE));
        var question = (Question) decision.question();
        var answer = (Answer) decision.answer();
        var item = answer.answers().getFirst();
        var benefit = item.benefits().getFirst();
        var out = new EntryOutput(8);
        EligibilityCodec.begin(
                out,
                decision.askedBy(),
                MOMENT,
                question.at(),
                question.benefit(),
                answer.policyVersion(),
                answer.validUntil(),
                1);
        EligibilityCodec.who(out, "carrier-code", TraderFixtures.CARRIER_CODE);
        EligibilityCodec.Verdict.of(item.outcome(), 0, new Benefit[] {benefit.benefit()}, new long[] {0})
                .write(out, item.versions().size());
        item.versions().forEach((subject, version) -> VersionsCodec.write(out, subject, version));
        assertThat(exactly(out)).isEqualTo(bytes(decision));
    }

    @Test
    void aFormThatIsNotKnownIsNotGuessed() {
        var bytes = bytes(asked(null, new Question.Item("BN9", "1")));
        bytes[0] = 9;
        assertThatThrownBy(() -> EntryCodec.read("id", bytes)).hasMessageContaining("form 9");
    }

    private PendingDecision asked(Benefit benefit, Question.Item... items) {
        return asked(benefit, List.of(items));
    }

    private PendingDecision asked(Benefit benefit, List<Question.Item> items) {
        var question = new Question(TUESDAY.plusNanos(1), benefit, items);
        var answer = eligibility.answer(question, memory, MOMENT);
        return new PendingDecision("ELIGIBILITY", "client:border-windsor", MOMENT, question, answer, null);
    }

    private PendingDecision decided(Crossing crossing) {
        var judged = crossings.evaluate(crossing, memory, MOMENT);
        return new PendingDecision(
                "CROSSING", "client:x", MOMENT, crossing, judged.answer(), new RandomSelection(KEY, 0, judged.tier()));
    }

    private static Crossing randomCrossing(Random random) {
        var asked = new CrossingFixtures()
                .at(MONDAY.plusSeconds(random.nextInt(200_000) - 100_000))
                .carrier(random.nextBoolean() ? TraderFixtures.CARRIER_CODE : TraderFixtures.IMPORTER_BN15)
                .driver(List.of(TraderFixtures.CARD, "NOBODY1", TraderFixtures.CARRIER_CODE)
                        .get(random.nextInt(3)))
                .origin(random.nextBoolean() ? "US" : "FR")
                .importers(IntStream.range(0, 1 + random.nextInt(5))
                        .mapToObj(i -> i == 2 ? TraderFixtures.IMPORTER_BN15 : "importer " + i)
                        .toArray(String[]::new));
        if (random.nextInt(4) == 0) {
            asked.driver(null).regulated().seal(Crossing.Seal.BROKEN);
        }
        return asked.crossing();
    }

    private static JournalEntry read(PendingDecision decision) {
        return EntryCodec.read("id", bytes(decision));
    }

    private static byte[] bytes(PendingDecision decision) {
        var out = new EntryOutput(8);
        EntryCodec.write(out, decision);
        return exactly(out);
    }

    private static byte[] exactly(EntryOutput out) {
        return Arrays.copyOf(out.bytes(), out.length());
    }
}
