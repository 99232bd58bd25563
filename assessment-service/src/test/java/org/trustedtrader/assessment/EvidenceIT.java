package org.trustedtrader.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.trustedtrader.assessment.Steps.ASSESSOR;
import static org.trustedtrader.assessment.Steps.OWNER;
import static org.trustedtrader.assessment.Steps.PDF;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.trustedtrader.assessment.criteria.EvidenceKind;
import org.trustedtrader.assessment.profile.EvidenceFile;
import org.trustedtrader.assessment.profile.EvidenceStore;
import org.trustedtrader.assessment.profile.SampleFiles;
import org.trustedtrader.assessment.review.Assessments;
import org.trustedtrader.platform.test.Http;
import org.trustedtrader.platform.test.Http.Answer;
import org.trustedtrader.platform.test.ServiceIT;

/** Evidence on the real database: what is accepted can always be read again, and what was cut short leaves nothing. */
@ServiceIT
class EvidenceIT {

    private final Enrolment enrolment;
    private final Steps steps;
    private final Http http;
    private final EvidenceStore store;
    private final Assessments assessments;
    private String assessment = "";

    EvidenceIT(Http http, RabbitTemplate rabbit, TopicExchange exchange, EvidenceStore store, Assessments assessments) {
        this.http = http;
        this.enrolment = new Enrolment(rabbit, exchange, http);
        this.steps = new Steps(http);
        this.store = store;
        this.assessments = assessments;
    }

    @BeforeEach
    void aFiledApplication() {
        assessment = enrolment.applicationOfACarrier();
    }

