package org.trustedtrader.assessment.profile;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;

/** Whole files of the types that are taken as evidence, as small as they can be. */
public final class SampleFiles {

    private SampleFiles() {}

    public static byte[] pdf(String text) {
        String body =
                "%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>"
                        + "\nendobj\n% " + text + "\n";
        return ascii(body + "xref\n0 1\n0000000000 65535 f \ntrailer << /Size 3 /Root 1 0 R >>\nstartxref\n"
                + body.length() + "\n%%EOF\n");
    }

    /** A PDF of exactly so many bytes. */
    public static byte[] pdfOf(int size) {
        byte[] small = pdf("");
        byte[] file = new byte[size];
        int head = 9;
        Arrays.fill(file, (byte) 'x');
        System.arraycopy(small, 0, file, 0, head);
        file[head] = '%';
        System.arraycopy(small, head, file, size - (small.length - head), small.length - head);
        file[size - (small.length - head) - 1] = '\n';
        return file;
    }

    public static byte[] png() {
        return image("png");
    }

    public static byte[] jpeg() {
        return image("jpg");
    }

    public static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    public static byte[] join(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] image(String format) {
        var picture = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(3, 3, 0xFF8800);
        var file = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, format, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }
}
