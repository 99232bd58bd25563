package org.trustedtrader.benefits.decision.mongo;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.bson.types.Binary;

/** Text as it is where it is short, compressed where it is long. */
final class Packed {

    private static final int LONG = 8_192;

    private Packed() {}

    static Object pack(String text) {
        if (text.length() < LONG) {
            return text;
        }
        var bytes = new ByteArrayOutputStream(text.length() / 8);
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Binary(bytes.toByteArray());
    }

    static String unpack(Object packed) {
        if (packed instanceof String text) {
            return text;
        }
        try (var zip = new GZIPInputStream(new ByteArrayInputStream(((Binary) packed).getData()))) {
            return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
