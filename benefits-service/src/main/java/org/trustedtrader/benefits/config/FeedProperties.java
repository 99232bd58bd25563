package org.trustedtrader.benefits.config;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The live feed.
 *
 * @param signingKey    Ed25519 private key, PKCS #8, base64. Without it batches are signed by a key of this run only, which no
 *                      copy trusts
 * @param nextKeys      public keys, X.509, base64, that will sign later; copies learn them in advance
 * @param keptChanges   how many recent changes are kept in memory for copies that come back or are slow
 * @param listeners     how many copies may listen at once
 * @param snapshots     how many may load a snapshot at once
 * @param longestStream after which a copy has to connect again, with a token that is still good
 */
@Validated
@ConfigurationProperties("ttp.feed")
record FeedProperties(
        @DefaultValue("") String signingKey,
        @DefaultValue List<String> nextKeys,
        @DefaultValue("40000") @Positive int keptChanges,
        @DefaultValue("500") @Positive int listeners,
        @DefaultValue("4") @Positive int snapshots,
        @DefaultValue("10m") @NotNull Duration longestStream) {}
