package org.trustedtrader.border.memory;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.border.eligibility.Card;
import org.trustedtrader.border.eligibility.Claims;
import org.trustedtrader.border.eligibility.Party;
import org.trustedtrader.border.eligibility.PoliciesInForce;
import org.trustedtrader.border.eligibility.Profile;
import org.trustedtrader.border.eligibility.Status;
import org.trustedtrader.border.eligibility.TraderState;
import org.trustedtrader.border.policy.Policies;
import org.trustedtrader.border.trader.Identifier;
import org.trustedtrader.border.trader.Known;
import org.trustedtrader.border.trader.Scheme;

/**
 * The status of every trader, ready to be asked. Nearly all are <em>plain</em>: one row of numbers, found by an index of
 * identifiers, judged by the dictionary of profiles. The few with more to tell (a change ahead, a claim that is disputed or
 * given up, several memberships) are kept as {@link TraderState}s beside the rows. One writer at a time; readers never wait
 * and see a trader as it was before a change or after it, never between.
 */
public final class BorderMemory implements Status, PoliciesInForce {

    private static final VarHandle INTS = MethodHandles.arrayElementVarHandle(int[].class);

    /** In place of a row: the trader is kept as a state of its own. */
    static final int NOT_PLAIN = -1;

    /** In place of a trader: more than one claims the identifier, or one that does not hold it all the time. */
    static final int DISPUTED = -2;

    private static final int PIECE_SHIFT = 12;

    /** Each lot takes one walk over the index, and a list for each trader meanwhile. */
    private static final int TOLD_AT_ONCE = 1 << 16;

    private static final int WITHIN = (1 << PIECE_SHIFT) - 1;

    private final IdentifierIndex narrow;
    private final IdentifierIndex wide;
    private final Rows rows;
    private final Profiles profiles;
    private final Map<Integer, TraderState> states = new ConcurrentHashMap<>();
    private final Map<Identifier, int[]> disputes = new ConcurrentHashMap<>();
    private final Map<String, Integer> byMembership = new ConcurrentHashMap<>();
    private final CardMemory cards = new CardMemory();
    private volatile int[][] rowOf;
    private volatile int traders;
    private volatile StatusListener listener = StatusListener.NONE;

    public BorderMemory(Policies policies) {
        this(policies, 0);
    }

    /** @param expected about how many traders there will be */
    public BorderMemory(Policies policies, int expected) {
        this.narrow = new IdentifierIndex(false, expected * 4);
        this.wide = new IdentifierIndex(true, 0);
        this.rows = new Rows();
        this.profiles = new Profiles(policies);
        this.rowOf = new int[0][];
    }

    /** A memory as it was when that image was taken. */
    public static BorderMemory of(MemoryImage image, Policies policies) {
        return new BorderMemory(image, policies);
    }

    private BorderMemory(MemoryImage image, Policies policies) {
        this.narrow = new IdentifierIndex(false, image.narrow().table());
        this.wide = new IdentifierIndex(true, image.wide().table());
        this.rows = Rows.of(image.rows());
        this.profiles = new Profiles(policies);
        image.profiles().forEach(profiles::number);
        disputes.putAll(image.disputes());
        image.cards().forEach(cards::keep);
        this.rowOf = new int[0][];
        for (var row : image.rowOf()) {
            var trader = newTrader();
            rowOf[trader >>> PIECE_SHIFT][trader & WITHIN] = row;
        }
        for (int trader = 0; trader < traders; trader++) {
            if (image.rowOf()[trader] == NOT_PLAIN) {
                var state = image.states().get(trader);
                show(trader, state != null ? state : notUnderstood(trader), null);
            }
        }
    }

