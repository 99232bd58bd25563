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
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustedtrader.assessment.criteria.EvidenceKind;
import org.trustedtrader.assessment.criteria.ScopedCriterion;
import org.trustedtrader.assessment.profile.EvidenceFile;
import org.trustedtrader.assessment.profile.EvidenceFolder;
import org.trustedtrader.assessment.profile.EvidenceRules;
import org.trustedtrader.assessment.profile.EvidenceStore;
import org.trustedtrader.assessment.profile.SampleFiles;
import org.trustedtrader.assessment.review.AttachEvidence.SentFile;
import org.trustedtrader.assessment.supplychain.CompanySites;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.refusal.Refusal;

class AttachEvidenceTest {

    private static final byte[] PDF = SampleFiles.pdf("a procedure");

    private static final EvidenceRules RULES =
            new EvidenceRules(Set.of("application/pdf", "image/png", "image/jpeg"), 2000, 5000);

    private final InMemory.StoredAssessments assessments = new InMemory.StoredAssessments();
    private final StoreInMemory store = new StoreInMemory();
    private final AttachEvidence attach = new AttachEvidence(assessments, store, RULES, Fixtures.clock());

    @BeforeEach
    void anOpenAssessment() {
        assessments.createIfAbsent(Assessment.open(
                Fixtures.application(2, "SUBMITTED"), List.of(), Fixtures.CATALOGUE, Fixtures.SELF, NOW));
    }

    @Test
    void theBytesAreSafeBeforeTheAssessmentRefersToThem() {
        EvidenceFile file = attach.attach(ID, pdf(), by(OWNER, "key-00001")).file();
        assertThat(store.log).containsExactly("store " + file.content(), "keep " + file.content());
        assertThat(store.open(file)).hasBinaryContent(PDF);
        assertThat(file.sha256()).hasSize(64);
    }

    @Test
    void anAttachingThatIsRefusedLeavesNothingBehind() {
        var elsewhere = new SentFile(
                ScopedCriterion.of("BUQ66"), EvidenceKind.PROCEDURE, "a.pdf", "application/pdf", Optional.empty(), PDF);
        assertThatExceptionOfType(Refusal.InvalidInput.class)
                .isThrownBy(() -> attach.attach(ID, elsewhere, by(OWNER, "key-00001")));
        assertThat(store.contents).isEmpty();
    }

    @Test
    void theSameCommandAgainFindsTheFirstFileAndKeepsNoSecondCopy() {
        EvidenceFile first = attach.attach(ID, pdf(), by(OWNER, "key-00001")).file();
        EvidenceFile second = attach.attach(ID, pdf(), by(OWNER, "key-00001")).file();
        assertThat(second).isEqualTo(first);
        assertThat(store.contents).containsOnlyKeys(first.content());
    }

    @Test
    void aStrangersFileIsNotEvenStored() {
        assertThatExceptionOfType(Refusal.NotFound.class)
                .isThrownBy(() -> attach.attach(ID, pdf(), by(STRANGER, "key-00001")));
        assertThat(store.log).isEmpty();
    }

    @Test
    void refusesWhatIsEmptyOrTooLarge() {
        refused(sent("a.pdf", Optional.empty(), new byte[0]));
        refused(sent("a.pdf", Optional.empty(), SampleFiles.pdfOf(2001)));
    }

    @Test
    void refusesAFileNameThatDeceives() {
        refused(sent("../a.pdf", Optional.empty(), PDF));
        refused(sent("plan.exe", Optional.empty(), PDF));
    }

