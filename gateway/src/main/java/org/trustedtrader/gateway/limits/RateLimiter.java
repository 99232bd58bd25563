package org.trustedtrader.gateway.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.trustedtrader.gateway.problems.GatewayProblems;
import org.trustedtrader.platform.problem.Problem;

/**
 * One token bucket per caller, in this replica's memory. It fails closed: if a bucket cannot be asked, the request is
 * refused.
 */
@Component
public final class RateLimiter {

    private static final Logger LOG = LoggerFactory.getLogger(RateLimiter.class);
    private static final int MOST_CALLERS = 200_000;
    private static final Duration WHEN_BROKEN = Duration.ofSeconds(1);

    private final RateLimitProperties settings;
    private final Function<RateLimitProperties.Rate, Bucket> buckets;
    private final Cache<String, Bucket> known = Caffeine.newBuilder()
            .maximumSize(MOST_CALLERS)
            .expireAfterAccess(Duration.ofMinutes(10))
            .build();

    @Autowired
    RateLimiter(RateLimitProperties settings) {
        this(settings, RateLimiter::bucket);
    }

    RateLimiter(RateLimitProperties settings, Function<RateLimitProperties.Rate, Bucket> buckets) {
        this.settings = settings;
        this.buckets = buckets;
    }

    /** The refusal, or nothing if the caller may go on. */
    public Optional<Problem> ofCaller(Authentication caller) {
        boolean border = caller.getAuthorities().stream().anyMatch(role -> "border-system".equals(role.getAuthority()));
        return take(CallerName.of(caller), border ? settings.border() : settings.callers());
    }

    /** The same for somebody who has not signed in, by network address. */
    public Optional<Problem> ofAddress(ServerWebExchange exchange) {
        return take("address:" + address(exchange), settings.strangers());
    }

    /** The same for a report that a session has ended, which strangers must not be able to keep out. */
    Optional<Problem> ofSignOut(ServerWebExchange exchange) {
        return take("sign-out:" + address(exchange), settings.signOuts());
    }

    private static String address(ServerWebExchange exchange) {
        InetSocketAddress address = exchange.getRequest().getRemoteAddress();
        return address == null ? "unknown" : address.getAddress().getHostAddress();
    }

    private Optional<Problem> take(String caller, RateLimitProperties.Rate rate) {
        try {
            ConsumptionProbe probe =
                    known.get(caller, name -> buckets.apply(rate)).tryConsumeAndReturnRemaining(1);
            return probe.isConsumed()
                    ? Optional.empty()
                    : Optional.of(GatewayProblems.tooMany(Duration.ofNanos(probe.getNanosToWaitForRefill())));
        } catch (RuntimeException broken) {
            LOG.error("rate-limit state=broken requests=refused", broken);
            return Optional.of(GatewayProblems.tooMany(WHEN_BROKEN));
        }
    }

    private static Bucket bucket(RateLimitProperties.Rate rate) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(rate.burst()).refillGreedy(rate.perSecond(), Duration.ofSeconds(1)))
                .build();
    }
}
