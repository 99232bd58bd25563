package org.trustedtrader.assessment.review;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Optional;
import org.trustedtrader.assessment.criteria.EvidenceKind;
import org.trustedtrader.assessment.criteria.ScopedCriterion;
import org.trustedtrader.assessment.profile.EvidenceFile;
import org.trustedtrader.assessment.profile.EvidenceRules;
import org.trustedtrader.assessment.profile.EvidenceStore;
import org.trustedtrader.assessment.profile.Moment;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.calendar.DateRange;
import org.trustedtrader.platform.refusal.Refusal;

/** Stores a file, then lets the assessment refer to it. */
public final class AttachEvidence {

    /** No document states that it is valid for longer. */
    private static final int LONGEST_VALIDITY_YEARS = 50;

    private final Assessments assessments;
    private final EvidenceStore store;
    private final EvidenceRules rules;
    private final CompanyClock clock;

    public AttachEvidence(Assessments assessments, EvidenceStore store, EvidenceRules rules, CompanyClock clock) {
        this.assessments = assessments;
        this.store = store;
        this.rules = rules;
        this.clock = clock;
    }

    /** A file as it was sent, before anything is known of it. */
    public record SentFile(
            ScopedCriterion about,
            EvidenceKind kind,
            String fileName,
            String contentType,
            Optional<LocalDate> expiresOn,
            byte[] bytes) {}

    /** The file's place in the folder after attaching, with the assessment that it is in. */
    public record Attachment(Assessment assessment, EvidenceFile file) {}

    /** A command sent again finds its first file; the bytes that came with the repetition are discarded. */
    public Attachment attach(String assessmentId, SentFile sent, Command command) {
        Assessment before = assessments.visible(assessmentId, command.actor());
        String fileName = rules.check(sent.contentType(), sent.fileName(), sent.bytes());
        Moment now = clock.now(before);
        var expiry = new DateRange(now.day(), now.day().plusYears(LONGEST_VALIDITY_YEARS));
        sent.expiresOn().ifPresent(expiresOn -> expiry.admit("expiresOn", expiresOn));
        EvidenceFile described = describe(command.newId("evidence"), fileName, sent, now);
        store(before, described, sent.bytes());
        Assessment assessment = change(assessmentId, command, described);
        EvidenceFile file = assessment.evidence().find(described.id()).orElseThrow();
        if (file.content().equals(described.content())) {
            store.keep(file.content());
        } else {
            store.discard(described.content());
        }
        return new Attachment(assessment, file);
    }

    /** Bytes count against the total before they are stored, with those that others are sending at the same time. */
    private void store(Assessment assessment, EvidenceFile file, byte[] bytes) {
        boolean again = assessment.evidence().find(file.id()).isPresent();
        long held = assessment.evidence().bytes();
        if (!again) {
            rules.haveRoom(held, bytes.length);
        }
        long room = again ? Long.MAX_VALUE : rules.total() - held;
        if (!store.store(new EvidenceStore.Upload(assessment.id(), file.content(), bytes), room)) {
            throw rules.full(held);
        }
    }

    private Assessment change(String assessmentId, Command command, EvidenceFile file) {
        try {
            return assessments.change(
                    assessmentId,
                    command,
                    assessment -> assessment.attach(file, rules, command.actor(), clock.now(assessment)));
        } catch (Refusal refused) {
            store.discard(file.content());
            throw refused;
        }
    }

    private EvidenceFile describe(String fileId, String fileName, SentFile sent, Moment now) {
        return new EvidenceFile(
                fileId,
                store.newContent(),
                sent.about().criterion(),
                sent.kind(),
                fileName,
                1,
                sent.contentType(),
                sent.bytes().length,
                sha256(sent.bytes()),
                sent.expiresOn(),
                now.at(),
                sent.about().scope());
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
