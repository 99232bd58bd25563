package org.trustedtrader.benefits.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.trustedtrader.border.test.TraderFixtures.CARRIER;
import static org.trustedtrader.border.test.TraderFixtures.CARRIER_CODE;
import static org.trustedtrader.border.test.TraderFixtures.IMPORTER;
import static org.trustedtrader.border.test.TraderFixtures.MONDAY;
import static org.trustedtrader.border.test.TraderFixtures.TUESDAY;
import static org.trustedtrader.border.test.TraderFixtures.carrier;
import static org.trustedtrader.border.test.TraderFixtures.carrierIs;
import static org.trustedtrader.border.test.TraderFixtures.importer;
import static org.trustedtrader.border.test.TraderFixtures.importerIs;
import static org.trustedtrader.border.trader.MembershipStatus.ACTIVE;
import static org.trustedtrader.border.trader.MembershipStatus.SUSPENDED;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.trustedtrader.benefits.consent.ConsentKnowledge;
import org.trustedtrader.benefits.consent.ConsentMemory;
import org.trustedtrader.benefits.consent.ConsentsInMemory;
import org.trustedtrader.benefits.consent.KeepConsents;
import org.trustedtrader.benefits.decision.JournalEntry;
import org.trustedtrader.benefits.decision.JournalInMemory;
import org.trustedtrader.benefits.decision.Lease;
import org.trustedtrader.benefits.decision.ReviewDecision;
import org.trustedtrader.benefits.policy.PolicyBook;
import org.trustedtrader.border.monitoring.Disclosure;
import org.trustedtrader.border.monitoring.PartnerAnswer;
import org.trustedtrader.border.policy.Reason;
import org.trustedtrader.border.status.BorderStatus;
import org.trustedtrader.border.test.InMemoryRevisionStore;
import org.trustedtrader.border.test.TestPolicies;
import org.trustedtrader.border.test.TraderFixtures;
import org.trustedtrader.border.trader.Revision;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.refusal.Refusal;

class MonitorPartnerTest {

    private final BorderStatus status =
            BorderStatus.load(TestPolicies.shipped(), new InMemoryRevisionStore(), TraderFixtures.CLOCK);
    private final JournalInMemory journal = new JournalInMemory();
    private final ConsentsInMemory consents = new ConsentsInMemory();
    private final ConsentMemory memory = new ConsentMemory();
    private final KeepConsents keeping = new KeepConsents(consents, memory, TraderFixtures.CLOCK);
    private Duration age = Duration.ofMillis(300);
    private final MonitorPartner monitoring = new MonitorPartner(
            status,
            new PolicyBook(TestPolicies.shipped()),
            new ConsentKnowledge(memory, consents),
            new Lease(
                    Clock.fixed(TUESDAY, ZoneOffset.UTC),
                    () -> age,
                    Duration.ofSeconds(60),
                    new Lease.Reach(Duration.ofDays(100), Duration.ofDays(2))),
            journal);
    private final ReviewDecision reviews = new ReviewDecision(journal, List.of(monitoring));

    @BeforeEach
    void twoMembers() {
        given(carrier(1, MONDAY), carrierIs(ACTIVE, 1, MONDAY), importer(1, MONDAY), importerIs(ACTIVE, 1, MONDAY));
    }

    @Test
    void partnersSeeEachOtherUntilOneWithdraws() {
        assertThat(disclosed(ask())).isEqualTo(Disclosure.NOT_DISCLOSED);
        give(CARRIER, IMPORTER);
        assertThat(disclosed(ask())).isEqualTo(Disclosure.NOT_DISCLOSED);
        give(IMPORTER, CARRIER);
        assertThat(disclosed(ask())).isEqualTo(Disclosure.ELIGIBLE);
        given(carrierIs(SUSPENDED, 2, MONDAY));
        assertThat(disclosed(ask())).isEqualTo(Disclosure.INELIGIBLE);
        keeping.withdraw(CARRIER + "-" + IMPORTER, "", Command.by(owner(CARRIER)));
        assertThat(disclosed(ask())).isEqualTo(Disclosure.NOT_DISCLOSED);
    }

    @Test
    void everyAnswerIsDerivedAgainWhateverHappenedSince() {
        ask();
        give(CARRIER, IMPORTER);
        ask();
        give(IMPORTER, CARRIER);
        ask();
        given(carrierIs(SUSPENDED, 2, MONDAY));
        ask();
        keeping.withdraw(CARRIER + "-" + IMPORTER, "", Command.by(owner(CARRIER)));
        ask();
        monitoring.ask("carrier-code", "77yy", owner(IMPORTER));
        monitoring.ask("carrier-code", "99ZZ", owner(IMPORTER));
        age = Duration.ofSeconds(61);
        ask();
        give(CARRIER, IMPORTER);
        given(carrierIs(ACTIVE, 3, MONDAY));
        assertThat(journal.entries.values().stream().map(MonitorPartnerTest::disclosed))
                .containsExactly(
                        Disclosure.NOT_DISCLOSED,
                        Disclosure.NOT_DISCLOSED,
                        Disclosure.ELIGIBLE,
                        Disclosure.INELIGIBLE,
                        Disclosure.NOT_DISCLOSED,
                        Disclosure.NOT_DISCLOSED,
                        Disclosure.NOT_DISCLOSED,
                        Disclosure.INDETERMINATE);
        for (var id : journal.entries.keySet()) {
            var review = reviews.review(id);
            assertThat(review.again().answer()).isEqualTo(review.entry().answer());
        }
    }

    @Test
    void anAnswerThatHistoryDoesNotGiveIsFound() {
        give(CARRIER, IMPORTER);
        give(IMPORTER, CARRIER);
        var entry = ask();
        var given = (PartnerAnswer) entry.answer();
        var forged = new PartnerAnswer(
                Disclosure.INELIGIBLE,
                List.of(Reason.MEMBERSHIP_SUSPENDED),
                given.versions(),
                given.policyVersion(),
                given.asOf(),
                given.validUntil(),
                given.statusAgeMillis());
        journal.entries.put(
                entry.id(),
                new JournalEntry(
                        entry.id(), entry.kind(), entry.askedBy(), entry.moment(), entry.question(), forged, null));
        assertThat(reviews.review(entry.id()).same()).isFalse();
    }

    @Test
    void anAnswerThatCannotBeJournalledIsNotGiven() {
        journal.fail();
        assertThatThrownBy(this::ask).isInstanceOf(Refusal.Unavailable.class);
    }

    @Test
    void whoeverBelongsToNoCompanyIsRefused() {
        var nobodys = new Actor("user:x", Set.of("full-user"), Optional.empty());
        assertThatThrownBy(() -> monitoring.ask("bn9", CARRIER, nobodys)).isInstanceOf(Refusal.NotAllowed.class);
        assertThat(journal.entries).isEmpty();
    }

    private JournalEntry ask() {
        return monitoring.ask("carrier-code", CARRIER_CODE, owner(IMPORTER));
    }

    private static Disclosure disclosed(JournalEntry entry) {
        return ((PartnerAnswer) entry.answer()).disclosure();
    }

    private void give(String company, String partner) {
        keeping.give(partner, Command.by(owner(company)));
    }

    private static Actor owner(String company) {
        return new Actor("user:" + company, Set.of("account-owner"), Optional.of(company));
    }

    private void given(Revision... known) {
        for (var one : known) {
            status.apply(one);
        }
    }
}
