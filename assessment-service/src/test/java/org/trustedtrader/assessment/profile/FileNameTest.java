package org.trustedtrader.assessment.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustedtrader.platform.refusal.Refusal;

class FileNameTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "seals.pdf",
                "Seals.PDF",
                "Procédure de scellés – 2026.11.pdf",
                "St. John yard v1.2.pdf",
                "ISO 17712.2013.pdf",
                "scan.pdf.pdf",
                "½ page (c).pdf",
                "封条程序.pdf",
                "إجراءات الختم.pdf",
                "console.pdf",
                "com10 ports.pdf",
                "a_-+=&%$#@!~'`^{}[],;.pdf"
            })
    void takes(String name) {
        assertThat(FileName.checked(name, Optional.of(FileFormat.PDF))).isEqualTo(name);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "another ending | plan.exe",
                "a page | a.html",
                "another type that is taken | a.png",
                "no ending | plan",
                "an ending only | .pdf",
                "dots only | ....pdf",
                "nothing but signs | __ -.pdf",
                "two endings | plan.exe.pdf",
                "two endings of documents | gate.jpg.pdf",
                "two endings in capitals | Plan.EXE.pdf",
                "two endings and one more | plan.exe.signed.pdf",
                "two endings with blanks between | 'plan.exe            .pdf'",
                "two endings in full width | plan.ｅｘｅ.pdf",
                "two endings behind a dot leader | plan\u2024exe.pdf",
                "a dot at the end | plan.pdf.",
                "a blank at the end | 'plan.pdf '",
                "a hard blank at the end | plan.pdf\u00a0",
                "a blank at the beginning | ' plan.pdf'",
                "a dot and a blank at the end | 'plan.pdf. '",
                "a path | ../plan.pdf",
                "a path on Windows | ..\\plan.pdf",
                "a drive | c:plan.pdf",
                "a stream | plan.exe:plan.pdf",
                "a fraction slash | a\u2044plan.pdf",
                "a division slash | a\u2215plan.pdf",
                "a full-width slash | a\uff0fplan.pdf",
                "a wildcard | plan*.pdf",
                "a quotation mark | \"plan\".pdf",
                "a change of direction | plan\u202efdp.exe.pdf",
                "a change of direction only | p\u202elan.pdf",
                "an isolate | plan\u2066.pdf",
                "a zero-width blank | pl\u200ban.pdf",
                "a byte order mark | \ufeffplan.pdf",
                "a soft hyphen | pl\u00adan.pdf",
                "a Hangul filler | \u3164.pdf",
                "a control character | pl\u0007an.pdf",
                "a line end | 'pl\nan.pdf'",
                "a line separator | pl\u2028an.pdf",
                "half an emoji | plan\ud83d.pdf",
                "a reserved name | con.pdf",
                "a reserved name in capitals | NUL.pdf",
                "a reserved name with another ending | aux.2026.pdf",
                "a reserved name before a blank | 'prn .pdf'",
                "a reserved port | COM1.pdf",
                "a reserved port with a high digit | lpt\u00b9.pdf",
                "a Cyrillic ending | plan.\u0440df"
            })
    void refuses(String what, String name) {
        assertThatExceptionOfType(Refusal.InvalidInput.class)
                .as(what)
                .isThrownBy(() -> FileName.checked(name, Optional.of(FileFormat.PDF)))
                .satisfies(refusal ->
                        assertThat(refusal.violations().getFirst().field()).isEqualTo("fileName"));
    }

    @ParameterizedTest
    @CsvSource({"PDF, a.pdf", "PNG, a.png", "JPEG, a.jpg", "JPEG, a.jpeg", "JPEG, a.JPE", "JPEG, a.jfif"})
    void theNameEndsAsTheTypeDoes(FileFormat format, String name) {
        assertThat(FileName.checked(name, Optional.of(format))).isEqualTo(name);
    }

    @Test
    void theNameIsKeptInComposedLetters() {
        assertThat(FileName.checked("Re\u0301sume\u0301.pdf", Optional.of(FileFormat.PDF)))
                .isEqualTo("R\u00e9sum\u00e9.pdf");
    }

    @Test
    void aNameHasAtMost120Characters() {
        assertThat(FileName.checked("a".repeat(116) + ".pdf", Optional.of(FileFormat.PDF)))
                .hasSize(120);
        assertThatExceptionOfType(Refusal.InvalidInput.class)
                .isThrownBy(() -> FileName.checked("a".repeat(117) + ".pdf", Optional.of(FileFormat.PDF)));
    }

    @Test
    void saysWhichEndingTheTypeHas() {
        assertThatExceptionOfType(Refusal.InvalidInput.class)
                .isThrownBy(() -> FileName.checked("plan.exe", Optional.of(FileFormat.JPEG)))
                .satisfies(refusal -> assertThat(refusal.violations().getFirst().message())
                        .hasToString("must end with .jpg, .jpeg, .jpe, .jfif, as the file’s type says"));
    }
}
