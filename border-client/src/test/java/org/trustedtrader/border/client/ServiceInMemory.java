package org.trustedtrader.border.client;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.trustedtrader.border.feed.Batch;
import org.trustedtrader.border.feed.CombinedStatus;
import org.trustedtrader.border.feed.Feed;
import org.trustedtrader.border.feed.FeedLimits;
import org.trustedtrader.border.feed.PositionExpiredException;
import org.trustedtrader.border.feed.SigningKey;
import org.trustedtrader.border.feed.UntrustedFeedException;
import org.trustedtrader.border.feed.json.BatchJson;
import org.trustedtrader.border.memory.BorderMemory;
import org.trustedtrader.border.recognition.RecognisedMembers;
import org.trustedtrader.border.status.BorderStatus;
import org.trustedtrader.border.test.InMemoryRevisionStore;
import org.trustedtrader.border.test.TestPolicies;
import org.trustedtrader.border.trader.Revision;

/** The border service without a network: its memory, its feed, and a wire on which lines can be changed. */
final class ServiceInMemory implements FeedSource, AutoCloseable {

    static final SigningKey KEY = SigningKey.generate();
    static final Duration LEASE = Duration.ofSeconds(60);

    final InMemoryRevisionStore store = new InMemoryRevisionStore();
    private final Supplier<Instant> clock;
    private final FeedLimits sizes;
    private SigningKey key = KEY;
    private volatile BorderStatus status;
    private volatile RecognisedMembers partners;
    private volatile Feed feed;
    private volatile boolean away;
    private volatile Duration statusAge = Duration.ZERO;
    private volatile UnaryOperator<List<String>> wire = lines -> lines;

    ServiceInMemory(Supplier<Instant> clock, FeedLimits sizes) {
        this.clock = clock;
        this.sizes = sizes;
        restart();
    }

    static ServiceInMemory running() {
        return new ServiceInMemory(Instant::now, new FeedLimits(1000, 7, Duration.ofMillis(20)));
    }

    /** A new run: what was not stored is forgotten, positions begin anew. */
    void restart() {
        if (feed != null) {
            feed.close();
        }
        InstantSource programme = clock::get;
        partners = new RecognisedMembers(List.of(Partner.ARRANGEMENT));
        status = BorderStatus.load(TestPolicies.shipped(), store, programme.withZone(ZoneOffset.UTC), partners);
        var everybody = new CombinedStatus(status.memory(), partners);
        feed = new Feed(everybody, this::issue, BatchJson::line, key, sizes);
        everybody.listener(feed);
    }

    void applies(Revision... states) {
        for (var revision : states) {
            status.apply(revision);
        }
    }

    BorderStatus status() {
        return status;
    }

    RecognisedMembers partners() {
        return partners;
    }

    BorderMemory memory() {
        return status.memory();
    }

    Feed feed() {
        return feed;
    }

    void isAway(boolean now) {
        away = now;
    }

    void knowledgeIsOld(Duration age) {
        statusAge = age;
    }

    void signsWith(SigningKey other) {
        key = other;
    }

    /** @param change what the wire makes of the lines that come next */
    void wire(UnaryOperator<List<String>> change) {
        wire = change;
    }

    /** All lines of a snapshot taken now. */
    List<String> snapshot() {
        List<String> lines = new ArrayList<>();
        try {
            feed.snapshot(line -> lines.add(text(line)));
        } catch (PositionExpiredException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return lines;
    }

    @Override
    public void snapshot(LineReader.LineConsumer consumer) throws IOException, UntrustedFeedException {
        for (var line : wire.apply(snapshot())) {
            requireNotAway();
            consumer.take(line);
        }
    }

    @Override
    public void changes(Copy.Place after, LineReader.LineConsumer consumer)
            throws IOException, UntrustedFeedException, PositionExpiredException, InterruptedException {
        requireNotAway();
        var present = feed;
        var reader = present.follow(after.epoch(), after.position());
        while (!present.isClosed()) {
            var lines = reader.next(Duration.ofMillis(50)).stream()
                    .map(ServiceInMemory::text)
                    .toList();
            for (var line : wire.apply(lines)) {
                requireNotAway();
                consumer.take(line);
            }
        }
    }

    @Override
    public void close() {
        feed.close();
    }

    private Batch.Issue issue() {
        var now = clock.get();
        return new Batch.Issue(now, now, statusAge, LEASE);
    }

    private void requireNotAway() throws IOException {
        if (away) {
            throw new IOException("the service is away");
        }
    }

    private static String text(byte[] line) {
        return new String(line, 0, line.length - 1, StandardCharsets.US_ASCII);
    }
}
