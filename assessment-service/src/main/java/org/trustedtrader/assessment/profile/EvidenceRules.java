package org.trustedtrader.assessment.profile;

import java.util.Set;
import java.util.TreeSet;
import org.trustedtrader.platform.refusal.Refusal;

/**
 * Which files are taken as evidence. The name of a type proves nothing: where the type has a signature, the bytes must
 * begin with it.
 *
 * @param largest in bytes
 */
public record EvidenceRules(Set<String> contentTypes, long largest) {

    private static final long MIB = 1024L * 1024;

    public EvidenceRules {
        contentTypes = Set.copyOf(contentTypes);
        if (contentTypes.isEmpty() || largest < 1) {
            throw new IllegalArgumentException("no file could ever be taken as evidence");
        }
    }

    public void check(String contentType, byte[] bytes) {
        if (!contentTypes.contains(contentType)) {
            throw new Refusal.InvalidInput(
                    "Content-Type", "Send one of " + String.join(", ", new TreeSet<>(contentTypes)) + ".");
        }
        if (bytes.length == 0) {
            throw new Refusal.InvalidInput("body", "The file is empty.");
        }
        if (bytes.length > largest) {
            throw new Refusal.InvalidInput("body", "The file is larger than " + largest / MIB + " MiB.");
        }
        if (!Signature.fits(contentType, bytes)) {
            throw new Refusal.InvalidInput("body", "The content is not of the declared type " + contentType + ".");
        }
    }

    private enum Signature {
        PDF("application/pdf", 0x25, 0x50, 0x44, 0x46, 0x2D),
        PNG("image/png", 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A),
        JPEG("image/jpeg", 0xFF, 0xD8, 0xFF);

        private final String contentType;
        private final int[] start;

        Signature(String contentType, int... start) {
            this.contentType = contentType;
            this.start = start;
        }

        static boolean fits(String contentType, byte[] bytes) {
            for (Signature signature : values()) {
                if (signature.contentType.equals(contentType)) {
                    return signature.begins(bytes);
                }
            }
            return true;
        }

        private boolean begins(byte[] bytes) {
            if (bytes.length < start.length) {
                return false;
            }
            for (int i = 0; i < start.length; i++) {
                if ((bytes[i] & 0xFF) != start[i]) {
                    return false;
                }
            }
            return true;
        }
    }
}