    /** Of a trader that changed while the image was taken no more is known than that it must be read again. */
    private TraderState notUnderstood(int trader) {
        var claims = Set.copyOf(claimsOf(trader));
        var bn9 = claims.stream()
                .filter(identifier -> identifier.scheme() == Scheme.BN9)
                .findFirst()
                .map(Identifier::value)
                .orElse("");
        var piece = new TraderState.Piece(Long.MIN_VALUE, new Profile.Facts(Set.of(), List.of(), true), claims);
        return new TraderState(bn9, List.of(piece), claims, Map.of());
    }

    /**
     * All that is known as flat arrays, taken while changes go on. Each part is read before those that it leads to: a claim
     * before its trader, a trader before its row, a row before its profile. Rows are used again a minute after they were
     * given up, which is when an image must be whole at the latest.
     */
    public MemoryImage image() {
        var narrowNow = MemoryImage.Index.copyOf(narrow.table());
        var wideNow = MemoryImage.Index.copyOf(wide.table());
        var disputesNow = Map.copyOf(disputes);
        var rowOfNow = new int[traders];
        for (int trader = 0; trader < rowOfNow.length; trader++) {
            rowOfNow[trader] = (int) INTS.getAcquire(rowOf[trader >>> PIECE_SHIFT], trader & WITHIN);
        }
        var statesNow = Map.copyOf(states);
        var rowsNow = rows.copy();
        return new MemoryImage(
                narrowNow,
                wideNow,
                rowOfNow,
                rowsNow,
                List.copyOf(profiles.all()),
                statesNow,
                disputesNow,
                cards.stored());
    }

    /** The traders of whom a status counts, now or later, that was not understood or is not stored yet. */
    public List<String> unsettled() {
        var unsettled = new ArrayList<String>();
        var row = new PlainRow();
        for (int trader = 0; trader < traders; trader++) {
            if (read(trader, row)) {
                if (!profiles.profile(row.profile).isSettled()) {
                    unsettled.add(row.bn9());
                }
            } else if (state(trader).pieces().stream()
                    .anyMatch(p -> !p.profile().isSettled())) {
                unsettled.add(state(trader).bn9());
            }
        }
        unsettled.remove("");
        return unsettled;
    }

    /** @param next told of every change from now on */
    public void listener(StatusListener next) {
        listener = next;
    }

    @Override
    public Policies policies() {
        return profiles.judged().policies();
    }

    /** Lets other policies rule; until they are worked out for everybody the old ones answer. */
    public void policies(Policies next) {
        var prepared = profiles.judge(next);
        synchronized (this) {
            profiles.install(prepared);
            listener.changed(next);
        }
    }

    public int traders() {
        return traders;
    }

    /** How many traders have which profile at that time, leaving out those of whom memory knows nothing then. */
    public Map<Profile, Long> profilesAt(long millis) {
        Map<Profile, Long> counts = new HashMap<>();
        var row = new PlainRow();
        for (int trader = 0; trader < traders; trader++) {
            var profile = profileAt(trader, row, millis);
            if (profile != null) {
                counts.merge(profile, 1L, Long::sum);
            }
        }
        return counts;
    }

    private @Nullable Profile profileAt(int trader, PlainRow row, long millis) {
        while (true) {
            if (read(trader, row)) {
                return millis < row.from ? null : profiles.profile(row.profile);
            }
            var state = states.get(trader);
            if (state != null) {
                return state.beginsAfter(millis) ? null : state.at(millis).profile();
            }
        }
    }

    @Override
    public Party party(Identifier identifier, long millis) {
        var first = IdentifierKey.first(identifier);
        var trader = first == IdentifierKey.NONE
                ? IdentifierIndex.ABSENT
                : index(identifier.scheme()).get(first, IdentifierKey.second(identifier));
        if (trader == IdentifierIndex.ABSENT) {
            return Party.UNKNOWN;
        }
        if (trader != DISPUTED) {
            var row = new PlainRow();
            if (read(trader, row)) {
                return row.party(profiles.judged(), millis);
            }
        }
        return Claims.settle(identifier, millis, claimants(identifier, trader), policies());
    }

