package org.trustedtrader.border.memory;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.trustedtrader.border.eligibility.Card;
import org.trustedtrader.border.eligibility.ClaimRules;
import org.trustedtrader.border.eligibility.Party;
import org.trustedtrader.border.eligibility.PoliciesInForce;
import org.trustedtrader.border.eligibility.Profile;
import org.trustedtrader.border.eligibility.Status;
import org.trustedtrader.border.eligibility.TraderState;
import org.trustedtrader.border.policy.Policies;
import org.trustedtrader.border.trader.Identifier;
import org.trustedtrader.border.trader.Revision;
import org.trustedtrader.border.trader.Scheme;

/**
 * The status of every trader, ready to be asked. Nearly all are <em>plain</em>: one row of numbers, found by an index of
 * identifiers, evaluated by the dictionary of profiles. The few with more to keep (a change ahead, a claim that is disputed or
 * given up) are kept as {@link TraderState}s beside the rows. One writer at a time; readers never wait and see a trader as it
 * was before a change or after it, never between.
 */
public final class BorderMemory implements Status, PoliciesInForce {

    private final Traders traders;
    private final ClaimIndex claims;
    private final Profiles profiles;
    private final CardMemory cards = new CardMemory();
    private final TraderScan walk;
    private final RestrictionWriter restrictionWriter;
    private volatile StatusListener listener = StatusListener.NONE;

    public BorderMemory(Policies policies) {
        this(policies, 0);
    }

    /** @param expected about how many traders there will be */
    public BorderMemory(Policies policies, int expected) {
        this(new Traders(), new ClaimIndex(expected), new Profiles(policies));
    }

    private BorderMemory(Traders traders, ClaimIndex claims, Profiles profiles) {
        this.traders = traders;
        this.claims = claims;
        this.profiles = profiles;
        this.walk = new TraderScan(traders, claims, profiles);
        this.restrictionWriter = new RestrictionWriter(traders, profiles, this::state);
    }

    /** A memory as it was when that image was taken. */
    public static BorderMemory of(MemoryImage image, Policies policies) {
        var profiles = new Profiles(policies);
        image.profiles().forEach(profiles::number);
        var memory = new BorderMemory(
                new Traders(image.rows(), image.rowOf(), image.states()),
                new ClaimIndex(image.narrow(), image.wide(), image.disputes()),
                profiles);
        image.cards().forEach(memory.cards::put);
        memory.invalidateTorn();
        return memory;
    }

    /** Of a trader that changed while its image was taken no more is known than that it must be read again. */
    private void invalidateTorn() {
        for (int trader = 0; trader < traders.count(); trader++) {
            if (traders.isTorn(trader)) {
                traders.publish(trader, notUnderstood(Set.copyOf(claims.of(trader))));
            }
        }
    }

    private static TraderState notUnderstood(Set<Identifier> claimed) {
        var bn9 = claimed.stream()
                .filter(identifier -> identifier.scheme() == Scheme.BN9)
                .findFirst()
                .map(Identifier::value)
                .orElse("");
        var period = new TraderState.Period(Long.MIN_VALUE, new Profile.Facts(Set.of(), List.of(), true), claimed);
        return new TraderState(bn9, List.of(period), claimed, Map.of());
    }

    /**
     * All that is known as flat arrays, taken while changes go on. Each part is read before those that it leads to: a claim
     * before its trader, a trader before its row, a row before its profile. Rows are used again a minute after they were
     * given up, which is when an image must be whole at the latest.
     */
    public MemoryImage image() {
        var narrow = claims.narrow();
        var wide = claims.wide();
        var disputes = claims.disputes();
        var rowOf = traders.rowOf();
        var states = traders.states();
        var rows = traders.rows();
        return new MemoryImage(
                narrow, wide, rowOf, rows, List.copyOf(profiles.all()), states, disputes, cards.stored());
    }

    /** The companies of whom a status counts, now or later, that was not understood, is not stored or follows a gap. */
    public List<String> unsettled() {
        return walk.unsettled().stream().filter(Scheme.BN9::admits).toList();
    }

    /** @param next receives every change from now on */
    public void listener(StatusListener next) {
        listener = next;
    }

    @Override
    public Policies policies() {
        return profiles.evaluated().policies();
    }

    /** Lets other policies rule; until they are worked out for everybody the old ones answer. */
    public void policies(Policies next) {
        var prepared = profiles.evaluate(next);
        synchronized (this) {
            profiles.install(prepared);
            listener.changed(next);
        }
    }

    public int traders() {
        return traders.count();
    }

    /** How many traders have which profile at that time, leaving out those of whom memory knows nothing then. */
    public Map<Profile, Long> profilesAt(long millis) {
        return walk.profilesAt(millis);
    }

    @Override
    public Party party(Identifier identifier, long millis) {
        var trader = claims.find(identifier);
        if (trader == ClaimIndex.ABSENT) {
            return Party.UNKNOWN;
        }
        if (trader != ClaimIndex.DISPUTED) {
            var row = new TraderRow();
            if (traders.read(trader, row)) {
                return row.party(profiles.evaluated(), millis);
            }
        }
        var claimants = Arrays.stream(claims.claimants(identifier, trader))
                .mapToObj(this::state)
                .toList();
        return ClaimRules.resolve(identifier, millis, claimants, policies());
    }

    /**
     * The same without an object for the answer, where a row tells it all.
     *
     * @param id   as it was written, well-formed or not
     * @param into holds what was found if this returns true
     * @return false if it takes {@link #party} to tell: nobody, somebody who is not plain, or a time before memory
     */
    public boolean lookUp(Scheme scheme, CharSequence id, long millis, Lookup into) {
        var trader = claims.find(scheme, id);
        return trader >= 0
                && traders.read(trader, into.row)
                && into.resolve(profiles.evaluated().at(millis), millis);
    }

