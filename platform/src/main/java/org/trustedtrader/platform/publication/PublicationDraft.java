package org.trustedtrader.platform.publication;

import java.time.Instant;

/**
 * A document that was checked and found sound.
 *
 * @param file the document as JSON text, with version and effectiveFrom in it
 */
public record PublicationDraft(String version, Instant effectiveFrom, String file) {}