    /**
     * The same without an object for the answer, where a row tells it all.
     *
     * @param id   as it was written, well-formed or not
     * @param into holds what was found if this returns true
     * @return false if it takes {@link #party} to tell: nobody, somebody who is not plain, or a time before memory
     */
    public boolean look(Scheme scheme, CharSequence id, long millis, Look into) {
        var first = IdentifierKey.first(scheme, id);
        if (first == IdentifierKey.NONE) {
            return false;
        }
        var trader = index(scheme).get(first, IdentifierKey.second(scheme, id));
        if (trader < 0 || !read(trader, into.row) || millis < into.row.from) {
            return false;
        }
        into.found(profiles.judged(), millis);
        return true;
    }

    @Override
    public Card card(String number, long millis) {
        return cards.at(number, millis);
    }

    /** The companies that hold, held or will hold an identifier. */
    public List<String> claimants(Identifier identifier) {
        var first = IdentifierKey.first(identifier);
        var trader = first == IdentifierKey.NONE
                ? IdentifierIndex.ABSENT
                : index(identifier.scheme()).get(first, IdentifierKey.second(identifier));
        return trader == IdentifierIndex.ABSENT
                ? List.of()
                : Arrays.stream(claimantsOf(identifier, trader))
                        .mapToObj(this::bn9)
                        .toList();
    }

    /** The company that a membership belongs to, if any version of it could be read. */
    public Optional<String> companyOf(String membershipSubject) {
        var trader = byMembership.get(membershipSubject);
        if (trader != null) {
            return Optional.of(bn9(trader));
        }
        var row = new PlainRow();
        var number = MembershipId.number(membershipSubject);
        var plain = number == null ? IdentifierIndex.ABSENT : narrow.get(IdentifierKey.first(number), 0);
        return plain >= 0 && read(plain, row) && row.membershipSubject().equals(membershipSubject)
                ? Optional.of(row.bn9())
                : Optional.empty();
    }

    /** One company's state as it is kept. */
    public Optional<TraderState> state(String bn9) {
        return traderOf(bn9) == IdentifierIndex.ABSENT ? Optional.empty() : Optional.of(state(traderOf(bn9)));
    }

    /** Takes in a trader's state; it counts when this returns. */
    public synchronized void put(TraderState state) {
        var trader = traderOf(state.bn9());
        if (trader == IdentifierIndex.ABSENT) {
            Identifier.parse(Scheme.BN9, state.bn9())
                    .orElseThrow(() -> new IllegalArgumentException(state.bn9() + " is no business number."));
            trader = newTrader();
        }
        var row = isPlain(state, trader) ? PlainRow.of(state, profiles) : null;
        show(trader, state, row);
        for (var identifier : state.claims()) {
            claim(identifier, trader, state);
        }
        listener.changed(state);
    }

    /**
     * Lets a trader be worth no more than it would be by a version that was heard and is not stored yet. Of a plain trader
     * what lies before that version is left to history until it is put again.
     *
     * @param heard turns a profile into what it is by the version that was heard
     * @param now   milliseconds, programme time
     */
    public synchronized void narrow(String bn9, Known version, UnaryOperator<Profile> heard, long now) {
        var trader = traderOf(bn9);
        if (trader == IdentifierIndex.ABSENT) {
            return;
        }
        var row = new PlainRow();
        if (read(trader, row) && version.effectiveMillis() <= now && row.mayNote(version.subject())) {
            var stored = profiles.profile(row.profile);
            row.profile = profiles.number(new Profile.NotBeyond(stored, heard.apply(stored)));
            row.from = Math.max(row.from, version.effectiveMillis());
            row.version(version.subject(), version.version());
            show(trader, null, row);
        } else {
            show(trader, state(trader).narrowed(version, heard), null);
        }
        listener.narrowed(bn9);
    }

