package org.trustedtrader.border.examination;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A secret that makes a number of a decision's id. Without it the number looks like chance; with it, it is always the same. */
public final class ExaminationKey {

    private static final String ALGORITHM = "HmacSHA256";
    /** 128 bits is what an attacker cannot try out. */
    private static final int SHORTEST = 16;

    private final String id;
    private final Mac prepared;

    /** @param id names the secret where it was used */
    public ExaminationKey(String id, String secret) {
        if (id.isBlank()) {
            throw new IllegalArgumentException("An examination key needs an id.");
        }
        var bytes = secret.getBytes(StandardCharsets.UTF_8);
        if (bytes.length < SHORTEST) {
            throw new IllegalArgumentException(
                    "The secret of examination key " + id + " has fewer than " + SHORTEST + " bytes.");
        }
        this.id = id;
        try {
            prepared = Mac.getInstance(ALGORITHM);
            prepared.init(new SecretKeySpec(bytes, ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public String id() {
        return id;
    }

    /** From 0, and less than 1: the first 53 bits of the HMAC-SHA-256 over the id's characters. */
    double number(String decisionId) {
        var digest = mac().doFinal(decisionId.getBytes(StandardCharsets.US_ASCII));
        long bits = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            bits = bits << 8 | digest[i] & 0xFF;
        }
        return (bits >>> 11) * 0x1.0p-53;
    }

    /** A copy, since it takes more time to make a new one and one cannot serve two threads. */
    private Mac mac() {
        try {
            return (Mac) prepared.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(ALGORITHM + " cannot be copied here", e);
        }
    }

    @Override
    public String toString() {
        return "examination key " + id;
    }
}
