package org.trustedtrader.enrolment.letter.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trustedtrader.enrolment.company.OfficialLanguage;
import org.trustedtrader.enrolment.letter.LetterFixtures;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;

class LetterDocumentTest {

    private static final String NAME = "<b>Érablière</b> & \"Fils\" ]]> Žilina Ελλάς 东方";

    @BeforeAll
    static void validator() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    @ParameterizedTest
    @EnumSource
    void isAccessibleAndFitForKeeping(OfficialLanguage language) throws Exception {
        var document = document(language);
        for (var flavour : new PDFAFlavour[] {PDFAFlavour.PDFUA_1, PDFAFlavour.PDFA_3_A}) {
            var result = validated(document, flavour);
            assertThat(result.getFailedChecks()).as(flavour.toString()).isEmpty();
            assertThat(result.isCompliant()).as(flavour.toString()).isTrue();
        }
    }

    @Test
    void whatACompanyIsCalledIsNeverMarkup() throws IOException {
        assertThat(text(document(OfficialLanguage.EN)))
                .contains("<b>Érablière</b> & \"Fils\" ]]> Žilina Ελλάς")
                .contains("PIP-0A1B2C3D", "Customs Act, s. 11.1", "30 December 2026", "L-2026-000123");
    }

    @Test
    void theSameLetterGivesTheSameText() throws IOException {
        var french = text(document(OfficialLanguage.FR));
        assertThat(french)
                .contains("Votre adhésion est suspendue", "30 décembre 2026", "Fondement juridique")
                .isEqualTo(text(document(OfficialLanguage.FR)));
    }

    private static byte[] document(OfficialLanguage language) {
        return LetterDocument.render(
                LetterFixtures.aSuspension(NAME, "A seal was broken.\n<script>alert(1)</script>", language));
    }

    private static String text(byte[] document) throws IOException {
        try (var pdf = Loader.loadPDF(document)) {
            return new PDFTextStripper().getText(pdf);
        }
    }

    private static ValidationResult validated(byte[] document, PDFAFlavour flavour) throws Exception {
        try (var parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(document), flavour);
                var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            return validator.validate(parser);
        }
    }
}
