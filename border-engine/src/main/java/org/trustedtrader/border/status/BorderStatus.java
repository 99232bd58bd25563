package org.trustedtrader.border.status;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.trustedtrader.border.eligibility.Card;
import org.trustedtrader.border.eligibility.PartnerStatus;
import org.trustedtrader.border.eligibility.Party;
import org.trustedtrader.border.eligibility.PoliciesInForce;
import org.trustedtrader.border.eligibility.PolicyEffect;
import org.trustedtrader.border.eligibility.PolicyEffects;
import org.trustedtrader.border.eligibility.Status;
import org.trustedtrader.border.memory.BorderMemory;
import org.trustedtrader.border.memory.MemoryImage;
import org.trustedtrader.border.policy.Policies;
import org.trustedtrader.border.policy.Policy;
import org.trustedtrader.border.policy.Reason;
import org.trustedtrader.border.trader.Identifier;
import org.trustedtrader.border.trader.Revision;
import org.trustedtrader.border.trader.Scheme;

/** All that is known: from memory where memory can tell, which is nearly always, else from history. */
public final class BorderStatus implements Status, PoliciesInForce {

    private final BorderMemory memory;
    private final StatusProjection keeper;
    private final StatusHistory history;
    private final PartnerStatus partnerStatus;

    private BorderStatus(BorderMemory memory, RevisionStore store, Clock clock, PartnerStatus partnerStatus) {
        this.memory = memory;
        this.keeper = new StatusProjection(memory, store, clock);
        this.history = new StatusHistory(memory, store, keeper::receivedOf);
        this.partnerStatus = partnerStatus;
    }

    /** With all that is stored. @param clock programme time */
    public static BorderStatus load(Policies policies, RevisionStore store, Clock clock) {
        return load(policies, store, clock, PartnerStatus.NONE);
    }

    /** With all that is stored. @param partnerStatus asked about identifiers that no trader here ever held */
    public static BorderStatus load(Policies policies, RevisionStore store, Clock clock, PartnerStatus partnerStatus) {
        var status = new BorderStatus(new BorderMemory(policies), store, clock, partnerStatus);
        status.keeper.load();
        return status;
    }

    /** With what an image of an earlier process holds; what came since, stored or not, is still to be taken in. */
    public static BorderStatus resume(
            MemoryImage image, Policies policies, RevisionStore store, Clock clock, PartnerStatus partnerStatus) {
        var status = new BorderStatus(BorderMemory.of(image, policies), store, clock, partnerStatus);
        status.keeper.resume();
        return status;
    }

    @Override
    public Policies policies() {
        return memory.policies();
    }

    /** Lets other policies rule; until this returns, questions are answered by those before. */
    public void policies(Policies next) {
        memory.policies(next);
        keeper.reapplyReceived();
    }

    /** What would change for the traders known if the one policy took the place of the other at that time. */
    public List<PolicyEffect> effects(Policy before, Policy after, long millis) {
        return PolicyEffects.between(before, after, memory.profilesAt(millis));
    }

    public BorderMemory memory() {
        return memory;
    }

    /** Takes away at once what the revision takes away; what it grants counts once it is applied. */
    public void receive(Revision revision) {
        keeper.receive(revision);
    }

    /** Applies a revision; it is stored when this returns. Idempotent, in any order. */
    public void apply(Revision revision) {
        keeper.apply(List.of(revision));
    }

    /** Applies several at once, which costs little more than one. */
    public void apply(List<Revision> all) {
        keeper.apply(all);
    }

    /** While the store is away, a time before memory's reach is answered with {@link Party#isBeforeMemory}. */
    @Override
    public Party party(Identifier identifier, long millis) {
        var party = memory.party(identifier, millis);
        if (party == Party.UNKNOWN) {
            return partnerStatus.party(identifier, millis);
        }
        if (!party.isBeforeMemory()) {
            return party;
        }
        try {
            return history.now().party(identifier, millis);
        } catch (StoreUnavailableException e) {
            return party;
        }
    }

    @Override
    public Card card(String number, long millis) {
        return memory.card(number, millis);
    }

    /** What was known when these were the newest versions, no other subject was known, and these were the rules. For replays. */
    public Status asKnownWith(Map<String, Long> versions, Policies then) {
        return new KnownThen(history.knownWith(versions, then), partnerStatus, versions);
    }

    /** What was known by that time, machine time of the owners' records, under today's rules. */
    public Status asKnownAt(Instant recorded) {
        return asKnownAt(recorded, memory.policies());
    }

    /**
     * What was known by that time, machine time of the owners' records, when these were the rules. Of partners' members no
     * record says since when they were known, so that nothing is said about TINs of nobody here.
     */
    public Status asKnownAt(Instant recorded, Policies then) {
        return new WithoutPartners(history.knownAt(recorded, then), partnerStatus != PartnerStatus.NONE);
    }

    /** The same where no more than these versions had been received. For replays. */
    public Status asKnownAt(Instant recorded, Map<String, Long> versions, Policies then) {
        return new WithoutPartners(history.knownAt(recorded, versions, then), partnerStatus != PartnerStatus.NONE);
    }

    /** What counts for one company at one time, and its standing; empty if the company is not known. */
    public Optional<Snapshot> snapshot(String bn9, long millis) {
        return Identifier.parse(Scheme.BN9, bn9)
                .filter(identifier -> !memory.claimants(identifier).isEmpty())
                .map(identifier -> new Snapshot(history.counting(bn9, millis), party(identifier, millis)));
    }

    /**
     * What each version of one company and its memberships made of its standing, in the order in which they were recorded.
     * Reads the store, and waits for it.
     *
     * @param bn9    a well-formed business number
     * @param wanted which versions
     */
    public List<StandingChange> standingChanges(String bn9, Predicate<Revision> wanted) {
        return history.standingChanges(bn9, wanted);
    }

    /** @param counting the versions that count at that time, one for each aggregate */
    public record Snapshot(List<Revision> counting, Party party) {}

    private record KnownThen(Status ours, PartnerStatus partnerStatus, Map<String, Long> versions) implements Status {

        @Override
        public Party party(Identifier identifier, long millis) {
            var party = ours.party(identifier, millis);
            return party == Party.UNKNOWN ? partnerStatus.party(identifier, millis, versions) : party;
        }

        @Override
        public Card card(String number, long millis) {
            return ours.card(number, millis);
        }
    }

    private record WithoutPartners(Status ours, boolean partners) implements Status {

        @Override
        public Party party(Identifier identifier, long millis) {
            var party = ours.party(identifier, millis);
            return partners && party == Party.UNKNOWN && identifier.scheme() == Scheme.TIN
                    ? Party.nobody(Reason.HISTORY_NOT_HERE, Map.of(), Long.MAX_VALUE)
                    : party;
        }

        @Override
        public Card card(String number, long millis) {
            return ours.card(number, millis);
        }
    }
}
