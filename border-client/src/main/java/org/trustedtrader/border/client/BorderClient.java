package org.trustedtrader.border.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.border.crossing.Crossing;
import org.trustedtrader.border.crossing.CrossingAnswer;
import org.trustedtrader.border.eligibility.Answer;
import org.trustedtrader.border.eligibility.Question;
import org.trustedtrader.border.feed.TrustedKeys;
import org.trustedtrader.border.feed.VerifyingKey;
import org.trustedtrader.border.policy.Policies;
import org.trustedtrader.border.policy.json.PolicyFiles;

/**
 * Answers what the border service would answer, in this process, from a signed copy that it keeps up to date. Questions never
 * wait and never fail for want of a network: what is known too little about is INDETERMINATE, which means the normal lane.
 * Thread-safe.
 */
public final class BorderClient implements AutoCloseable {

    private static final Duration INTERRUPTED_AGAIN_AFTER = Duration.ofMillis(100);

    private final CopyFolder folder;
    private final FeedFollower follower;
    private final Duration lease;
    private final Thread thread;

    private BorderClient(CopyFolder folder, FeedFollower follower, Duration lease) {
        this.folder = folder;
        this.follower = follower;
        this.lease = lease;
        follower.loadKept();
        this.thread = Thread.ofVirtual().name("border-feed").start(follower::follow);
    }

    public static Builder builder() {
        return new Builder();
    }

    /** What traders or cards may use, answered in the order of the question's items. */
    public Answer eligibility(Question question) {
        return follower.answering().eligibility(question, lease);
    }

    /** Which lane and which benefits a crossing may use. */
    public CrossingAnswer crossing(Crossing crossing) {
        return follower.answering().crossing(crossing, lease);
    }

    /** Programme time, as the service has it: what to ask about when "now" is meant. */
    public Instant now() {
        return follower.answering().moment(lease).askedAt();
    }

    public CopyState state() {
        var copy = follower.answering();
        var moment = copy.moment(lease);
        var place = copy.place();
        return new CopyState(
                copy.isComplete() && moment.statusAge().compareTo(moment.lease()) <= 0,
                place.epoch(),
                place.position(),
                copy.traders(),
                moment.statusAge(),
                moment.lease(),
                follower.lastError());
    }

    /** Stops following. The copy stays in its folder for the next start. */
    @Override
    public void close() {
        follower.end();
        try {
            do {
                thread.interrupt();
            } while (!thread.join(INTERRUPTED_AGAIN_AFTER));
            folder.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The settings of a client; address, token, folder and at least one key have no default. */
    public static final class Builder {

        private @Nullable URI service;
        private @Nullable Supplier<String> token;
        private @Nullable Path folder;
        private final List<VerifyingKey> keys = new ArrayList<>();
        private Duration lease = Duration.ofSeconds(60);
        private Duration silence = Duration.ofSeconds(5);
        private long snapshotAfter = 64L << 20;
        private Clocks clocks = Clocks.OF_THE_MACHINE;

        private Builder() {}

        /** Of the platform's gateway or of the border service itself, such as {@code https://ttp.example}. */
        public Builder service(URI address) {
            service = address;
            return this;
        }

        /** CarrierQuestion for an access token with the role {@code border-system} whenever a connection is made. */
        public Builder token(Supplier<String> supplier) {
            token = supplier;
            return this;
        }

        /** Where the copy is kept; of this client alone. */
        public Builder folder(Path path) {
            folder = path;
            return this;
        }

        /** A public key whose signatures count: Ed25519, X.509, base64. Several while keys are being changed. */
        public Builder trust(String publicKey) {
            keys.add(VerifyingKey.parse(publicKey));
            return this;
        }

        /** How old knowledge may be; 60 s if not said. Where the service's lease is shorter, that one counts. */
        public Builder lease(Duration longest) {
            lease = longest;
            return this;
        }

        /** How long a connection may be silent before it is given up; 5 s if not said. The service speaks twice a second. */
        public Builder silence(Duration longest) {
            silence = longest;
            return this;
        }

        /** How many bytes of changes are kept before a new snapshot is loaded; 64 MiB if not said. */
        public Builder snapshotAfter(long bytes) {
            snapshotAfter = bytes;
            return this;
        }

        Builder clocks(Clocks others) {
            clocks = others;
            return this;
        }

        /** Takes up the copy of an earlier run, if there is one, and begins to follow; waits for nothing else. */
        public BorderClient start() {
            var http = HttpClient.newBuilder()
                    .connectTimeout(silence)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .version(HttpClient.Version.HTTP_1_1)
                    .build();
            return start(new HttpFeed(
                    Objects.requireNonNull(service, "service is missing"),
                    Objects.requireNonNull(token, "token is missing"),
                    http,
                    silence));
        }

        BorderClient start(FeedSource source) {
            var trusted = new TrustedKeys(keys);
            try {
                var policies = PolicyFiles.shipped();
                var kept = new CopyFolder(Objects.requireNonNull(folder, "folder is missing"));
                return new BorderClient(kept, follower(source, kept, trusted, policies), lease);
            } catch (IOException e) {
                throw new UncheckedIOException("The copy's folder cannot be used.", e);
            }
        }

        private FeedFollower follower(FeedSource source, CopyFolder kept, TrustedKeys trusted, Policies policies) {
            return new FeedFollower(source, kept, trusted, () -> new Copy(policies, clocks), clocks, snapshotAfter);
        }
    }
}
