package org.trustedtrader.platform.security;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Fetches this service's token with its client credentials and keeps it until shortly before it expires. */
final class ClientCredentialsTokens implements ServiceTokens {

    private static final Logger LOG = LoggerFactory.getLogger(ClientCredentialsTokens.class);
    private static final Duration MARGIN = Duration.ofSeconds(30);

    private record Kept(String token, Instant until) {}

    private final IdentityProviderClient backChannel;
    private final JsonMapper json;
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable Kept kept;

    ClientCredentialsTokens(IdentityProviderClient backChannel, JsonMapper json, InstantSource clock) {
        this.backChannel = backChannel;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public String token() {
        Kept current = kept;
        if (current != null && clock.instant().isBefore(current.until())) {
            return current.token();
        }
        lock.lock();
        try {
            current = kept;
            if (current == null || !clock.instant().isBefore(current.until())) {
                current = fetched();
                kept = current;
            }
            return current.token();
        } finally {
            lock.unlock();
        }
    }

    private Kept fetched() {
        try {
            JsonNode answer = json.readTree(backChannel.post("token", Map.of("grant_type", "client_credentials")));
            Duration lifetime = Duration.ofSeconds(answer.path("expires_in").asLong());
            return new Kept(
                    answer.required("access_token").asString(),
                    clock.instant().plus(lifetime).minus(MARGIN));
        } catch (IOException | JacksonException e) {
            LOG.warn("service-token result=unavailable cause=\"{}\"", e.getMessage());
            throw new Refusal.Unavailable(Message.of("account.provider-unavailable"));
        }
    }
}
