package org.trustedtrader.border.feed;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;

/**
 * An Ed25519 public key, named after its content (RFC 7638), so that a name never means two keys.
 *
 * @param id what a signature names it by
 * @param x  its 32 bytes, base64url
 */
public record VerifyingKey(String id, String x, PublicKey key) {

    static final String ALGORITHM = "Ed25519";

    private static final String DEMO_MARK = "demo-only-";
    private static final int BYTES = 32;

    /** @param base64 X.509, as {@code openssl pkey -pubout} has it between its lines */
    public static VerifyingKey parse(String base64) {
        try {
            return of(KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(decoded(base64))));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException("Not an Ed25519 public key, X.509, base64.", e);
        }
    }

    static VerifyingKey of(PublicKey key) throws GeneralSecurityException {
        var whole = key.getEncoded();
        var x = base64Url(Arrays.copyOfRange(whole, whole.length - BYTES, whole.length));
        var canonical = "{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"" + x + "\"}";
        var digest = MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8));
        return new VerifyingKey(base64Url(digest), x, key);
    }

    /** X.509, base64. */
    public String encoded() {
        return Base64.getEncoder().encodeToString(key.getEncoded());
    }

    boolean verifies(String input, byte[] signed) {
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key);
            signature.update(input.getBytes(StandardCharsets.US_ASCII));
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    static byte[] decoded(String base64) {
        return Base64.getDecoder().decode(base64.startsWith(DEMO_MARK) ? base64.substring(DEMO_MARK.length()) : base64);
    }

    private static String base64Url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
