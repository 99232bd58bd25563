package org.trustedtrader.acceptance.attacks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tokens made from a good one by somebody without the realm's key. */
final class InvalidTokens {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private InvalidTokens() {}

    /** The same claims, declared to need no signature. */
    static String unsigned(String good) {
        return encoded("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + good.split("\\.")[1] + ".";
    }

    /** The same header and signature over other claims. */
    static String altered(String good, String from, String to) {
        var parts = good.split("\\.");
        var claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        if (!claims.contains(from)) {
            throw new AssertionError("the token does not say " + from);
        }
        return parts[0] + "." + encoded(claims.replace(from, to)) + "." + parts[2];
    }

    /** The same header and claims, signed with a key of the attacker's own. */
    static String signedByAnother(String good) throws GeneralSecurityException {
        var parts = good.split("\\.");
        var keys = KeyPairGenerator.getInstance("RSA");
        keys.initialize(2048);
        var signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(keys.generateKeyPair().getPrivate());
        signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        return parts[0] + "." + parts[1] + "." + BASE64.encodeToString(signature.sign());
    }

    /** Signed with a shared secret, which the attacker hopes is taken to be the public key. */
    static String hmac(String good, byte[] secret) throws GeneralSecurityException {
        var body = encoded("{\"alg\":\"HS256\",\"typ\":\"JWT\"}") + "." + good.split("\\.")[1];
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret, "HmacSHA256"));
        return body + "." + BASE64.encodeToString(mac.doFinal(body.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String encoded(String json) {
        return BASE64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
