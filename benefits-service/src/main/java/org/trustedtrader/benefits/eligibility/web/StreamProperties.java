package org.trustedtrader.benefits.eligibility.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Streamed questions.
 *
 * @param mostLines   in one request
 * @param longestLine in bytes
 * @param chunk       how many lines are answered and journalled together at most
 */
@Validated
@ConfigurationProperties("ttp.benefits.stream")
record StreamProperties(
        @DefaultValue("1000000") @Positive long mostLines,
        @DefaultValue("4096") @Positive int longestLine,
        @DefaultValue("500") @Positive @Max(3000) int chunk) {}
