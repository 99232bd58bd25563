package org.trustedtrader.platform.web;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * {@code ttp.web.*}: how large a request body, and a list as CSV, may be.
 *
 * @param maxJson limit of JSON bodies
 * @param maxBody limit of all other bodies, such as evidence files
 * @param largePaths path patterns of whole lists that are sent at once
 * @param streamedPaths path patterns of bodies that are read as they come, without a limit here and without a fingerprint:
 *                      no commands with an Idempotency-Key
 * @param maxLarge limit of bodies of any type on those
 * @param maxCsvRows the longest list that is given as CSV
 */
@ConfigurationProperties("ttp.web")
record WebProperties(
        @DefaultValue("1MB") DataSize maxJson,
        @DefaultValue("12MB") DataSize maxBody,
        @DefaultValue List<String> largePaths,
        @DefaultValue List<String> streamedPaths,
        @DefaultValue("48MB") DataSize maxLarge,
        @DefaultValue("10000") int maxCsvRows) {}