    @Test
    void givesBackEveryByteAsADownload() {
        byte[] large = SampleFiles.pdfOf(700_000);
        large[600_000] = 'y';
        Answer attached = steps.attach(assessment, "A3CHY", "seals.pdf", "application/pdf", large);
        assertThat(attached.status()).isEqualTo(201);
        assertThat(attached.json().path("size").asInt()).isEqualTo(700_000);

        Answer file = steps.read(attached.location(), ASSESSOR);
        assertThat(file.text()).isEqualTo(new String(large, StandardCharsets.US_ASCII));
        assertThat(file.header("Content-Disposition")).startsWith("attachment;").contains("seals.pdf");
        assertThat(file.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(file.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void takesTenMebibytesAndNotOneByteMore() {
        byte[] largest = SampleFiles.pdfOf(10 * 1024 * 1024);
        assertThat(steps.attach(assessment, "A3CHY", "a.pdf", "application/pdf", largest)
                        .status())
                .isEqualTo(201);
        byte[] larger = SampleFiles.pdfOf(10 * 1024 * 1024 + 1);
        assertThat(steps.attach(assessment, "A3CHY", "b.pdf", "application/pdf", larger)
                        .problem())
                .isEqualTo("invalid-input");
    }

    @Test
    void theSameNameAgainIsTheNextVersionAndBothCanBeRead() {
        Answer first = steps.attach(assessment, "A3CHY", "seals.pdf", "application/pdf", PDF);
        Answer second = steps.attach(assessment, "A3CHY", "seals.pdf", "application/pdf", SampleFiles.pdf("another"));
        assertThat(second.json().path("fileVersion").asInt()).isEqualTo(2);
        assertThat(steps.read(first.location(), OWNER).text()).isEqualTo(new String(PDF, StandardCharsets.US_ASCII));
        assertThat(steps.read(assessment + "/evidence", OWNER)
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(2);
    }

    @Test
    void theSameCommandAgainGivesTheSameFile() {
        String key = UUID.randomUUID().toString();
        String path = assessment + "/evidence?criterion=A3CHY&fileName=seals.pdf";
        Answer first = http.post(path)
                .by(OWNER)
                .key(key)
                .ifMatch(1)
                .body("application/pdf", PDF)
                .send();
        Answer again = http.post(path)
                .by(OWNER)
                .key(key)
                .ifMatch(1)
                .body("application/pdf", PDF)
                .send();
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(steps.version(assessment)).isEqualTo(2);
    }

    @Test
    void saysInTheReadersLanguageAsWhatTheSameContentIsAttached() {
        Answer first = steps.attach(assessment, "A3CHY", "seals.pdf", "application/pdf", PDF);
        assertThat(first.json().path("sameContentAs").size()).isZero();
        assertThat(first.json().path("notice").isNull()).isTrue();
        Answer second = http.post(assessment + "/evidence?criterion=CU2MX&fileName=statement.pdf")
                .by(OWNER)
                .ifMatch(steps.version(assessment))
                .header("Accept-Language", "fr-CA")
                .body("application/pdf", PDF)
                .send();
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.json().path("sameContentAs").path(0).path("fileId"))
                .isEqualTo(first.json().path("fileId"));
        assertThat(second.json().path("notice").asString())
                .isEqualTo("Le même contenu est déjà joint sous seals.pdf (A3CHY, 1).");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "plan.exe, application/pdf, fileName, must end with .pdf",
        "a.html, application/pdf, fileName, must end with .pdf",
        "plan.exe.pdf, application/pdf, fileName, must not have the ending .exe before .pdf",
        "gate.heic, image/heic, Content-Type, Most Compatible"
    })
    void aFileThatDeceivesIsRefusedWithAdvice(String name, String type, String field, String advice) {
        Answer refused = steps.attach(assessment, "A3CHY", name, type, PDF);
        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(refused.json().path("errors").path(0).path("field").asString())
                .isEqualTo(field);
        assertThat(refused.json().path("errors").path(0).path("message").asString())
                .contains(advice);
        assertThat(steps.version(assessment)).isEqualTo(1);
    }

    @Test
    void filesThatAreSentAtOnceHaveRoomOnlyTogether() throws Exception {
        String nobody = "nobody-" + UUID.randomUUID();
        byte[] file = SampleFiles.pdfOf(100_000);
        List<Callable<Boolean>> uploads = Collections.nCopies(
                16, () -> store.store(new EvidenceStore.Upload(nobody, store.newContent(), file), 450_000));
        try (var senders = Executors.newFixedThreadPool(8)) {
            long stored = 0;
            for (var upload : senders.invokeAll(uploads)) {
                stored += upload.get() ? 1 : 0;
            }
            assertThat(stored).isLessThanOrEqualTo(4);
        }
        assertThat(store.store(new EvidenceStore.Upload("another", store.newContent(), file), 450_000))
                .isTrue();
        store.discardForgotten(Instant.now().plusSeconds(1));
        assertThat(store.store(new EvidenceStore.Upload(nobody, store.newContent(), file), 450_000))
                .isTrue();
    }

    @Test
    void discardsWhatACrashLeftBehindAndNothingElse() {
        Answer attached = steps.attach(assessment, "A3CHY", "seals.pdf", "application/pdf", PDF);
        EvidenceFile kept = assessments
                .find(assessment.substring(assessment.lastIndexOf('/') + 1))
                .flatMap(a -> a.evidence().find(attached.json().path("fileId").asString()))
                .orElseThrow();
        String forgotten = store.newContent();
        store.store(new EvidenceStore.Upload("nobody", forgotten, PDF), Long.MAX_VALUE);

        assertThat(store.discardForgotten(Instant.now().minus(Duration.ofHours(1))))
                .isZero();
        assertThat(store.discardForgotten(Instant.now().plusSeconds(1))).isGreaterThanOrEqualTo(1);
        assertThat(store.open(kept)).hasBinaryContent(PDF);
        assertThatIllegalStateException().isThrownBy(() -> store.open(like(kept, forgotten)));
    }

    @Test
    void keepsWhatAnAssessmentRefersToThoughTheCrashCameBeforeItWasMarked() {
        Answer attached = steps.attach(assessment, "A3CHY", "seals.pdf", "application/pdf", PDF);
        EvidenceFile kept = assessments
                .find(assessment.substring(assessment.lastIndexOf('/') + 1))
                .flatMap(a -> a.evidence().find(attached.json().path("fileId").asString()))
                .orElseThrow();
        store.discard(kept.content());
        store.store(new EvidenceStore.Upload("nobody", kept.content(), PDF), Long.MAX_VALUE);
        store.discardForgotten(Instant.now().plusSeconds(1));
        assertThat(store.open(kept)).hasBinaryContent(PDF);
    }

    private static EvidenceFile like(EvidenceFile file, String content) {
        return new EvidenceFile(
                file.id(),
                content,
                file.criterion(),
                EvidenceKind.OTHER,
                file.fileName(),
                1,
                file.contentType(),
                file.size(),
                file.sha256(),
                Optional.empty(),
                file.attachedAt(),
                file.scope());
    }
}