    @Test
    void refusesADocumentThatHasExpired() {
        refused(sent("a.pdf", Optional.of(TODAY.minusDays(1)), PDF));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2999-12-31", "-999999999-01-01", "+999999999-12-31"})
    void refusesAnExpiryThatNoDocumentHas(LocalDate expiresOn) {
        refused(sent("a.pdf", Optional.of(expiresOn), PDF));
    }

    @ParameterizedTest(name = "at {0} with sites in {1} and expiry {2}: taken {3}")
    @CsvSource({
        "2026-10-01T00:30:00Z, '',                                2026-09-30, true",
        "2026-10-01T04:30:00Z, '',                                2026-09-30, false",
        "2026-10-01T04:30:00Z, America/Vancouver,                 2026-09-30, true",
        "2026-10-01T07:30:00Z, America/Vancouver,                 2026-09-30, false",
        "2026-09-30T16:30:00Z, Asia/Shanghai,                     2026-09-30, false",
        "2026-10-01T02:00:00Z, America/Halifax America/Winnipeg,  2026-09-30, true",
        "2026-10-01T04:59:59Z, America/Halifax America/Winnipeg,  2026-09-30, true",
        "2026-10-01T05:00:00Z, America/Halifax America/Winnipeg,  2026-09-30, false"
    })
    void aDocumentCountsUntilItsLastDayIsOverWhereTheCompanyIs(
            Instant now, String zones, LocalDate expiresOn, boolean taken) {
        var companies = new InMemory.Companies();
        companies.keepNewest(
                Fixtures.COMPANY,
                1,
                new CompanySites.Sites(
                        List.of(),
                        Arrays.stream(zones.split(" "))
                                .filter(zone -> !zone.isEmpty())
                                .map(ZoneId::of)
                                .collect(Collectors.toSet()),
                        List.of()));
        var there = new AttachEvidence(
                assessments, store, RULES, new CompanyClock(Clock.fixed(now, ZoneOffset.UTC), companies));
        var sent = sent("a.pdf", Optional.of(expiresOn), PDF);
        if (taken) {
            assertThat(there.attach(ID, sent, by(OWNER, "key-00001")).file().expiresOn())
                    .contains(expiresOn);
        } else {
            assertThatExceptionOfType(Refusal.InvalidInput.class)
                    .isThrownBy(() -> there.attach(ID, sent, by(OWNER, "key-00001")));
        }
    }

    @Test
    void theSameNameInComposedAndDecomposedLettersIsOneFileWithThreeVersions() {
        var versions = List.of("R\u00e9sum\u00e9.pdf", "Re\u0301sume\u0301.pdf", "R\u00e9sum\u00e9.pdf").stream()
                .map(name -> attach.attach(
                                ID, sent(name, Optional.empty(), PDF), by(OWNER, "key " + name + UUID.randomUUID()))
                        .file())
                .toList();
        assertThat(versions).extracting(EvidenceFile::fileVersion).containsExactly(1, 2, 3);
        assertThat(versions).extracting(EvidenceFile::fileName).containsOnly("R\u00e9sum\u00e9.pdf");
    }

    @Test
    void anOlderNameInDecomposedLettersIsTheSameFile() {
        var folder = new EvidenceFolder(List.of(Fixtures.file("A3CHY", "Re\u0301sume\u0301.pdf")));
        folder.add(Fixtures.file("A3CHY", "R\u00e9sum\u00e9.pdf"), RULES);
        assertThat(folder.all()).extracting(EvidenceFile::fileVersion).containsExactly(1, 2);
    }

    @Test
    void saysUnderWhichNamesTheSameContentIsAttached() {
        attach.attach(ID, sent("one.pdf", Optional.empty(), PDF), by(OWNER, "key-00001"));
        attach.attach(ID, sent("other.pdf", Optional.empty(), SampleFiles.pdf("other")), by(OWNER, "key-00002"));
        var again = attach.attach(ID, sent("two.pdf", Optional.empty(), PDF), by(OWNER, "key-00003"));
        assertThat(again.assessment().evidence().earlierCopiesOf(again.file()))
                .extracting(EvidenceFile::fileName)
                .containsExactly("one.pdf");
    }

    @Test
    void theFilesOfAnAssessmentHaveATotal() {
        byte[] large = SampleFiles.pdfOf(2000);
        attach.attach(ID, sent("1.pdf", Optional.empty(), large), by(OWNER, "key-00001"));
        attach.attach(ID, sent("2.pdf", Optional.empty(), large), by(OWNER, "key-00002"));
        assertThatExceptionOfType(Refusal.RuleBroken.class)
                .isThrownBy(() -> attach.attach(ID, sent("3.pdf", Optional.empty(), large), by(OWNER, "key-00003")))
                .satisfies(refusal -> assertThat(refusal.rule()).isEqualTo("evidence-full"));
        attach.attach(ID, sent("4.pdf", Optional.empty(), SampleFiles.pdfOf(1000)), by(OWNER, "key-00004"));
        assertThat(attach.attach(ID, sent("2.pdf", Optional.empty(), large), by(OWNER, "key-00002"))
                        .file()
                        .fileVersion())
                .as("a command sent again")
                .isEqualTo(1);
    }

    @Test
    void whatOthersAreSendingCountsToo() {
        store.waiting = 3500;
        assertThatExceptionOfType(Refusal.RuleBroken.class)
                .isThrownBy(() -> attach.attach(
                        ID, sent("1.pdf", Optional.empty(), SampleFiles.pdfOf(1501)), by(OWNER, "key-00001")));
        assertThat(store.contents).isEmpty();
        attach.attach(ID, sent("1.pdf", Optional.empty(), SampleFiles.pdfOf(1500)), by(OWNER, "key-00002"));
    }

    private void refused(SentFile sent) {
        assertThatExceptionOfType(Refusal.InvalidInput.class)
                .isThrownBy(() -> attach.attach(ID, sent, by(OWNER, "key-00001")));
        assertThat(store.contents).isEmpty();
    }

    private static SentFile pdf() {
        return sent("seals.pdf", Optional.empty(), PDF);
    }

    private static SentFile sent(String name, Optional<LocalDate> expiresOn, byte[] bytes) {
        return new SentFile(
                ScopedCriterion.of("A3CHY"), EvidenceKind.PROCEDURE, name, "application/pdf", expiresOn, bytes);
    }

    private static Command by(Actor actor, String key) {
        return new Command(actor, Optional.of(key), "fingerprint", OptionalLong.empty());
    }

    private static final class StoreInMemory implements EvidenceStore {

        private final Map<String, byte[]> contents = new HashMap<>();
        private final List<String> log = new ArrayList<>();
        private long waiting;

        @Override
        public String newContent() {
            return UUID.randomUUID().toString();
        }

        @Override
        public boolean store(Upload upload, long room) {
            if (waiting + upload.bytes().length > room) {
                return false;
            }
            log.add("store " + upload.content());
            contents.put(upload.content(), upload.bytes());
            return true;
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
