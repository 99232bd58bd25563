package org.trustedtrader.acceptance.evidence;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class EvidenceTest {

    @Test
    void aPhotographIsAReadablePng() throws IOException {
        var picture = ImageIO.read(new ByteArrayInputStream(SamplePng.of(7)));

        assertThat(picture.getWidth()).isEqualTo(48);
        assertThat(picture.getRGB(3, 2) & 0xffffff).isEqualTo((22 << 16) | (10 << 8) | ((7 * 31 + 1) & 0xff));
    }

    @Test
    void aPaperPointsAtItsOwnCrossReferenceTable() {
        var pdf = new String(SamplePdf.of("Seal procedure (ISO 17712)", "View, verify, tug, twist."), ISO_8859_1);
        var table = Integer.parseInt(pdf.substring(pdf.indexOf("startxref\n") + 10, pdf.indexOf("\n%%EOF")));

        assertThat(pdf).startsWith("%PDF-1.4").contains("(Seal procedure \\(ISO 17712\\)) Tj");
        assertThat(pdf.substring(table)).startsWith("xref\n");
    }
}
