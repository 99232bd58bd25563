package org.trustedtrader.benefits.policy;

import java.time.Instant;

/**
 * A policy file that was checked and found sound.
 *
 * @param file the file as JSON text, with version and effectiveFrom in it
 */
public record PolicyDraft(String version, Instant effectiveFrom, String file) {}
