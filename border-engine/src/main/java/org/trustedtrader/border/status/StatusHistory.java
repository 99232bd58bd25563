package org.trustedtrader.border.status;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.trustedtrader.border.eligibility.Card;
import org.trustedtrader.border.eligibility.ClaimRules;
import org.trustedtrader.border.eligibility.Party;
import org.trustedtrader.border.eligibility.Restriction;
import org.trustedtrader.border.eligibility.Status;
import org.trustedtrader.border.eligibility.TraderState;
import org.trustedtrader.border.memory.BorderMemory;
import org.trustedtrader.border.policy.Policies;
import org.trustedtrader.border.trader.Identifier;
import org.trustedtrader.border.trader.Revision;
import org.trustedtrader.border.trader.Revisions;
import org.trustedtrader.border.trader.Scheme;

/** The status at any time, as it is known now or as it was known once, read from the store: the caller waits for it. */
final class StatusHistory {

    private static final Comparator<Revision> RECORDED = Comparator.comparing(Revision::recordedAt)
            .thenComparing(Revision::subject)
            .thenComparing(Revision::version);

    private final BorderMemory memory;
    private final RevisionStore store;
    private final Function<String, List<Revision>> receivedOf;

    /** @param receivedOf what was received of a company and is not stored yet, which takes away and does not give */
    StatusHistory(BorderMemory memory, RevisionStore store, Function<String, List<Revision>> receivedOf) {
        this.memory = memory;
        this.store = store;
        this.receivedOf = receivedOf;
    }

    /** All that is known by now. */
    Status now() {
        return new Past(memory.policies(), file -> file, card -> card, true);
    }

    /** What was known when these were the newest versions and no other subject was known. */
    Status knownWith(Map<String, Long> versions, Policies policies) {
        return new Past(
                policies,
                file -> file.upTo(versions),
                card -> card.upTo(versions.getOrDefault(subject(card), 0L)),
                false);
    }

    /** What was known by that time, machine time of the owners' records. */
    Status knownAt(Instant recorded, Policies policies) {
        return new Past(policies, file -> file.knownAt(recorded), card -> card.knownAt(recorded), false);
    }

    /** What was known by that time where these were the newest versions and no other subject was known. */
    Status knownAt(Instant recorded, Map<String, Long> versions, Policies policies) {
        return new Past(
                policies,
                file -> file.upTo(versions).knownAt(recorded),
                card -> card.upTo(versions.getOrDefault(subject(card), 0L)).knownAt(recorded),
                false);
    }

    /** What counts for one company at one time, one version for each aggregate; empty if the company is not known. */
    List<Revision> counting(String bn9, long millis) {
        return CompanyRevisions.of(bn9, store.read(Revision.COMPANY + bn9)).counting(millis);
    }

    /** What each of these versions made of the company's standing, in the order in which they were recorded. */
    List<StandingChange> standingChanges(String bn9, Predicate<Revision> wanted) {
        var all = store.read(Revision.COMPANY + bn9).stream().sorted(RECORDED).toList();
        var standingChanges = new ArrayList<StandingChange>();
        for (int i = 0; i < all.size(); i++) {
            var by = all.get(i);
            if (wanted.test(by)) {
                standingChanges.add(new StandingChange(
                        by, standing(bn9, all.subList(0, i), by), standing(bn9, all.subList(0, i + 1), by)));
            }
        }
        return standingChanges;
    }

    private Party standing(String bn9, List<Revision> revision, Revision by) {
        var file = CompanyRevisions.of(bn9, revision);
        return file.isEmpty()
                ? Party.UNKNOWN
                : ClaimRules.resolve(
                        new Identifier(Scheme.BN9, bn9),
                        by.effectiveMillis(),
                        List.of(file.state()),
                        memory.policies());
    }

    private static String subject(Revisions card) {
        return card.all().isEmpty() ? "" : card.all().getFirst().subject();
    }

    private final class Past implements Status {

        private final Policies policies;
        private final UnaryOperator<CompanyRevisions> then;
        private final UnaryOperator<Revisions> cardThen;
        private final boolean withReceived;

        Past(
                Policies policies,
                UnaryOperator<CompanyRevisions> then,
                UnaryOperator<Revisions> cardThen,
                boolean withReceived) {
            this.policies = policies;
            this.then = then;
            this.cardThen = cardThen;
            this.withReceived = withReceived;
        }

        @Override
        public Party party(Identifier identifier, long millis) {
            List<TraderState> claimants = memory.claimants(identifier).stream()
                    .map(bn9 -> then.apply(CompanyRevisions.of(bn9, store.read(Revision.COMPANY + bn9))))
                    .filter(file -> !file.isEmpty())
                    .map(this::state)
                    .filter(state -> state.claims().contains(identifier))
                    .toList();
            return claimants.isEmpty() ? Party.UNKNOWN : ClaimRules.resolve(identifier, millis, claimants, policies);
        }

        private TraderState state(CompanyRevisions file) {
            var state = file.state();
            if (withReceived) {
                for (var received : receivedOf.apply(state.bn9())) {
                    state = Restriction.restricted(state, received);
                }
            }
            return state;
        }

        @Override
        public Card card(String number, long millis) {
            var states = store.read(Revision.DRIVER_CARD + number);
            return Card.of(number, cardThen.apply(Revisions.of(states)), millis);
        }
    }
}
