package org.trustedtrader.assessment.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.trustedtrader.assessment.review.Fixtures.ID;
import static org.trustedtrader.assessment.review.Fixtures.NOW;
import static org.trustedtrader.assessment.review.Fixtures.OWNER;
import static org.trustedtrader.assessment.review.Fixtures.STRANGER;
import static org.trustedtrader.assessment.review.Fixtures.TODAY;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trustedtrader.assessment.criteria.EvidenceKind;
import org.trustedtrader.assessment.profile.EvidenceFile;
import org.trustedtrader.assessment.profile.EvidenceRules;
import org.trustedtrader.assessment.profile.EvidenceStore;
import org.trustedtrader.assessment.review.AttachEvidence.SentFile;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.refusal.Refusal;

class AttachEvidenceTest {

    private static final byte[] PDF = "%PDF-1.7 a procedure".getBytes();

    private final InMemory.StoredAssessments assessments = new InMemory.StoredAssessments();
    private final Vault vault = new Vault();
    private final AttachEvidence attach = new AttachEvidence(
            assessments,
            vault,
            new EvidenceRules(Set.of("application/pdf", "image/png", "image/jpeg", "text/csv"), 40),
            Clock.fixed(NOW, ZoneOffset.UTC));

    @BeforeEach
    void anOpenAssessment() {
        assessments.createIfAbsent(
                Assessment.open(Fixtures.application(2, "SUBMITTED"), Fixtures.CATALOGUE, Fixtures.SELF, NOW));
    }

    @Test
    void theBytesAreSafeBeforeTheAssessmentRefersToThem() {
        EvidenceFile file = attach.attach(ID, pdf(), by(OWNER, "key-00001")).file();
        assertThat(vault.log).containsExactly("store " + file.content(), "keep " + file.content());
        assertThat(vault.open(file)).hasBinaryContent(PDF);
        assertThat(file.sha256()).hasSize(64);
    }

    @Test
    void anAttachingThatIsRefusedLeavesNothingBehind() {
        var elsewhere =
                new SentFile("BUQ66", EvidenceKind.PROCEDURE, "a.pdf", "application/pdf", Optional.empty(), PDF);
        assertThatExceptionOfType(Refusal.InvalidInput.class)
                .isThrownBy(() -> attach.attach(ID, elsewhere, by(OWNER, "key-00001")));
        assertThat(vault.contents).isEmpty();
    }

    @Test
    void theSameCommandAgainFindsTheFirstFileAndKeepsNoSecondCopy() {
        EvidenceFile first = attach.attach(ID, pdf(), by(OWNER, "key-00001")).file();
        EvidenceFile second = attach.attach(ID, pdf(), by(OWNER, "key-00001")).file();
        assertThat(second).isEqualTo(first);
        assertThat(vault.contents).containsOnlyKeys(first.content());
    }

    @Test
    void aStrangersFileIsNotEvenStored() {
        assertThatExceptionOfType(Refusal.NotFound.class)
                .isThrownBy(() -> attach.attach(ID, pdf(), by(STRANGER, "key-00001")));
        assertThat(vault.log).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "application/pdf, 255044462D312E37, true",
        "application/pdf, 89504E470D0A1A0A, false",
        "application/pdf, 2550, false",
        "image/png, 89504E470D0A1A0A00, true",
        "image/png, FFD8FFE000104A46, false",
        "image/jpeg, FFD8FFE000104A46, true",
        "image/jpeg, 3C68746D6C3E, false",
        "text/csv, 612C62, true",
        "text/html, 3C68746D6C3E, false"
    })
    void theBytesMustBeOfTheDeclaredType(String type, String hex, boolean taken) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        var sent = new SentFile("A3CHY", EvidenceKind.PHOTO, "a.bin", type, Optional.empty(), bytes);
        if (taken) {
            assertThat(attach.attach(ID, sent, by(OWNER, "key-00001")).file().size())
                    .isEqualTo(bytes.length);
        } else {
            assertThatExceptionOfType(Refusal.InvalidInput.class)
                    .isThrownBy(() -> attach.attach(ID, sent, by(OWNER, "key-00001")));
        }
    }

    @Test
    void refusesAFileThatIsEmptyOrTooLarge() {
        refused(sent("a.pdf", Optional.empty(), new byte[0]));
        byte[] large = Arrays.copyOf(PDF, 41);
        refused(sent("a.pdf", Optional.empty(), large));
    }

    @Test
    void refusesAFileNameThatIsAPath() {
        refused(sent("../a.pdf", Optional.empty(), PDF));
        refused(sent("a\r\nb.pdf", Optional.empty(), PDF));
    }

    @Test
    void refusesADocumentThatHasExpired() {
        refused(sent("a.pdf", Optional.of(TODAY.minusDays(1)), PDF));
    }

    private void refused(SentFile sent) {
        assertThatExceptionOfType(Refusal.InvalidInput.class)
                .isThrownBy(() -> attach.attach(ID, sent, by(OWNER, "key-00001")));
        assertThat(vault.contents).isEmpty();
    }

    private static SentFile pdf() {
        return sent("seals.pdf", Optional.empty(), PDF);
    }

    private static SentFile sent(String name, Optional<LocalDate> expiresOn, byte[] bytes) {
        return new SentFile("A3CHY", EvidenceKind.PROCEDURE, name, "application/pdf", expiresOn, bytes);
    }

    private static Command by(Actor actor, String key) {
        return new Command(actor, Optional.of(key), "fingerprint", OptionalLong.empty());
    }

    private static final class Vault implements EvidenceStore {

        private final Map<String, byte[]> contents = new HashMap<>();
        private final List<String> log = new ArrayList<>();

        @Override
        public String newContent() {
            return UUID.randomUUID().toString();
        }

        @Override
        public void store(String content, byte[] bytes) {
            log.add("store " + content);
            contents.put(content, bytes);
        }

        @Override
        public void keep(String content) {
            log.add("keep " + content);
        }

        @Override
        public void discard(String content) {
            contents.remove(content);
        }

        @Override
        public InputStream open(EvidenceFile file) {
            return new ByteArrayInputStream(contents.get(file.content()));
        }

        @Override
        public int discardForgotten(Instant before) {
            return 0;
        }
    }
}