    /** Lets a trader hold none but those identifiers, and its business number, from the time on from which a version counts. */
    public synchronized void restrict(String bn9, Known version, Set<Identifier> held) {
        var trader = traderOf(bn9);
        if (trader == IdentifierIndex.ABSENT) {
            return;
        }
        show(trader, state(trader).restricted(version, held), null);
        listener.narrowed(bn9);
    }

    /** The newest version of a subject that the company's status follows from; 0 if none. */
    public long versionKnown(String bn9, String subject) {
        var trader = traderOf(bn9);
        if (trader == IdentifierIndex.ABSENT) {
            return 0;
        }
        var row = new PlainRow();
        return (read(trader, row) ? row.versions() : state(trader).versions()).getOrDefault(subject, 0L);
    }

    /** Takes in a card that was heard and is not stored yet: it can only take validity away. */
    public synchronized void hear(Known card) {
        cards.hear(card);
        listener.changed(card, false);
    }

    /** Takes in a card that is stored. */
    public synchronized void keep(Known card) {
        cards.keep(card);
        listener.changed(card, true);
    }

    public boolean hasCard(Known card) {
        return cards.has(card);
    }

    /** Tells all that is known as if it had just changed; what changes meanwhile is told as it was or as it is. */
    public void tell(StatusListener all) {
        all.changed(policies());
        var known = traders;
        for (int from = 0; from < known; from += TOLD_AT_ONCE) {
            tell(from, Math.min(known, from + TOLD_AT_ONCE), all);
        }
        cards.tell(all);
    }

    /** The claims are read before the rows: a row holds at least those that were there before it. */
    private void tell(int from, int to, StatusListener all) {
        var claims = IntStream.range(from, to)
                .mapToObj(_ -> new ArrayList<Identifier>(4))
                .toList();
        IdentifierIndex.EntryConsumer collect = (first, second, trader) -> {
            if (trader >= from && trader < to) {
                claims.get(trader - from).add(IdentifierKey.identifier(first, second));
            }
        };
        narrow.forEach(collect);
        wide.forEach(collect);
        for (int trader = from; trader < to; trader++) {
            var row = new PlainRow();
            all.changed(read(trader, row) ? row.state(profiles, claims.get(trader - from)) : state(trader));
        }
    }

    /** Bytes in the columns, the index and the dictionary. */
    public long bytes() {
        return narrow.bytes()
                + wide.bytes()
                + rows.bytes()
                + profiles.bytes()
                + ((long) rowOf.length << PIECE_SHIFT + 2);
    }

    /** Reads a plain trader's row whole. @return false if the trader is not plain */
    boolean read(int trader, PlainRow into) {
        while (true) {
            var at = rowOf[trader >>> PIECE_SHIFT];
            var row = (int) INTS.getAcquire(at, trader & WITHIN);
            if (row == NOT_PLAIN) {
                return false;
            }
            into.copy(rows.piece(row), Rows.offset(row));
            VarHandle.loadLoadFence();
            if ((int) INTS.getAcquire(at, trader & WITHIN) == row) {
                return true;
            }
        }
    }

    private IdentifierIndex index(Scheme scheme) {
        return scheme == Scheme.TIN ? wide : narrow;
    }

    private List<TraderState> claimants(Identifier identifier, int trader) {
        var all = new ArrayList<TraderState>();
        for (var claimant : claimantsOf(identifier, trader)) {
            all.add(state(claimant));
        }
        return all;
    }

    private int[] claimantsOf(Identifier identifier, int trader) {
        return trader == DISPUTED ? disputes.get(identifier) : new int[] {trader};
    }

    private int traderOf(String bn9) {
        var key = IdentifierKey.first(Scheme.BN9, bn9);
        var trader = key == IdentifierKey.NONE ? IdentifierIndex.ABSENT : narrow.get(key, 0);
        return trader == DISPUTED ? disputes.get(new Identifier(Scheme.BN9, bn9))[0] : trader;
    }

