package org.trustedtrader.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.trustedtrader.assessment.Steps.ASSESSOR;
import static org.trustedtrader.assessment.Steps.OWNER;
import static org.trustedtrader.assessment.Steps.PDF;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.trustedtrader.assessment.criteria.EvidenceKind;
import org.trustedtrader.assessment.profile.EvidenceFile;
import org.trustedtrader.assessment.profile.EvidenceStore;
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
        byte[] large = Arrays.copyOf(PDF, 700_000);
        Arrays.fill(large, PDF.length, large.length, (byte) 'x');
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
        byte[] largest = Arrays.copyOf(PDF, 10 * 1024 * 1024);
        assertThat(steps.attach(assessment, "A3CHY", "a.pdf", "application/pdf", largest)
                        .status())
                .isEqualTo(201);
        byte[] larger = Arrays.copyOf(PDF, 10 * 1024 * 1024 + 1);
        assertThat(steps.attach(assessment, "A3CHY", "b.pdf", "application/pdf", larger)
                        .problem())
                .isEqualTo("invalid-input");
    }

    @Test
    void theSameNameAgainIsTheNextVersionAndBothCanBeRead() {
        Answer first = steps.attach(assessment, "A3CHY", "seals.pdf", "application/pdf", PDF);
        Answer second = steps.attach(assessment, "A3CHY", "seals.pdf", "application/pdf", Arrays.copyOf(PDF, 30));
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
    void discardsWhatACrashLeftBehindAndNothingElse() {
        Answer attached = steps.attach(assessment, "A3CHY", "seals.pdf", "application/pdf", PDF);
        EvidenceFile kept = assessments
                .find(assessment.substring(assessment.lastIndexOf('/') + 1))
                .flatMap(a -> a.evidence().find(attached.json().path("fileId").asString()))
                .orElseThrow();
        String forgotten = store.newContent();
        store.store(forgotten, PDF);

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
        store.store(kept.content(), PDF);
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
                file.attachedAt());
    }
}
