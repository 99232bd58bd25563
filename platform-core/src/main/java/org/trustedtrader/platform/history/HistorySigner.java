package org.trustedtrader.platform.history;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Signs every history entry with the service's key as it is written, so that a person who can write to the database, but
 * does not hold the key, cannot add an entry or a record of their own. Ed25519 over the entry's hash.
 */
public final class HistorySigner {

    private static final String ALGORITHM = "Ed25519";

    private final @Nullable PrivateKey key;

    public HistorySigner(@Nullable PrivateKey key) {
        this.key = key;
    }

    /** The signature, base64; empty if the service has no key, which the verifier then reports. */
    public String of(String hash) {
        if (key == null) {
            return "";
        }
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(hash.getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The history's signing key cannot sign", e);
        }
    }

    public static boolean isGenuine(String hash, String seal, PublicKey key) {
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key);
            signature.update(hash.getBytes(StandardCharsets.US_ASCII));
            return signature.verify(Base64.getDecoder().decode(seal));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }
}
