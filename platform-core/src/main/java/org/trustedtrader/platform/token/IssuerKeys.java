package org.trustedtrader.platform.token;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.RemoteKeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * The issuer's public keys. They are fetched again when they are 5 minutes old, or when a token names a key that is not
 * among them, but then at most once per 30 seconds, so that made-up key ids cannot turn into load on the issuer. While the
 * issuer does not answer, the last keys stay good for some hours, and once that is known only the request that asks it again
 * waits for it. A token of an unknown key never waits for a fetch that another one has begun: it cannot be checked now.
 * Nimbus's own rate limit lets two fetches pass per interval, hence this class.
 */
public final class IssuerKeys implements JWKSource<SecurityContext> {

    static final Duration FRESH = Duration.ofMinutes(5);
    static final Duration PAUSE = Duration.ofSeconds(30);
    static final Duration PAUSE_WITHOUT_KEYS = Duration.ofSeconds(2);
    static final Duration OUTAGE = Duration.ofHours(4);

    /** Fetches the key set's JSON from the issuer. */
    @FunctionalInterface
    public interface Fetch {
        String keys() throws IOException;
    }

    private record Keys(JWKSet set, Instant fetchedAt) {}

    /** One fetch, and whether the caller is the one who makes it. */
    private record Turn(FutureTask<Keys> task, boolean mine) {}

    private final Fetch fetch;
    private final InstantSource clock;
    private volatile @Nullable Keys keys;
    private volatile boolean issuerIsAway;
    private @Nullable FutureTask<Keys> running;
    private Instant lastAttempt = Instant.MIN;

    public IssuerKeys(Fetch fetch, InstantSource clock) {
        this.fetch = fetch;
        this.clock = clock;
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) throws KeySourceException {
        Keys known = keys;
        List<JWK> found = known == null ? List.of() : selector.select(known.set());
        if (known != null && !found.isEmpty() && age(known).compareTo(FRESH) < 0) {
            return found;
        }
        Turn turn = turn();
        if (turn == null) {
            return selector.select(usable(keys, null).set());
        }
        if (turn.mine()) {
            turn.task().run();
        } else if (known != null && age(known).compareTo(OUTAGE) <= 0) {
            if (found.isEmpty()) {
                throw new RemoteKeySourceException("The issuer is being asked whether it has this key", null);
            }
            if (issuerIsAway) {
                return found;
            }
        }
        return selector.select(result(turn.task()).set());
    }

    /** Null if the issuer was asked a moment ago. */
    private synchronized @Nullable Turn turn() {
        if (running != null) {
            return new Turn(running, false);
        }
        Duration pause = keys == null ? PAUSE_WITHOUT_KEYS : PAUSE;
        if (lastAttempt != Instant.MIN && clock.instant().isBefore(lastAttempt.plus(pause))) {
            return null;
        }
        running = new FutureTask<>(this::fetched);
        return new Turn(running, true);
    }

    private Keys fetched() throws KeySourceException {
        try {
            Keys fresh = new Keys(JWKSet.parse(fetch.keys()), clock.instant());
            keys = fresh;
            issuerIsAway = false;
            return fresh;
        } catch (IOException | ParseException e) {
            issuerIsAway = true;
            return usable(keys, e);
        } finally {
            endTurn();
        }
    }

    /** The pause begins at the end of a fetch: one that took longer than the pause is not repeated at once. */
    private synchronized void endTurn() {
        running = null;
        lastAttempt = clock.instant();
    }

    private static Keys result(FutureTask<Keys> task) throws KeySourceException {
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RemoteKeySourceException("Interrupted while waiting for the issuer's keys", e);
        } catch (ExecutionException e) {
            throw new RemoteKeySourceException("The issuer's keys cannot be fetched", e.getCause());
        }
    }

    private Keys usable(@Nullable Keys current, @Nullable Exception cause) throws KeySourceException {
        if (current == null || age(current).compareTo(OUTAGE) > 0) {
            throw new RemoteKeySourceException("The issuer's keys cannot be fetched", cause);
        }
        return current;
    }

    private Duration age(Keys some) {
        return Duration.between(some.fetchedAt(), clock.instant());
    }
}
