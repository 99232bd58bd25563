package org.trustedtrader.platform.history;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The lines of an export file: {@code base64url(content) "." base64url(Ed25519 signature)}. The content begins with the
 * SHA-256 of the line before it, so that no line can be taken out; then one head a line.
 */
public final class HistoryHeadFile {

    private static final String ALGORITHM = "Ed25519";
    /** A demonstration's key carries the mark that keeps it out of production. */
    private static final String DEMO_MARK = "demo-only-";

    private HistoryHeadFile() {}

    public static PrivateKey privateKey(String base64) throws GeneralSecurityException {
        return KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(decode(base64)));
    }

    public static PublicKey publicKey(String base64) throws GeneralSecurityException {
        return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(decode(base64)));
    }

    public static String line(String previousLine, List<HistoryHead> heads, PrivateKey key)
            throws GeneralSecurityException {
        var text = new StringBuilder(Sha256.hex(previousLine));
        for (var head : heads) {
            text.append('\n')
                    .append(String.join(
                            "\t", head.collection(), head.id(), Long.toString(head.version()), head.hash()));
        }
        var content = text.toString().getBytes(StandardCharsets.UTF_8);
        var signature = Signature.getInstance(ALGORITHM);
        signature.initSign(key);
        signature.update(content);
        var encoder = Base64.getUrlEncoder().withoutPadding();
        return encoder.encodeToString(content) + "." + encoder.encodeToString(signature.sign());
    }

    /**
     * All heads of a file, oldest first.
     *
     * @throws GeneralSecurityException if a line was altered, taken out or signed by another key; the message says which
     */
    public static List<HistoryHead> read(Path file, PublicKey key) throws IOException, GeneralSecurityException {
        var heads = new ArrayList<HistoryHead>();
        var previous = "";
        int number = 0;
        for (var line : Files.readAllLines(file, StandardCharsets.US_ASCII)) {
            number++;
            heads.addAll(heads(line, previous, number, key));
            previous = line;
        }
        return heads;
    }

    /**
     * The newest head of each record in a file, without a look at signatures: only for its own writer. Damaged lines are left
     * out.
     */
    public static Set<HistoryHead> newest(Path file) throws IOException {
        var newest = new HashMap<String, HistoryHead>();
        try (var lines = Files.lines(file, StandardCharsets.US_ASCII)) {
            lines.flatMap(HistoryHeadFile::unchecked)
                    .forEach(head -> newest.put(head.collection() + "/" + head.id(), head));
        }
        return new HashSet<>(newest.values());
    }

    private static Stream<HistoryHead> unchecked(String line) {
        try {
            var content = Base64.getUrlDecoder().decode(line.substring(0, line.indexOf('.')));
            return heads(new String(content, StandardCharsets.UTF_8).split("\n")).stream();
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return Stream.empty();
        }
    }

    private static List<HistoryHead> heads(String line, String previous, int number, PublicKey key)
            throws GeneralSecurityException {
        var parts = line.split("\\.");
        if (parts.length != 2) {
            throw new GeneralSecurityException("line " + number + " is damaged");
        }
        var content = Base64.getUrlDecoder().decode(parts[0]);
        var signature = Signature.getInstance(ALGORITHM);
        signature.initVerify(key);
        signature.update(content);
        if (!signature.verify(Base64.getUrlDecoder().decode(parts[1]))) {
            throw new GeneralSecurityException("line " + number + " has a wrong signature");
        }
        var lines = new String(content, StandardCharsets.UTF_8).split("\n");
        if (!lines[0].equals(Sha256.hex(previous))) {
            throw new GeneralSecurityException("line " + number + " does not follow the line before it");
        }
        return heads(lines);
    }

    /** @param lines of a content; the first names the line before it */
    private static List<HistoryHead> heads(String[] lines) {
        var heads = new ArrayList<HistoryHead>();
        for (int i = 1; i < lines.length; i++) {
            var fields = lines[i].split("\t");
            heads.add(new HistoryHead(fields[0], fields[1], Long.parseLong(fields[2]), fields[3]));
        }
        return heads;
    }

    private static byte[] decode(String base64) {
        return Base64.getDecoder().decode(base64.startsWith(DEMO_MARK) ? base64.substring(DEMO_MARK.length()) : base64);
    }
}
