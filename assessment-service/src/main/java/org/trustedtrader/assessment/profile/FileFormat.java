package org.trustedtrader.assessment.profile;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The formats whose files are checked as a whole: a file that readers open passes, one that was cut short or is something
 * else does not. The checks read the structure and not the content.
 */
enum FileFormat {
    /** Readers look for the header in the first 1,024 bytes and for the end of file in the last 1,024 (ISO 32000, annex H). */
    PDF("application/pdf", "pdf") {
        @Override
        boolean begins(byte[] file) {
            return indexOf(file, PDF_HEADER, 0, SEARCHED) >= 0;
        }

        @Override
        boolean isWhole(byte[] file) {
            int end = file.length;
            while (end > 0 && isBlank(file[end - 1])) {
                end--;
            }
            int marker = lastIndexOf(file, PDF_END, end - SEARCHED, end);
            return marker >= 0 && lastIndexOf(file, PDF_TABLE, marker - SEARCHED, marker) >= 0;
        }
    },
    /** A signature and chunks, the last of which is IEND; readers ignore what follows it. */
    PNG("image/png", "png") {
        @Override
        boolean begins(byte[] file) {
            return startsWith(file, PNG_SIGNATURE);
        }

        @Override
        boolean isWhole(byte[] file) {
            long at = PNG_SIGNATURE.length;
            while (at + CHUNK_OVERHEAD <= file.length) {
                long length = Integer.toUnsignedLong(intAt(file, (int) at));
                boolean last = "IEND".equals(new String(file, (int) at + 4, 4, StandardCharsets.ISO_8859_1));
                at += CHUNK_OVERHEAD + length;
                if (last) {
                    return at <= file.length;
                }
            }
            return false;
        }
    },
    /** Segments and scans up to the end-of-image marker; telephones append data after it, which readers ignore. */
    JPEG("image/jpeg", "jpg", "jpeg", "jpe", "jfif") {
        @Override
        boolean begins(byte[] file) {
            return startsWith(file, JPEG_SIGNATURE);
        }

        @Override
        boolean isWhole(byte[] file) {
            int at = 2;
            while (at + 1 < file.length) {
                int marker = file[at + 1] & 0xFF;
                if ((file[at] & 0xFF) != 0xFF) {
                    return false;
                } else if (marker == 0xD9) {
                    return true;
                } else if (marker == 0xFF) {
                    at++;
                } else if (marker == 0x01 || (marker >= 0xD0 && marker <= 0xD7)) {
                    at += 2;
                } else if (at + 3 < file.length) {
                    at += 2 + Math.max(2, ((file[at + 2] & 0xFF) << 8) | (file[at + 3] & 0xFF));
                    at = marker == 0xDA ? endOfScan(file, at) : at;
                } else {
                    return false;
                }
            }
            return false;
        }
    };

    private static final byte[] PDF_HEADER = ascii("%PDF-");
    private static final byte[] PDF_TABLE = ascii("startxref");
    private static final byte[] PDF_END = ascii("%%EOF");
    private static final byte[] PNG_SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte[] JPEG_SIGNATURE = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final int SEARCHED = 1024;
    /** Of a PNG chunk: length, type and checksum. */
    private static final int CHUNK_OVERHEAD = 12;
    /** Brands of the HEIF family at the beginning of an ISO media file. */
    private static final List<String> HEIF_BRANDS = List.of("heic", "heix", "hevc", "heim", "heis", "mif1", "msf1");

    private final String contentType;
    private final List<String> extensions;

    FileFormat(String contentType, String... extensions) {
        this.contentType = contentType;
        this.extensions = List.of(extensions);
    }

    /** Empty for a type that an operator allows and that is not checked as a whole. */
    static Optional<FileFormat> of(String contentType) {
        return Arrays.stream(values())
                .filter(format -> format.contentType.equals(contentType))
                .findFirst();
    }

    /** Whether the bytes are a HEIC or HEIF picture, whatever they are declared as. */
    static boolean isHeif(byte[] file) {
        return file.length >= 12
                && "ftyp".equals(new String(file, 4, 4, StandardCharsets.ISO_8859_1))
                && HEIF_BRANDS.contains(new String(file, 8, 4, StandardCharsets.ISO_8859_1));
    }

    /** In small letters without the dot, the usual one first. */
    List<String> extensions() {
        return extensions;
    }

    abstract boolean begins(byte[] file);

    /** Whether a file that begins as it should also ends so. */
    abstract boolean isWhole(byte[] file);

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static boolean isBlank(byte value) {
        return value == 0 || value == ' ' || (value >= '\t' && value <= '\r') || value == 0x1A;
    }

    private static boolean startsWith(byte[] file, byte[] wanted) {
        return matches(file, wanted, 0);
    }

    private static int indexOf(byte[] file, byte[] wanted, int from, int before) {
        for (int at = from; at < Math.min(before, file.length); at++) {
            if (matches(file, wanted, at)) {
                return at;
            }
        }
        return -1;
    }

    private static int lastIndexOf(byte[] file, byte[] wanted, int from, int end) {
        for (int at = end - wanted.length; at >= Math.max(0, from); at--) {
            if (matches(file, wanted, at)) {
                return at;
            }
        }
        return -1;
    }

    private static boolean matches(byte[] file, byte[] wanted, int at) {
        return at >= 0
                && at + wanted.length <= file.length
                && Arrays.equals(file, at, at + wanted.length, wanted, 0, wanted.length);
    }

    private static int intAt(byte[] file, int at) {
        return (file[at] & 0xFF) << 24
                | (file[at + 1] & 0xFF) << 16
                | (file[at + 2] & 0xFF) << 8
                | (file[at + 3] & 0xFF);
    }

    /** The next marker that ends the entropy-coded data: neither a stuffed byte, nor a restart, nor a fill byte. */
    private static int endOfScan(byte[] file, int from) {
        for (int at = from; at + 1 < file.length; at++) {
            int next = file[at + 1] & 0xFF;
            if ((file[at] & 0xFF) == 0xFF && next != 0 && next != 0xFF && !(next >= 0xD0 && next <= 0xD7)) {
                return at;
            }
        }
        return file.length;
    }
}
