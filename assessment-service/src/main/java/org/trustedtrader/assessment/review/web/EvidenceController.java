package org.trustedtrader.assessment.review.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.trustedtrader.assessment.criteria.EvidenceKind;
import org.trustedtrader.assessment.criteria.LineOfBusiness;
import org.trustedtrader.assessment.criteria.ScopedCriterion;
import org.trustedtrader.assessment.profile.EvidenceFile;
import org.trustedtrader.assessment.profile.EvidenceFolder;
import org.trustedtrader.assessment.profile.EvidenceStore;
import org.trustedtrader.assessment.review.Assessments;
import org.trustedtrader.assessment.review.AttachEvidence;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.message.Languages;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;
import org.trustedtrader.platform.web.ChangeCommand;
import org.trustedtrader.platform.web.Versioned;

@RestController
@RequestMapping("/v1/assessments/{id}/evidence")
@Tag(name = "Evidence")
class EvidenceController {

    private final AttachEvidence attachEvidence;
    private final Assessments assessments;
    private final EvidenceStore store;

    EvidenceController(AttachEvidence attachEvidence, Assessments assessments, EvidenceStore store) {
        this.attachEvidence = attachEvidence;
        this.assessments = assessments;
        this.store = store;
    }

    record EvidenceList(List<EvidenceView> items) {}

    @PostMapping
    @Operation(
            summary = "Attaches a file to a criterion",
            description =
                    "The body is the file itself: a whole PDF, PNG or JPEG, at most 10 MiB. HEIC, as telephones save"
                            + " pictures, is not taken: choose \"Most Compatible\" in the camera's settings, or save a copy as JPEG."
                            + " The name ends as the type does (.pdf, .png, .jpg) and has no other ending before that one. The same"
                            + " name again is the next version of the file. All files of an assessment have at most 500 MiB together"
                            + " (409 evidence-full). expiresOn lasts to its midnight where the company's sites are, else in Ottawa."
                            + " If the same content is attached already, sameContentAs and notice say as what. A criterion that a line"
                            + " or a site answers has its evidence there: with line or site, else 422.")
    ResponseEntity<EvidenceView> attach(
            @PathVariable String id,
            @RequestParam String criterion,
            @RequestParam String fileName,
            @RequestParam(required = false) @Nullable LineOfBusiness line,
            @RequestParam(required = false) @Nullable String site,
            @RequestParam(defaultValue = "OTHER") EvidenceKind kind,
            @RequestParam(required = false) @Nullable LocalDate expiresOn,
            @RequestHeader(HttpHeaders.CONTENT_TYPE) MediaType contentType,
            @RequestBody(required = false) byte @Nullable [] body,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String languages,
            @ChangeCommand Command command) {
        var sent = new AttachEvidence.SentFile(
                new ScopedCriterion(ScopeParameter.of(line, site), criterion),
                kind,
                fileName,
                contentType.getType() + "/" + contentType.getSubtype(),
                Optional.ofNullable(expiresOn),
                body == null ? new byte[0] : body);
        var attached = attachEvidence.attach(id, sent, command);
        URI location = URI.create(
                "/v1/assessments/" + id + "/evidence/" + attached.file().id());
        return Versioned.created(
                location,
                EvidenceView.of(attached.file(), attached.assessment().evidence(), Languages.accepted(languages)),
                attached.assessment().version());
    }

    @GetMapping
    @Operation(summary = "All files of an assessment", description = "Oldest first.")
    EvidenceList list(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String languages,
            Actor actor) {
        EvidenceFolder folder = assessments.visible(id, actor).evidence();
        return new EvidenceList(folder.all().stream()
                .map(file -> EvidenceView.of(file, folder, Languages.accepted(languages)))
                .toList());
    }

    @GetMapping("/{fileId}")
    @Operation(summary = "The bytes of a file", description = "Always as a download, never shown in place.")
    ResponseEntity<InputStreamResource> download(@PathVariable String id, @PathVariable String fileId, Actor actor) {
        EvidenceFile file = assessments
                .visible(id, actor)
                .evidence()
                .find(fileId)
                .orElseThrow(() -> new Refusal.NotFound("evidence file"));
        var disposition = ContentDisposition.attachment()
                .filename(file.fileName(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("X-Content-Type-Options", "nosniff")
                .eTag("\"sha256-" + file.sha256() + "\"")
                .contentType(MediaType.parseMediaType(file.contentType()))
                .contentLength(file.size())
                .body(new InputStreamResource(store.open(file)));
    }

    /** Another file of the same assessment. */
    record CopyView(String fileId, String criterion, String scope, String fileName, int fileVersion) {

        static CopyView of(EvidenceFile file) {
            return new CopyView(file.id(), file.criterion(), file.scope().key(), file.fileName(), file.fileVersion());
        }

        private String inWords() {
            return fileName + " (" + criterion + ", " + fileVersion + ")";
        }
    }

    /**
     * An evidence file without its bytes; size in bytes.
     *
     * @param scope         whose answer it belongs to: company, line=HIGHWAY_CARRIER or site=windsor
     * @param sameContentAs files that were attached before this one and have exactly its bytes
     * @param notice        the same in words, in the reader's language; absent if there is none
     */
    record EvidenceView(
            String fileId,
            String criterion,
            String scope,
            EvidenceKind kind,
            String fileName,
            int fileVersion,
            String contentType,
            long size,
            String sha256,
            @Nullable LocalDate expiresOn,
            Instant attachedAt,
            List<CopyView> sameContentAs,
            @Nullable String notice) {

        static EvidenceView of(EvidenceFile file, EvidenceFolder folder, Locale language) {
            var copies = folder.earlierCopiesOf(file).stream().map(CopyView::of).toList();
            return new EvidenceView(
                    file.id(),
                    file.criterion(),
                    file.scope().key(),
                    file.kind(),
                    file.fileName(),
                    file.fileVersion(),
                    file.contentType(),
                    file.size(),
                    file.sha256(),
                    file.expiresOn().orElse(null),
                    file.attachedAt(),
                    copies,
                    copies.isEmpty() ? null : notice(copies).in(language));
        }

        private static Message notice(List<CopyView> copies) {
            return Message.of(
                    "assessment.file.same-content",
                    copies.stream().map(CopyView::inWords).toList());
        }
    }
}
