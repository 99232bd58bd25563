package org.trustedtrader.benefits.crossing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.trustedtrader.border.test.TraderFixtures.MONDAY;
import static org.trustedtrader.border.test.TraderFixtures.TUESDAY;
import static org.trustedtrader.border.test.TraderFixtures.WEDNESDAY;
import static org.trustedtrader.border.test.TraderFixtures.card;
import static org.trustedtrader.border.test.TraderFixtures.carrier;
import static org.trustedtrader.border.test.TraderFixtures.carrierIs;
import static org.trustedtrader.border.test.TraderFixtures.importer;
import static org.trustedtrader.border.test.TraderFixtures.importerIs;
import static org.trustedtrader.border.trader.MembershipStatus.ACTIVE;
import static org.trustedtrader.border.trader.MembershipStatus.SUSPENDED;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.trustedtrader.benefits.decision.InMemoryJournal;
import org.trustedtrader.benefits.decision.JournalEntry;
import org.trustedtrader.benefits.decision.Lease;
import org.trustedtrader.benefits.decision.MinVersion;
import org.trustedtrader.benefits.decision.MinVersionTimeout;
import org.trustedtrader.benefits.decision.ReviewDecision;
import org.trustedtrader.benefits.policy.PublishedPolicies;
import org.trustedtrader.benefits.policy.PublishedPolicy;
import org.trustedtrader.border.crossing.CrossingAnswer;
import org.trustedtrader.border.crossing.Lane;
import org.trustedtrader.border.examination.Examination;
import org.trustedtrader.border.examination.ExaminationKey;
import org.trustedtrader.border.examination.ExaminationKeys;
import org.trustedtrader.border.policy.Tier;
import org.trustedtrader.border.status.BorderStatus;
import org.trustedtrader.border.test.CrossingFixtures;
import org.trustedtrader.border.test.InMemoryRevisionStore;
import org.trustedtrader.border.test.PolicyFixtures;
import org.trustedtrader.border.test.TestPolicies;
import org.trustedtrader.border.test.TraderFixtures;
import org.trustedtrader.border.trader.Revision;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.publication.PublicationDraft;
import org.trustedtrader.platform.refusal.Refusal;

class DecideCrossingTest {

    private static final Actor BORDER = Actor.service("border");
    private static final ExaminationKeys KEYS =
            new ExaminationKeys(new ExaminationKey("1", "a-secret-of-the-tests"), List.of());

    private final PublishedPolicies book = new PublishedPolicies(TestPolicies.shipped());
    private final BorderStatus memory =
            BorderStatus.load(TestPolicies.shipped(), new InMemoryRevisionStore(), TraderFixtures.CLOCK);
    private final InMemoryJournal journal = new InMemoryJournal();
    private final Lease lease = new Lease(
            Clock.fixed(TUESDAY, ZoneOffset.UTC),
            () -> Duration.ofMillis(300),
            Duration.ofSeconds(60),
            new Lease.Reach(Duration.ofDays(100), Duration.ofDays(2)));
    private final DecideCrossing crossings = new DecideCrossing(memory, book, lease, journal, KEYS);
    private final ReviewDecision reviews = new ReviewDecision(journal, List.of(crossings));

    @Test
    void anAnswerThatCannotBeJournalledIsNotGiven() {
        journal.fail();
        assertThatThrownBy(() -> crossings.decide(new CrossingFixtures().crossing(), BORDER))
                .isInstanceOf(Refusal.Unavailable.class);
    }

    @Test
    void whoeverHasSeenMoreGetsNoAnswerAndNoneIsJournalled() {
        given(carrier(1, MONDAY), carrierIs(ACTIVE, 1, MONDAY));
        var least = MinVersion.parse("membership/m-carrier:2", new MinVersionTimeout(Duration.ofMillis(20)));
        assertThatThrownBy(() -> crossings.decide(new CrossingFixtures().crossing(), least, BORDER))
                .isInstanceOf(Refusal.VersionNotYet.class);
        assertThat(journal.entries).isEmpty();
        given(carrierIs(SUSPENDED, 2, MONDAY));
        var decision = crossings.decide(new CrossingFixtures().crossing(), least, BORDER);
        assertThat(lane(decision)).isEqualTo(Lane.FLI);
        assertThat(reviews.review(decision.id()).same()).isTrue();
    }