    private String bn9(int trader) {
        var row = new PlainRow();
        return read(trader, row) ? row.bn9() : state(trader).bn9();
    }

    /** The state as it is kept, or for a plain trader as its row says. */
    private TraderState state(int trader) {
        while (true) {
            var row = new PlainRow();
            if (read(trader, row)) {
                return row.state(profiles, claimsOf(trader));
            }
            var state = states.get(trader);
            if (state != null) {
                return state;
            }
        }
    }

    /** A walk over the whole index: only for the few traders that stop being plain, and for looks that are not in a hurry. */
    private List<Identifier> claimsOf(int trader) {
        var claims = new ArrayList<Identifier>();
        narrow.forEachOf(trader, (first, second) -> claims.add(IdentifierKey.identifier(first, second)));
        wide.forEachOf(trader, (first, second) -> claims.add(IdentifierKey.identifier(first, second)));
        return claims;
    }

    private int newTrader() {
        if (traders == rowOf.length << PIECE_SHIFT) {
            var more = Arrays.copyOf(rowOf, rowOf.length + 1);
            more[rowOf.length] = new int[1 << PIECE_SHIFT];
            Arrays.fill(more[rowOf.length], NOT_PLAIN);
            rowOf = more;
        }
        return traders++;
    }

    /** The trader before the claims that lead to it: a reader who follows a claim always finds somebody. */
    private void show(int trader, @Nullable TraderState state, @Nullable PlainRow plain) {
        var at = rowOf[trader >>> PIECE_SHIFT];
        var before = at[trader & WITHIN];
        var next = NOT_PLAIN;
        if (plain == null && state != null) {
            states.put(trader, state);
            state.versions().keySet().stream()
                    .filter(subject -> subject.startsWith(Known.MEMBERSHIP))
                    .forEach(subject -> byMembership.put(subject, trader));
        } else if (plain != null) {
            next = rows.next();
            plain.writeTo(rows.piece(next), Rows.offset(next));
        }
        INTS.setRelease(at, trader & WITHIN, next);
        if (plain != null) {
            states.remove(trader);
        }
        if (before != NOT_PLAIN) {
            rows.giveUp(before);
        }
    }

    /** Whether one row tells it all: it holds all that it claims, from the beginning on, and nobody else claims it. */
    private boolean isPlain(TraderState state, int trader) {
        if (!PlainRow.canTell(state)) {
            return false;
        }
        for (var identifier : state.claims()) {
            var claimant =
                    index(identifier.scheme()).get(IdentifierKey.first(identifier), IdentifierKey.second(identifier));
            if (claimant != IdentifierIndex.ABSENT && claimant != trader) {
                return false;
            }
        }
        return true;
    }

    private void claim(Identifier identifier, int trader, TraderState state) {
        var first = IdentifierKey.first(identifier);
        var second = IdentifierKey.second(identifier);
        if (first == IdentifierKey.NONE) {
            return;
        }
        var index = index(identifier.scheme());
        var claimant = index.get(first, second);
        if (claimant == IdentifierIndex.ABSENT) {
            index.put(first, second, trader);
        } else if (claimant == DISPUTED) {
            disputes.computeIfPresent(identifier, (_, claimants) -> with(claimants, trader));
        } else if (claimant != trader) {
            standApart(claimant);
            disputes.put(identifier, new int[] {claimant, trader});
            index.put(first, second, DISPUTED);
        }
    }

    /** Takes a trader that was plain out of its row, because what it claims is disputed now. */
    private void standApart(int trader) {
        var row = new PlainRow();
        if (read(trader, row)) {
            show(trader, row.state(profiles, claimsOf(trader)), null);
        }
    }

    private static int[] with(int[] claimants, int trader) {
        if (Arrays.stream(claimants).anyMatch(c -> c == trader)) {
            return claimants;
        }
        var more = Arrays.copyOf(claimants, claimants.length + 1);
        more[claimants.length] = trader;
        return more;
    }
}