    /** BatchLookup up all that were added, in a fraction of the time that it takes one by one. */
    public void lookUp(BatchLookup all, long millis) {
        all.resolveAll(claims, traders, profiles, millis);
    }

    @Override
    public Card card(String number, long millis) {
        return cards.at(number, millis);
    }

    /** The companies that hold, held or will hold an identifier. */
    public List<String> claimants(Identifier identifier) {
        return Arrays.stream(claims.claimants(identifier, claims.find(identifier)))
                .mapToObj(this::bn9)
                .toList();
    }

    /** The company that a membership belongs to, if any version of it could be read. */
    public Optional<String> companyOf(String membershipSubject) {
        var trader = traders.byMembership(membershipSubject);
        if (trader != null) {
            return Optional.of(bn9(trader));
        }
        var row = new TraderRow();
        var number = MembershipId.number(membershipSubject);
        var plain = number == null ? ClaimIndex.ABSENT : claims.find(number);
        return plain >= 0 && traders.read(plain, row) && row.hasMembership(membershipSubject)
                ? Optional.of(row.bn9())
                : Optional.empty();
    }

    /** One company's state as it is kept. */
    public Optional<TraderState> state(String bn9) {
        var trader = traderOf(bn9);
        return trader == ClaimIndex.ABSENT ? Optional.empty() : Optional.of(state(trader));
    }

    /** Takes in a trader's state; it counts when this returns. The trader comes before the claims that lead to it. */
    public synchronized void put(TraderState state) {
        var trader = traderOf(state.bn9());
        if (trader == ClaimIndex.ABSENT) {
            Identifier.parse(Scheme.BN9, state.bn9())
                    .orElseThrow(() -> new IllegalArgumentException(state.bn9() + " is no business number."));
            trader = traders.next();
        }
        if (!TraderRow.canTell(state)
                || !claims.areFreeFor(trader, state.claims())
                || !traders.publish(trader, TraderRow.of(state, profiles))) {
            traders.publish(trader, state);
        }
        for (var identifier : state.claims()) {
            claims.add(identifier, trader, this::moveOutOfRow);
        }
        listener.changed(state);
    }

    /** Takes a trader that was plain out of its row, because what it claims is disputed now. */
    private void moveOutOfRow(int trader) {
        var row = new TraderRow();
        if (traders.read(trader, row)) {
            traders.publish(trader, row.state(profiles, claims.of(trader)));
        }
    }

    /**
     * Lets a trader be worth no more, and hold no more, than it would by a version that was received and is not stored yet. Of a
     * plain trader what lies before that version is left to history until it is put again. A version that takes nothing away is
     * not named by any answer before it is put: a reader of it waits, and a replay finds what was answered.
     *
     * @param now milliseconds, programme time
     */
    public synchronized void restrict(String bn9, Revision received, long now) {
        var trader = traderOf(bn9);
        if (trader != ClaimIndex.ABSENT && restrictionWriter.restrict(trader, received, now)) {
            listener.restricted(bn9, received, now);
        }
    }

    /** The newest version of a subject that the company's status follows from; 0 if none. */
    public long versionKnown(String bn9, String subject) {
        var trader = traderOf(bn9);
        if (trader == ClaimIndex.ABSENT) {
            return 0;
        }
        var row = new TraderRow();
        return (traders.read(trader, row) ? row.versions() : state(trader).versions()).getOrDefault(subject, 0L);
    }

    /** Whether that is the newest version, and all that is known of the company was understood when it was put. */
    public boolean hasSettled(String bn9, Revision revision) {
        var trader = traderOf(bn9);
        if (trader == ClaimIndex.ABSENT) {
            return false;
        }
        var row = new TraderRow();
        if (traders.read(trader, row)) {
            return profiles.profile(row.profile).isSettled()
                    && row.versions().getOrDefault(revision.subject(), 0L) == revision.version();
        }
        var state = state(trader);
        return state.isSettled() && state.versions().getOrDefault(revision.subject(), 0L) == revision.version();
    }

    /** Takes in a card that was received and is not stored yet: it can only take validity away. */
    public synchronized void receive(Revision card) {
        cards.receive(card);
        listener.changed(card, false);
    }

    /** Takes in a card that is stored. */
    public synchronized void put(Revision card) {
        cards.put(card);
        listener.changed(card, true);
    }

    public boolean hasCard(Revision card) {
        return cards.has(card);
    }

    /** Sends all that is known as changes; what changes meanwhile is sent as it was before or after. */
    public void replay(StatusListener all) {
        all.changed(policies());
        walk.replay(all);
        cards.replay(all);
    }

    /** Bytes in the columns, the index and the dictionary. */
    public long bytes() {
        return claims.bytes() + traders.bytes() + profiles.bytes();
    }

    private int traderOf(String bn9) {
        var trader = claims.find(Scheme.BN9, bn9);
        return trader == ClaimIndex.DISPUTED ? claims.claimants(new Identifier(Scheme.BN9, bn9), trader)[0] : trader;
    }

    private String bn9(int trader) {
        var row = new TraderRow();
        return traders.read(trader, row) ? row.bn9() : state(trader).bn9();
    }

    /** The state as it is kept, or for a plain trader as its row says. */
    private TraderState state(int trader) {
        while (true) {
            var row = new TraderRow();
            if (traders.read(trader, row)) {
                return row.state(profiles, claims.of(trader));
            }
            var state = traders.state(trader);
            if (state != null) {
                return state;
            }
        }
    }
}