    @Test
    void whatWasKnownThenDecidesWhateverBecameKnownSince() {
        given(carrier(1, MONDAY), carrierIs(ACTIVE, 1, MONDAY), importer(1, MONDAY), importerIs(ACTIVE, 1, MONDAY));
        given(card(1, MONDAY, false));
        var lateNews = MONDAY.plusSeconds(60);
        given(recorded(carrierIs(SUSPENDED, 2, MONDAY), lateNews), recorded(card(2, MONDAY, true), lateNews));
        var before = new CrossingFixtures().crossing().asKnownAt(lateNews.minusMillis(1));
        var after = before.asKnownAt(lateNews);
        var atFirst = before.asKnownAt(MONDAY.minusSeconds(1));
        var decided = Stream.of(before, after, atFirst)
                .map(crossing -> crossings.decide(crossing, BORDER))
                .toList();
        assertThat(decided.stream().map(DecideCrossingTest::lane)).containsExactly(Lane.FLE, Lane.FLI, Lane.FLI);
        given(recorded(carrierIs(ACTIVE, 3, MONDAY), MONDAY));
        for (var entry : decided) {
            assertThat(reviews.review(entry.id()).same()).isTrue();
        }
    }

    /** Records are dated by the machine's clock, questions by the programme's, which a demonstration moves. */
    @Test
    void knownAtIsATimeOfTheProgramme() {
        var ahead = Duration.ofDays(95);
        var now = TUESDAY.plus(ahead);
        var movedLease = new Lease(
                Clock.fixed(now, ZoneOffset.UTC),
                () -> Duration.ofMillis(300),
                Duration.ofSeconds(60),
                new Lease.Reach(Duration.ofDays(100), Duration.ofDays(2)),
                time -> time.minus(ahead));
        var moved = new DecideCrossing(memory, book, movedLease, journal, KEYS);
        given(carrier(1, MONDAY), importer(1, MONDAY), card(1, MONDAY, false));
        var signed = now.minusSeconds(60);
        given(recorded(carrierIs(ACTIVE, 1, signed), signed.minus(ahead)));
        given(recorded(importerIs(ACTIVE, 1, signed), signed.minus(ahead)));
        var question = new CrossingFixtures().at(now).driver(null).crossing();
        assertThat(lane(moved.decide(question.asKnownAt(signed.minusSeconds(120)), BORDER)))
                .isEqualTo(Lane.FLI);
        assertThat(lane(moved.decide(question.asKnownAt(signed), BORDER))).isEqualTo(Lane.FLE);
    }

    @Test
    void rulesThatWerePublishedLaterDidNotRuleThen() {
        given(carrier(1, MONDAY), carrierIs(ACTIVE, 1, MONDAY), importer(1, MONDAY), importerIs(ACTIVE, 1, MONDAY));
        given(card(1, MONDAY, false));
        publish(PublishedPolicy.notUnderstood("newer", MONDAY.plusSeconds(60), MONDAY.plusSeconds(60)));
        var question = new CrossingFixtures().crossing();
        var decided = Stream.of(question.asKnownAt(MONDAY), question.asKnownAt(MONDAY.plusSeconds(60)))
                .map(crossing -> crossings.decide(crossing, BORDER))
                .toList();
        assertThat(decided.stream().map(DecideCrossingTest::lane)).containsExactly(Lane.FLE, Lane.INDETERMINATE);
        for (var entry : decided) {
            assertThat(reviews.review(entry.id()).same()).isTrue();
        }
    }

