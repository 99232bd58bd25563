package org.trustedtrader.benefits.recognition.web;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.problem.Problem;
import org.trustedtrader.platform.problem.ProblemType;
import org.trustedtrader.platform.web.RequestRefusedException;

/** SHA-256 of a body, and how RFC 9530 writes it: {@code Repr-Digest: sha-256=:<base64>:}. */
public final class Digest {

    public static final String HEADER = "Repr-Digest";
    private static final Pattern FORM = Pattern.compile("(?:^|.*[, ])sha-256=:([A-Za-z0-9+/]{43}=):.*");

    private Digest() {}

    /** 64 small hexadecimal digits. */
    public static String hex(byte[] body) {
        return HexFormat.of().formatHex(sha256(body));
    }

    /** The header's value for that checksum. */
    public static String header(String hex) {
        return "sha-256=:" + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex)) + ":";
    }

    /**
     * The checksum of a body that has the one that was sent with it.
     *
     * @throws RequestRefusedException if none was sent, or another one
     */
    static String verified(byte[] body, @Nullable String header) {
        if (header == null) {
            throw refused("checksum-missing", "checksum.missing");
        }
        var form = FORM.matcher(header);
        if (!form.matches()) {
            throw refused("checksum-malformed", "checksum.malformed");
        }
        var computed = sha256(body);
        if (!MessageDigest.isEqual(computed, Base64.getDecoder().decode(form.group(1)))) {
            throw refused("checksum-mismatch", "checksum.mismatch");
        }
        return HexFormat.of().formatHex(computed);
    }

    private static byte[] sha256(byte[] body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private static RequestRefusedException refused(String name, String detail) {
        return new RequestRefusedException(Problem.of(ProblemType.of(name, 422), detail));
    }
}
