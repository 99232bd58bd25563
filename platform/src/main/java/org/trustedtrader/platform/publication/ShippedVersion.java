package org.trustedtrader.platform.publication;

import java.time.Instant;

/**
 * A version that ships with the program and counts without anybody's publication.
 *
 * @param file the document as JSON text
 */
public record ShippedVersion(String version, Instant effectiveFrom, String file) {}