    @Test
    void nothingIsKnownOfTheFuture() {
        var question = new CrossingFixtures().crossing().asKnownAt(TUESDAY.plusMillis(1));
        assertThatThrownBy(() -> crossings.decide(question, BORDER)).isInstanceOf(Refusal.InvalidInput.class);
    }

    @Test
    void whoeverHasSeenAVersionCannotAskWhatWasKnownBefore() {
        var least = MinVersion.parse("membership/m-carrier:1", new MinVersionTimeout(Duration.ZERO));
        var question = new CrossingFixtures().crossing().asKnownAt(MONDAY);
        assertThatThrownBy(() -> crossings.decide(question, least, BORDER)).isInstanceOf(Refusal.InvalidInput.class);
    }

    private static Revision recorded(Revision known, Instant at) {
        return new Revision(known.subject(), known.version(), known.effectiveAt(), at, known.fact());
    }

    @Test
    void aTimeThatNobodyCanMeanIsRefused() {
        assertThatThrownBy(() -> crossings.decide(
                        new CrossingFixtures()
                                .at(TUESDAY.minus(Duration.ofDays(101)))
                                .crossing(),
                        BORDER))
                .isInstanceOf(Refusal.InvalidInput.class);
        assertThat(journal.entries).isEmpty();
    }

    @Test
    void aPastAnswerComesOutTheSameWhateverHappenedSince() {
        given(carrier(1, MONDAY), carrierIs(ACTIVE, 1, MONDAY), importer(1, MONDAY), card(1, MONDAY, false));
        var withoutImporter = crossings.decide(new CrossingFixtures().crossing(), BORDER);
        given(importerIs(ACTIVE, 1, MONDAY));
        var eligible = crossings.decide(new CrossingFixtures().crossing(), BORDER);
        given(carrierIs(SUSPENDED, 2, MONDAY));
        var suspended = crossings.decide(new CrossingFixtures().crossing(), BORDER);
        given(carrierIs(ACTIVE, 3, MONDAY), card(2, MONDAY, true));

        assertThat(List.of(lane(withoutImporter), lane(eligible), lane(suspended)))
                .containsExactly(Lane.FLI, Lane.FLE, Lane.FLI);
        for (var entry : List.of(withoutImporter, eligible, suspended)) {
            assertThat(reviews.review(entry.id()).same()).isTrue();
        }
    }

    @Test
    void aPastAnswerFollowsFromTheRulesThatItNamesWhateverRulesNow() {
        given(carrier(1, MONDAY), carrierIs(ACTIVE, 1, MONDAY), importer(1, MONDAY), importerIs(ACTIVE, 1, MONDAY));
        given(card(1, MONDAY, false));
        var eligible = crossings.decide(new CrossingFixtures().at(WEDNESDAY).crossing(), BORDER);
        publish(PublishedPolicy.notUnderstood("newer", WEDNESDAY, TUESDAY));
        var uncertain = crossings.decide(new CrossingFixtures().at(WEDNESDAY).crossing(), BORDER);
        var strict = PolicyFixtures.file("newer", WEDNESDAY);
        PolicyFixtures.fastLaneFromTier("III").accept(strict);
        publish(PublishedPolicy.read(new PublicationDraft("newer", WEDNESDAY, strict.toString()), TUESDAY));
        var refused = crossings.decide(new CrossingFixtures().at(WEDNESDAY).crossing(), BORDER);
        assertThat(List.of(lane(eligible), lane(uncertain), lane(refused)))
                .containsExactly(Lane.FLE, Lane.INDETERMINATE, Lane.FLI);
        for (var entry : List.of(eligible, uncertain, refused)) {
            assertThat(reviews.review(entry.id()).again().answer()).isEqualTo(entry.answer());
        }
    }

    private void publish(PublishedPolicy published) {
        book.enter(published);
        memory.policies(book.policies());
    }

