package org.trustedtrader.platform.audit;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Signed histories: every entry carries a signature, and heads are exported as evidence outside the database of what the
 * database held.
 *
 * @param exportFile  append-only file of this replica, best on storage that the database's administrators cannot write;
 *                    nothing is exported if not set
 * @param signingKey  Ed25519 private key, PKCS #8, base64; without it entries are not
 *                    signed and nothing can be exported
 * @param exportEvery how long a new head may stay unsigned
 */
@ConfigurationProperties("ttp.history")
public record HistoryProperties(
        @Nullable Path exportFile,
        @DefaultValue("") String signingKey,
        @DefaultValue("5s") Duration exportEvery) {}
