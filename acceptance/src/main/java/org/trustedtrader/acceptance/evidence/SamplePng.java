package org.trustedtrader.acceptance.evidence;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** A small RGB picture as PNG, drawn from a seed so that two cameras do not show the same. */
public final class SamplePng {

    private static final int SIDE = 48;

    private SamplePng() {}

    public static byte[] of(int seed) {
        var png = new ByteArrayOutputStream();
        png.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        chunk(
                png,
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(SIDE)
                        .putInt(SIDE)
                        .put(new byte[] {8, 2, 0, 0, 0})
                        .array());
        chunk(png, "IDAT", compressed(pixels(seed)));
        chunk(png, "IEND", new byte[0]);
        return png.toByteArray();
    }

    private static byte[] pixels(int seed) {
        var pixels = ByteBuffer.allocate(SIDE * (1 + 3 * SIDE));
        for (int y = 0; y < SIDE; y++) {
            pixels.put((byte) 0);
            for (int x = 0; x < SIDE; x++) {
                pixels.put((byte) (x * 5 + seed)).put((byte) (y * 5)).put((byte) (seed * 31 + (x ^ y)));
            }
        }
        return pixels.array();
    }

    private static byte[] compressed(byte[] raw) {
        var out = new ByteArrayOutputStream();
        try (var deflated = new DeflaterOutputStream(out, new Deflater(Deflater.BEST_COMPRESSION))) {
            deflated.write(raw);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream png, String type, byte[] data) {
        var body = ByteBuffer.allocate(4 + data.length)
                .put(type.getBytes(US_ASCII))
                .put(data)
                .array();
        var crc = new CRC32();
        crc.update(body);
        png.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        png.writeBytes(body);
        png.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }
}