    @Test
    void aTraderThatWasUnknownThenIsUnknownInTheReview() {
        var unknown = crossings.decide(new CrossingFixtures().crossing(), BORDER);
        given(carrier(1, MONDAY), carrierIs(ACTIVE, 1, MONDAY), importer(1, MONDAY), importerIs(ACTIVE, 1, MONDAY));
        assertThat(reviews.review(unknown.id()).same()).isTrue();
    }

    @Test
    void anAnswerThatHistoryDoesNotGiveIsFound() {
        given(carrier(1, MONDAY), carrierIs(SUSPENDED, 1, MONDAY), importer(1, MONDAY), importerIs(ACTIVE, 1, MONDAY));
        var entry = crossings.decide(new CrossingFixtures().crossing(), BORDER);
        var given = (CrossingAnswer) entry.answer();
        var forged = new CrossingAnswer(
                Lane.FLE,
                given.benefits(),
                given.versions(),
                given.policyVersion(),
                given.asOf(),
                given.validUntil(),
                given.statusAgeMillis());
        put(new JournalEntry(
                entry.id(),
                entry.kind(),
                entry.askedBy(),
                entry.moment(),
                entry.question(),
                forged,
                entry.examination()));
        assertThat(reviews.review(entry.id()).same()).isFalse();
    }

    @Test
    void aSelectionThatTheSecretDoesNotGiveIsFound() {
        var entry = crossings.decide(new CrossingFixtures().crossing(), BORDER);
        var drawn = entry.examination();
        var forged = new Examination(!drawn.selected(), drawn.rate(), drawn.tier(), drawn.keyId());
        put(new JournalEntry(
                entry.id(), entry.kind(), entry.askedBy(), entry.moment(), entry.question(), entry.answer(), forged));
        assertThat(reviews.review(entry.id()).same()).isFalse();
    }

    @Test
    void anOldSelectionIsRepeatedWithTheSecretOfItsTime() {
        var entry = crossings.decide(new CrossingFixtures().crossing(), BORDER);
        var rotated =
                new ExaminationKeys(new ExaminationKey("2", "another-secret-of-the-tests"), List.of(KEYS.current()));
        assertThat(reviewedWith(rotated, entry).same()).isTrue();
        var forgotten = new ExaminationKeys(new ExaminationKey("2", "another-secret-of-the-tests"), List.of());
        assertThat(reviewedWith(forgotten, entry).again().examination()).isNull();
    }

    @Test
    void theRateIsThatOfTheLowestTierWhereAllAreEligible() {
        given(carrier(1, MONDAY), carrierIs(ACTIVE, 1, MONDAY), importer(1, MONDAY));
        given(TraderFixtures.membership("m-importer", TraderFixtures.IMPORTER, 1, MONDAY, ACTIVE, Tier.I, "IMPORTER"));
        var entry = crossings.decide(new CrossingFixtures().crossing(), BORDER);
        assertThat(entry.examination().tier()).isEqualTo(Tier.I);
        assertThat(entry.examination().rate()).isEqualTo(0.05);
        given(carrierIs(SUSPENDED, 2, MONDAY));
        var refused = crossings.decide(new CrossingFixtures().crossing(), BORDER);
        assertThat(refused.examination().tier()).isNull();
        assertThat(refused.examination().rate()).isEqualTo(0.1);
    }

    @Test
    void aDecisionThatIsNotThereIsNotFound() {
        assertThatThrownBy(() -> reviews.review("none")).isInstanceOf(Refusal.NotFound.class);
    }

    private static Lane lane(JournalEntry entry) {
        return ((CrossingAnswer) entry.answer()).outcome();
    }

    private void put(JournalEntry entry) {
        journal.entries.put(entry.id(), entry);
    }

    private ReviewDecision.Review reviewedWith(ExaminationKeys keys, JournalEntry entry) {
        var others = new DecideCrossing(memory, book, lease, journal, keys);
        return new ReviewDecision(journal, List.of(others)).review(entry.id());
    }

    private void given(Revision... states) {
        for (var state : states) {
            memory.apply(state);
        }
    }
}
