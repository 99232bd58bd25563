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
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The issuer's public keys. They are fetched again when they are 5 minutes old, or when a token names a key that is not
 * among them, but then at most once per 30 seconds, so that made-up key ids cannot turn into load on the issuer. While the
 * issuer does not answer, the last keys stay good for some hours, and once that is known nobody but the one who asks it again
 * waits for it. Nimbus's own rate limit lets two fetches pass per interval, hence this class.
 */
public final class IssuerKeys implements JWKSource<SecurityContext> {

    static final Duration FRESH = Duration.ofMinutes(5);
    static final Duration PAUSE = Duration.ofSeconds(30);
    static final Duration PAUSE_WITHOUT_KEYS = Duration.ofSeconds(2);
    static final Duration OUTAGE = Duration.ofHours(4);

    private static final Duration TOO_OLD = OUTAGE.plusNanos(1);

    /** Fetches the key set's JSON from the issuer. */
    @FunctionalInterface
    public interface Fetch {
        String keys() throws IOException;
    }

    private record Keys(JWKSet set, Instant fetchedAt) {}

    private final Fetch fetch;
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable Keys keys;
    private volatile boolean issuerIsAway;
    private Instant lastAttempt = Instant.MIN;

    public IssuerKeys(Fetch fetch, InstantSource clock) {
        this.fetch = fetch;
        this.clock = clock;
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) throws KeySourceException {
        Keys known = keys;
        List<JWK> found = known == null ? List.of() : selector.select(known.set());
        Duration age = known == null || found.isEmpty() ? TOO_OLD : age(known);
        if (age.compareTo(FRESH) < 0) {
            return found;
        }
        if (!lock.tryLock()) {
            if (issuerIsAway && age.compareTo(TOO_OLD) < 0) {
                return found;
            }
            lock.lock();
        }
        try {
            return selector.select(refreshed(known).set());
        } finally {
            lock.unlock();
        }
    }

    private Keys refreshed(@Nullable Keys known) throws KeySourceException {
        Keys current = keys;
        if (current != null && current != known) {
            return current;
        }
        Duration pause = current == null ? PAUSE_WITHOUT_KEYS : PAUSE;
        if (lastAttempt != Instant.MIN && clock.instant().isBefore(lastAttempt.plus(pause))) {
            return usable(current, null);
        }
        lastAttempt = clock.instant();
        return fetched(current);
    }

    private Keys fetched(@Nullable Keys current) throws KeySourceException {
        try {
            Keys fresh = new Keys(JWKSet.parse(fetch.keys()), clock.instant());
            keys = fresh;
            issuerIsAway = false;
            return fresh;
        } catch (IOException | ParseException e) {
            issuerIsAway = true;
            return usable(current, e);
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
