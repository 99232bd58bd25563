package org.trustedtrader.assessment.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.trustedtrader.assessment.profile.SampleFiles.ascii;
import static org.trustedtrader.assessment.profile.SampleFiles.join;
import static org.trustedtrader.assessment.profile.SampleFiles.jpeg;
import static org.trustedtrader.assessment.profile.SampleFiles.pdf;
import static org.trustedtrader.assessment.profile.SampleFiles.png;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustedtrader.assessment.criteria.EvidenceKind;
import org.trustedtrader.assessment.criteria.Scope;
import org.trustedtrader.platform.refusal.Refusal;
import org.trustedtrader.platform.refusal.Refusal.Violation;

/** A file is what it says it is, wholly; a file that readers open is not refused. */
class EvidenceRulesTest {

    private static final EvidenceRules RULES =
            new EvidenceRules(Set.of("application/pdf", "image/png", "image/jpeg", "text/csv"), 1_000_000, 10_000_000);

    static Stream<Arguments> whole() {
        return Stream.of(
                arguments("a PDF", "application/pdf", "a.pdf", pdf("a")),
                arguments("a PDF without a last line end", "application/pdf", "a.pdf", cut(pdf("a"), 1)),
                arguments("a PDF after other bytes", "application/pdf", "a.pdf", join(new byte[1000], pdf("a"))),
                arguments("a PDF before blank lines", "application/pdf", "a.pdf", join(pdf("a"), ascii("\r\n \n\0\0"))),
                arguments("a PDF padded to a block", "application/pdf", "a.pdf", join(pdf("a"), new byte[4096])),
                arguments(
                        "a PDF before some bytes", "application/pdf", "a.pdf", join(pdf("a"), ascii("x".repeat(900)))),
                arguments("a PDF that was changed", "application/pdf", "a.pdf", join(pdf("a"), pdf("b"))),
                arguments("a PNG", "image/png", "a.png", png()),
                arguments("a PNG before other bytes", "image/png", "a.png", join(png(), ascii("trailer"))),
                arguments("a JPEG", "image/jpeg", "a.jpg", jpeg()),
                arguments("a JPEG with fill bytes", "image/jpeg", "a.jpeg", filled(jpeg())),
                arguments("a JPEG before a film", "image/jpeg", "a.JPG", join(jpeg(), new byte[5000])),
                arguments("a type without a check", "text/csv", "a.csv", ascii("a,b")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("whole")
    void takes(String what, String type, String name, byte[] file) {
        assertThat(RULES.check(type, name, file)).isEqualTo(name);
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                arguments("five bytes", "application/pdf", ascii("%PDF-")),
                arguments("a page", "application/pdf", ascii("%PDF-<script>alert(1)</script>")),
                arguments("a PDF cut short", "application/pdf", cut(pdf("a"), 12)),
                arguments("half a PDF", "application/pdf", cut(pdf("a"), pdf("a").length / 2)),
                arguments(
                        "a PDF with more than a reader looks through",
                        "application/pdf",
                        join(pdf("a"), ascii("x".repeat(1100)))),
                arguments("a PDF too far from the beginning", "application/pdf", join(new byte[1024], pdf("a"))),
                arguments("an end without a table", "application/pdf", ascii("%PDF-1.7\n%%EOF\n")),
                arguments("a table without an end", "application/pdf", ascii("%PDF-1.7\nstartxref\n9\n")),
                arguments("a PNG as a PDF", "application/pdf", png()),
                arguments("a page as a PDF", "application/pdf", ascii("<html>")),
                arguments("a PNG cut short", "image/png", cut(png(), 1)),
                arguments("half a PNG", "image/png", cut(png(), png().length / 2)),
                arguments("the signature of a PNG", "image/png", Arrays.copyOf(png(), 8)),
                arguments(
                        "a PNG whose chunk never ends",
                        "image/png",
                        join(Arrays.copyOf(png(), 8), ascii("\u00ff\u00ff\u00ff\u00ffIEND"))),
                arguments("a JPEG as a PNG", "image/png", jpeg()),
                arguments("a JPEG cut short", "image/jpeg", cut(jpeg(), 2)),
                arguments("half a JPEG", "image/jpeg", cut(jpeg(), jpeg().length / 3)),
                arguments("the signature of a JPEG", "image/jpeg", Arrays.copyOf(jpeg(), 3)),
                arguments("a JPEG that ends in its preview", "image/jpeg", preview()),
                arguments("nothing", "image/jpeg", new byte[0]));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void refuses(String what, String type, byte[] file) {
        assertThatExceptionOfType(Refusal.InvalidInput.class)
                .isThrownBy(() -> RULES.check(type, "a." + (type.endsWith("jpeg") ? "jpg" : type.split("/")[1]), file))
                .satisfies(refusal -> assertThat(refusal.violations())
                        .extracting(Violation::field)
                        .containsExactly("body"));
    }

    @Test
    void refusesATypeThatIsNotTaken() {
        refusedFor("text/html", "a.html", ascii("<html>"), "Content-Type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/heic", "image/heif", "image/jpeg", "application/pdf"})
    void saysOfAHeicPictureWhatToDo(String declared) {
        byte[] heic = join(new byte[] {0, 0, 0, 24}, ascii("ftypheic"), new byte[100]);
        assertThatExceptionOfType(Refusal.InvalidInput.class)
                .isThrownBy(() -> RULES.check(declared, "a.heic", heic))
                .satisfies(refusal -> {
                    assertThat(refusal.violations().getFirst().message().in(Locale.ENGLISH))
                            .contains("HEIC")
                            .contains("Most Compatible");
                    assertThat(refusal.violations().getFirst().message().in(Locale.FRENCH))
                            .contains("HEIC")
                            .contains("Le plus compatible");
                });
    }

    @Test
    void aDeclaredHeicPictureIsAdvisedOnWhateverItsBytesAre() {
        assertThatExceptionOfType(Refusal.InvalidInput.class)
                .isThrownBy(() -> RULES.check("image/heic", "a.heic", pdf("a")))
                .satisfies(refusal -> assertThat(
                                refusal.violations().getFirst().message().in(Locale.ENGLISH))
                        .contains("Most Compatible"));
    }

    @Test
    void aFolderHoldsNoMoreBytesThanTheTotalWhoeverIsFirst() {
        var rules = new EvidenceRules(Set.of("application/pdf"), 200, 300);
        var folder = new EvidenceFolder(List.of());
        folder.add(file(200), rules);
        folder.add(file(100), rules);
        assertThatExceptionOfType(Refusal.RuleBroken.class)
                .isThrownBy(() -> folder.add(file(1), rules))
                .satisfies(refusal -> assertThat(refusal.rule()).isEqualTo("evidence-full"));
        assertThat(folder.bytes()).isEqualTo(300);
    }

    @Test
    void anOperatorMayTakeHeic() {
        var rules = new EvidenceRules(Set.of("image/heic"), 1000, 1000);
        byte[] heic = join(new byte[] {0, 0, 0, 24}, ascii("ftypheic"), new byte[100]);
        assertThat(rules.check("image/heic", "gate.heic", heic)).isEqualTo("gate.heic");
    }

    @ParameterizedTest
    @CsvSource({"0, 10", "10, 9"})
    void aTotalBelowTheLargestFileMakesNoSense(long largest, long total) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EvidenceRules(Set.of("application/pdf"), largest, total));
    }

    private static EvidenceFile file(long size) {
        return new EvidenceFile(
                UUID.randomUUID().toString(),
                "content",
                "A3CHY",
                EvidenceKind.PHOTO,
                "a.pdf",
                1,
                "application/pdf",
                size,
                "ab".repeat(32),
                Optional.empty(),
                Instant.parse("2026-11-23T12:00:00Z"),
                Scope.COMPANY);
    }

    private static void refusedFor(String type, String name, byte[] file, String field) {
        assertThatExceptionOfType(Refusal.InvalidInput.class)
                .isThrownBy(() -> RULES.check(type, name, file))
                .satisfies(refusal ->
                        assertThat(refusal.violations().getFirst().field()).isEqualTo(field));
    }

    private static byte[] cut(byte[] file, int bytes) {
        return Arrays.copyOf(file, file.length - bytes);
    }

    /** Fill bytes before a marker are allowed anywhere. */
    private static byte[] filled(byte[] jpeg) {
        return join(
                Arrays.copyOf(jpeg, 2),
                new byte[] {(byte) 0xFF, (byte) 0xFF},
                Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    /** A whole picture inside a segment of one that was cut short before its own end. */
    private static byte[] preview() {
        byte[] small = jpeg();
        int length = small.length + 2;
        byte[] segment = {(byte) 0xFF, (byte) 0xE1, (byte) (length >> 8), (byte) length};
        return join(Arrays.copyOf(jpeg(), 2), segment, small);
    }
}
