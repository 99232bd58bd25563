package org.trustedtrader.border.feed;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * A line of the feed: a JSON Web Signature, flattened (RFC 7515 §7.2.2, EdDSA of RFC 8037), written in exactly one way. What
 * differs from that in any byte is refused, even where a lenient reader would read the same.
 */
public final class SignedLineCodec {

    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();
    private static final Pattern LINE = Pattern.compile("\\{\"protected\":\"([A-Za-z0-9_-]+)\","
            + "\"payload\":\"([A-Za-z0-9_-]+)\",\"signature\":\"([A-Za-z0-9_-]{86})\"}");
    private static final Pattern HEADER =
            Pattern.compile("\\{\"alg\":\"EdDSA\",\"kid\":\"([A-Za-z0-9_-]{43})\",\"typ\":\"ttp-border-feed\\+jws\"}");

    private SignedLineCodec() {}

    public static String write(byte[] payload, SigningKey key) {
        var header = "{\"alg\":\"EdDSA\",\"kid\":\"" + key.publicKey().id() + "\",\"typ\":\"ttp-border-feed+jws\"}";
        var input = encoded(header.getBytes(StandardCharsets.US_ASCII)) + "." + encoded(payload);
        var dot = input.indexOf('.');
        return "{\"protected\":\"" + input.substring(0, dot) + "\",\"payload\":\"" + input.substring(dot + 1)
                + "\",\"signature\":\"" + encoded(key.sign(input)) + "\"}";
    }

    /** The payload, once the signature is that of a trusted key. */
    public static byte[] read(String line, TrustedKeys keys) throws UntrustedFeedException {
        var parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw new UntrustedFeedException("a line is not a signature in its one form");
        }
        var header = HEADER.matcher(new String(decoded(parts.group(1)), StandardCharsets.US_ASCII));
        if (!header.matches()) {
            throw new UntrustedFeedException("a signature is of another kind or algorithm");
        }
        var key = keys.named(header.group(1));
        if (!key.verifies(parts.group(1) + "." + parts.group(2), decoded(parts.group(3)))) {
            throw new UntrustedFeedException("a signature is wrong");
        }
        return decoded(parts.group(2));
    }

    private static String encoded(byte[] bytes) {
        return ENCODER.encodeToString(bytes);
    }

    /** The last character of a text has bits to spare; only one of its writings is the one that was signed. */
    private static byte[] decoded(String text) throws UntrustedFeedException {
        try {
            var bytes = DECODER.decode(text);
            if (encoded(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw new UntrustedFeedException("a line is not base64url in its one form");
    }
}
