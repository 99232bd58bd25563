package org.trustedtrader.acceptance.faults.border;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stands in for enrolment: takes benefits away and gives them back without a pause, and keeps the contract of its
 * announcements and of its change feed, whatever happens to them on their way. It commits on while it cannot be reached.
 */
final class Enrolment implements AutoCloseable {

    /** A loss that was announced is never answered with yes once it is older than this. */
    private static final Duration ALLOWED = BorderReplicas.LEASE.plusMillis(200);

    /** One that the broker lost is found by the next catch-up, and watermarks are believed for so long without one. */
    private static final Duration ALLOWED_IF_LOST = ALLOWED.plus(BorderReplicas.TRUSTED_AFTER_CATCH_UP);

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> LOSSES = List.of("SUSPENDED", "CANCELLED", "WITHDRAWN", "APPEAL_PENDING");
    private static final int PAUSE_MILLIS = 300;
    private static final int REVOKED_EVERY_MILLIS = 1_500;

    /** What happens to events on their way. */
    private record Mischief(int lateMillis, double lost, double garbled) {
        static final Mischief USUAL = new Mischief(150, 0, 0);
        static final Mischief CARELESS = new Mischief(2_000, 0.1, 0);
        static final Mischief GARBLED = new Mischief(150, 0, 0.7);
    }

    private final List<Trader> traders;
    private final UnreliablePublisher post;
    private final ChangeFeed feed;
    private final Random random = new Random(11);
    private final Map<String, Long> versions = new HashMap<>();
    private final ScheduledExecutorService officers = Executors.newSingleThreadScheduledExecutor();
    private volatile Mischief mischief = Mischief.USUAL;
    private volatile Duration ahead = Duration.ZERO;
    private long sequence;

    Enrolment(List<Trader> traders, URI broker, String exchange, ChangeFeed feed) {
        this.traders = traders;
        this.feed = feed;
        this.post = new UnreliablePublisher(broker, exchange);
    }

    /** @param drivers whose cards are registered, and later revoked one after the other */
    void begin(List<Trader> drivers) {
        for (var trader : traders) {
            company(trader, true);
            membership(trader, "ACTIVE", true);
        }
        drivers.forEach(trader -> card(trader, true));
        var registered = new ArrayDeque<>(drivers);
        officers.scheduleWithFixedDelay(this::decide, PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        officers.scheduleWithFixedDelay(
                () -> Optional.ofNullable(registered.poll()).ifPresent(trader -> card(trader, false)),
                REVOKED_EVERY_MILLIS,
                REVOKED_EVERY_MILLIS,
                TimeUnit.MILLISECONDS);
    }

    /** Events come up to two seconds late and out of order, and one in ten never. */
    void becomeCareless() {
        mischief = Mischief.CARELESS;
    }

    /** Most losses have a status that nobody knows, or are no JSON. */
    void garbleLosses() {
        mischief = Mischief.GARBLED;
    }

    void becomeUsual() {
        mischief = Mischief.USUAL;
    }

    void dieToOthers() {
        feed.kill();
        post.announceOnly(letter -> false);
    }

    /** Its change feed hangs, while the broker carries on what it says. */
    void hang() {
        mischief = Mischief.CARELESS;
        feed.hang();
    }

    void comeBack() {
        feed.mend();
        post.announceAll();
        becomeUsual();
    }

    /** Publishes the time alone: a consumer's knowledge becomes no fresher. */
    void sayOnlyWhatTimeItIs() {
        feed.kill();
        post.announceOnly(letter -> letter.aggregate().equals("clock"));
    }

    void moveClock(Duration further) {
        ahead = ahead.plus(further);
        commit(new Timeline("clock/programme"), "moved", Map.of("offsetSeconds", ahead.toSeconds()), true);
    }

    Instant programmeTime() {
        return Instant.now().plus(ahead);
    }

    private void decide() {
        var trader = traders.get(random.nextInt(traders.size()));
        var code = random.nextInt(4) == 0;
        var granted = (code ? trader.code() : trader.membership()).isGranted();
        if (granted && random.nextBoolean()) {
            return;
        }
        if (code) {
            company(trader, !granted);
        } else if (granted) {
            lose(trader);
        } else {
            membership(trader, "ACTIVE", true);
        }
    }

    private void lose(Trader trader) {
        if (random.nextDouble() >= mischief.garbled()) {
            membership(trader, LOSSES.get(random.nextInt(LOSSES.size())), false);
        } else if (random.nextBoolean()) {
            membership(trader, "FROZEN_BY_TREATY", false);
        } else {
            commit(trader.membership(), "suspended", "{\"membershipId\": [1, 2", false);
        }
    }

    private void company(Trader trader, boolean withCode) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("businessNumber", trader.bn9());
        data.put("legalName", "A company");
        data.put("linesOfBusiness", List.of("HIGHWAY_CARRIER", "IMPORTER"));
        data.put("programmeAccounts", List.of(Map.of("programme", "BN15", "number", trader.bn15())));
        data.put("carrierCode", withCode ? trader.carrierCode() : null);
        data.put("sites", List.of());
        data.put("effectiveAt", programmeTime().toString());
        commit(trader.code(), "registered", data, withCode);
    }

    private void membership(Trader trader, String state, boolean granted) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("membershipId", trader.membershipId());
        data.put(
                "membershipNumber",
                "PIP-" + trader.membershipId().substring(0, 8).toUpperCase(Locale.ROOT));
        data.put("company", trader.bn9());
        data.put("applicationId", trader.membershipId());
        data.put("programme", "PIP");
        data.put("linesOfBusiness", List.of("HIGHWAY_CARRIER", "IMPORTER"));
        data.put("state", state);
        data.put("tier", "II");
        data.put("memberSince", "2026-11-01");
        data.put("reasonCode", "");
        data.put("effectiveAt", programmeTime().toString());
        commit(trader.membership(), state.toLowerCase(Locale.ROOT), data, granted);
    }

    private void card(Trader trader, boolean granted) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("number", trader.cardNumber());
        data.put("programme", "FAST");
        data.put("validFrom", "2026-01-01");
        data.put("validUntil", LocalDate.now().plusYears(5).toString());
        data.put("state", granted ? "REGISTERED" : "REVOKED");
        data.put("effectiveAt", programmeTime().toString());
        data.put("reasonCode", granted ? "" : "LOST");
        commit(trader.card(), granted ? "registered" : "revoked", data, granted);
    }

    private void commit(Timeline timeline, String change, Object data, boolean granted) {
        var text = data instanceof String garbage ? garbage : JSON.writeValueAsString(data);
        synchronized (post) {
            var subject = timeline.subject();
            var version = versions.merge(subject, 1L, Long::sum);
            var lost = !subject.startsWith("clock") && random.nextDouble() < mischief.lost();
            var letter = new EnrolmentEvent(++sequence, subject, change, version, Instant.now(), text);
            timeline.commit(new Timeline.Change(version, System.nanoTime(), granted, lost ? ALLOWED_IF_LOST : ALLOWED));
            feed.add(letter);
            if (!lost) {
                post.accept(letter, random.nextInt(mischief.lateMillis()));
            }
        }
    }

    /** Some who have lost their membership. */
    List<Trader> someSuspended(int most) {
        var found = new ArrayList<>(traders);
        found.removeIf(trader -> trader.membership().isGranted());
        return found.subList(0, Math.min(most, found.size()));
    }

    @Override
    public void close() {
        officers.shutdownNow();
        post.close();
        feed.close();
    }
}
