package org.trustedtrader.enrolment.application.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.trustedtrader.enrolment.application.ApproveApplication;
import org.trustedtrader.enrolment.application.Denial;
import org.trustedtrader.enrolment.application.DenyApplication;
import org.trustedtrader.enrolment.application.DisqualifyingFact;
import org.trustedtrader.enrolment.application.Grounds;
import org.trustedtrader.enrolment.application.MembershipApplication;
import org.trustedtrader.enrolment.application.MembershipApplications;
import org.trustedtrader.enrolment.application.Proposals;
import org.trustedtrader.enrolment.application.ReplyDeadlines;
import org.trustedtrader.enrolment.application.Section;
import org.trustedtrader.enrolment.application.SpecialConsideration;
import org.trustedtrader.enrolment.application.Vetting;
import org.trustedtrader.enrolment.company.Companies;
import org.trustedtrader.enrolment.company.LineOfBusiness;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.web.ChangeCommand;
import org.trustedtrader.platform.web.HistoryView;
import org.trustedtrader.platform.web.Versioned;

/**
 * What officers do with an application: intake, review, and the decision, which nobody takes who worked on the file before.
 */
@RestController
@RequestMapping("/v1/applications/{id}")
class ApplicationReviewController {

    private final MembershipApplications applications;
    private final ApproveApplication approve;
    private final DenyApplication deny;
    private final ReplyDeadlines deadlines;
    private final Companies companies;
    private final Clock clock;

    ApplicationReviewController(
            MembershipApplications applications,
            ApproveApplication approve,
            DenyApplication deny,
            ReplyDeadlines deadlines,
            Companies companies,
            Clock clock) {
        this.applications = applications;
        this.approve = approve;
        this.deny = deny;
        this.deadlines = deadlines;
        this.companies = companies;
        this.clock = clock;
    }

    record ReasonRequest(@NotBlank @Size(max = 1000) String reason) {}

    /** @param reason for the company to read */
    record OfficerReasonRequest(
            @NotBlank @Size(max = 1000) String reason,

            @Schema(description = HistoryView.INTERNAL_NOTE) @Nullable @Size(max = 2000)
            String internalNote) {}

    record QuestionRequest(@NotBlank @Size(max = 1000) String question) {}

    record VettingRequest(
            @NotNull Vetting.Outcome outcome,

            @Nullable @Size(max = 1000) String note) {

        String noteOrEmpty() {
            return note == null ? "" : note.strip();
        }
    }

    record ConsiderationRequest(
            @NotNull Section section,

            @NotBlank @Size(max = 500) String reason,

            @NotNull LocalDate expiresOn,

            @Schema(description = HistoryView.INTERNAL_NOTE) @Nullable @Size(max = 2000)
            String internalNote) {

        SpecialConsideration grantedBy(Actor officer) {
            return new SpecialConsideration(section, officer.id(), reason, expiresOn, null);
        }

        Proposals.Consideration proposedBy(Actor officer) {
            return new Proposals.Consideration(section, officer.id(), reason.strip(), expiresOn);
        }
    }

    /**
     * @param matter  what the officer is named to decide
     * @param officer the actor id, as an officer's history shows it
     * @param reason  for officers; the company does not read it
     */
    record DeciderRequest(
            @NotNull Proposals.Matter matter,
            @NotBlank @Size(max = 100) String officer,
            @NotBlank @Size(max = 1000) String reason) {}

    record GroundsRequest(
            @NotBlank @Size(max = 1000) String reason,

            @NotBlank @Size(max = 200) String legalBasis,

            @Schema(description = HistoryView.INTERNAL_NOTE) @Nullable @Size(max = 2000)
            String internalNote) {

        Grounds toGrounds() {
            return new Grounds(reason.strip(), legalBasis.strip());
        }
    }

    /** @param lines some of the lines of business that are applied for; null or empty for the whole application */
    record IntentRequest(
            @NotBlank @Size(max = 1000) String reason,

            @NotBlank @Size(max = 200) String legalBasis,

            @Nullable DisqualifyingFact disqualifyingFact,

            @Nullable Set<LineOfBusiness> lines,

            @Schema(description = HistoryView.INTERNAL_NOTE) @Nullable @Size(max = 2000)
            String internalNote) {

        Denial.Proposal toProposal() {
            return new Denial.Proposal(
                    new Grounds(reason.strip(), legalBasis.strip()),
                    disqualifyingFact,
                    lines == null ? Set.of() : lines);
        }
    }

    @PostMapping("/completeness-check")
    @Operation(
            summary = "Start the completeness check",
            description = "Answers also which identifiers nobody confirmed yet, and possible duplicates of the company."
                    + " 409 wrong-state unless SUBMITTED.")
    ResponseEntity<ApplicationView> check(@PathVariable String id, @ChangeCommand Command command) {
        return atIntake(change(id, command, (a, officer, now) -> a.startCheck(officer, now)), command);
    }

    @PostMapping("/return")
    @Operation(
            summary = "Return the application as incomplete",
            description = "The company has to correct and resubmit it by replyDueAt, or it lapses. 409 wrong-state.")
    ResponseEntity<ApplicationView> returnIncomplete(
            @PathVariable String id, @Valid @RequestBody OfficerReasonRequest request, @ChangeCommand Command command) {
        return answer(
                change(
                        id,
                        command.withInternalNote(request.internalNote()),
                        (a, officer, now) ->
                                a.returnIncomplete(request.reason(), deadlines.of(a.company()), officer, now)),
                command);
    }

    @PostMapping("/acceptance")
    @Operation(
            summary = "Accept the application",
            description =
                    "Starts the service-standard clock. Answers also which identifiers nobody confirmed yet, and possible"
                            + " duplicates of the company. 409 wrong-state.")
    ResponseEntity<ApplicationView> accept(@PathVariable String id, @ChangeCommand Command command) {
        return atIntake(change(id, command, (a, officer, now) -> a.accept(officer, now)), command);
    }

    @PostMapping("/information-requests")
    @Operation(
            summary = "Ask the company for information",
            description = "Stops the clock until the answer; without one by replyDueAt the application lapses."
                    + " 409 wrong-state, information-already-requested.")
    ResponseEntity<ApplicationView> requestInformation(
            @PathVariable String id, @Valid @RequestBody QuestionRequest request, @ChangeCommand Command command) {
        return answer(
                change(
                        id,
                        command,
                        (a, officer, now) ->
                                a.requestInformation(request.question(), deadlines.of(a.company()), officer, now)),
                command);
    }

    @PostMapping("/vetting")
    @Operation(
            summary = "Complete the vetting of the company",
            description = "One of the two tracks of a review; the other is the assessment of the security profile."
                    + " CONCERNS can be raised until the membership starts and stand in the way of an approval; an approval"
                    + " whose terms are not signed goes back to DECISION. CLEAR then needs another officer, who does not"
                    + " decide: 409 cleared-by-someone-else. 409 wrong-state.")
    ResponseEntity<ApplicationView> vet(
            @PathVariable String id, @Valid @RequestBody VettingRequest request, @ChangeCommand Command command) {
        return answer(
                change(id, command, (a, officer, now) -> a.vet(request.outcome(), request.noteOrEmpty(), officer, now)),
                command);
    }

    @PostMapping("/special-consideration-proposals")
    @Operation(
            summary = "Propose to exempt the application from one rule of membership",
            description =
                    "Another officer grants it. A newer proposal for the section replaces it. The company does not read"
                            + " the proposal. 409 wrong-state; 422 invalid-input.")
    ResponseEntity<ApplicationView> proposeExemption(
            @PathVariable String id, @Valid @RequestBody ConsiderationRequest request, @ChangeCommand Command command) {
        return answer(
                change(
                        id,
                        command.withInternalNote(request.internalNote()),
                        (a, officer, now) -> a.propose(request.proposedBy(officer), officer, now)),
                command);
    }

    @PostMapping("/decider")
    @Operation(
            summary = "Name the officer who decides",
            description =
                    "Where no officer is left who took no part: for the DECISION on the application, the CLEARANCE of a"
                            + " concern, or a SPECIAL_CONSIDERATION. Never the officer who proposed it or raised the concern, and"
                            + " never oneself: 409 decided-by-someone-else. Only somebody who took part: 409 naming-not-needed for"
                            + " anybody else, who decides without being named; for a CLEARANCE any officer, since approvers do"
                            + " not clear. The platform keeps no list of officers, so whether another one is free is what `reason`"
                            + " says; officers and auditors read in the history who was named and why. It counts once. 409"
                            + " wrong-state.")
    ResponseEntity<ApplicationView> nameDecider(
            @PathVariable String id, @Valid @RequestBody DeciderRequest request, @ChangeCommand Command command) {
        return answer(
                approve.nameDecider(
                        id,
                        request.matter(),
                        request.officer(),
                        request.reason().strip(),
                        command),
                command);
    }

    @PostMapping("/special-considerations")
    @Operation(
            summary = "Exempt the application from one rule of membership",
            description = "Until and including a date, which is not after the proposed one. 409 proposal-needed;"
                    + " decided-by-someone-else for the officer who proposed it or checked the application; wrong-state; 422"
                    + " invalid-input.")
    ResponseEntity<ApplicationView> exempt(
            @PathVariable String id, @Valid @RequestBody ConsiderationRequest request, @ChangeCommand Command command) {
        return answer(
                change(
                        id,
                        command.withInternalNote(request.internalNote()),
                        (a, officer, now) -> a.grant(request.grantedBy(officer), officer, now)),
                command);
    }

    @PostMapping("/approval-proposal")
    @Operation(
            summary = "Propose to approve an application of high risk",
            description =
                    "The first of two approvers; another one approves. The company does not read the grounds. 409 as for"
                            + " the approval.")
    ResponseEntity<ApplicationView> proposeApproval(
            @PathVariable String id, @Valid @RequestBody GroundsRequest request, @ChangeCommand Command command) {
        return answer(
                approve.propose(id, request.toGrounds(), command.withInternalNote(request.internalNote())), command);
    }

    @PostMapping("/approval")
    @Operation(
            summary = "Approve the application",
            description =
                    "An assessment rated HIGH needs an agreed action plan and the proposal of another approver: 409"
                            + " proposal-needed. 409 decided-by-someone-else for an officer who worked on the file, with all who did; 409"
                            + " approval-refused with every objection; 409 wrong-state; 403 not-allowed if the account is no longer live.")
    ResponseEntity<ApplicationView> approve(
            @PathVariable String id, @Valid @RequestBody GroundsRequest request, @ChangeCommand Command command) {
        return answer(
                approve.approve(id, request.toGrounds(), command.withInternalNote(request.internalNote())), command);
    }

    @PostMapping("/intent-to-deny")
    @Operation(
            summary = "Tell the company that its application, or some of its lines of business, is to be denied",
            description =
                    "After the denial of some lines the review of the others goes on; all lines together are the whole"
                            + " application. The company may ask for an informal review until replyDueAt; without an answer the application is denied then."
                            + " From acceptance to DECISION, and after an approval, on a disqualifyingFact: 409"
                            + " disqualifying-fact-missing without one. 409 decided-by-someone-else, wrong-state.")
    ResponseEntity<ApplicationView> intendToDeny(
            @PathVariable String id, @Valid @RequestBody IntentRequest request, @ChangeCommand Command command) {
        return answer(deny.intend(id, request.toProposal(), command.withInternalNote(request.internalNote())), command);
    }

    @PostMapping("/informal-review")
    @Operation(
            summary = "Open the informal review of an intended denial",
            description = "The company asks for it until replyDueAt, later 409 reply-too-late. 409 wrong-state.")
    ResponseEntity<ApplicationView> openInformalReview(
            @PathVariable String id, @Valid @RequestBody ReasonRequest request, @ChangeCommand Command command) {
        return answer(
                change(id, command, (a, actor, now) -> a.openInformalReview(request.reason(), actor, now)), command);
    }

    @PostMapping("/denial")
    @Operation(
            summary = "Deny the application after the informal review",
            description =
                    "Of the lines that the intent names: the application goes back to IN_REVIEW with the others. 409"
                            + " decided-by-someone-else for an officer who worked on the file or issued the intent; wrong-state.")
    ResponseEntity<ApplicationView> deny(
            @PathVariable String id, @Valid @RequestBody GroundsRequest request, @ChangeCommand Command command) {
        return answer(deny.deny(id, request.toGrounds(), command.withInternalNote(request.internalNote())), command);
    }

    @PostMapping("/send-back")
    @Operation(
            summary = "Send the application back to review",
            description =
                    "The company is vetted again, and the assessment may be opened again. While a denial is pending,"
                            + " 409 decided-by-someone-else for an officer who worked on the file. 409 wrong-state.")
    ResponseEntity<ApplicationView> sendBack(
            @PathVariable String id, @Valid @RequestBody OfficerReasonRequest request, @ChangeCommand Command command) {
        return answer(deny.sendBack(id, request.reason(), command.withInternalNote(request.internalNote())), command);
    }

    /** With what the officer should look into: identifiers that nobody confirmed, and companies that may be the same. */
    private ResponseEntity<ApplicationView> atIntake(MembershipApplication application, Command command) {
        var view = ApplicationView.of(application, command.actor());
        return Versioned.ok(
                companies
                        .find(application.company())
                        .map(company -> view.with(
                                ApplicationView.IntakeView.of(company, companies.possibleDuplicates(company))))
                        .orElse(view),
                application.version());
    }

    private MembershipApplication change(String id, Command command, Verb verb) {
        return applications.change(id, command, a -> verb.apply(a, command.actor(), clock.instant()));
    }

    @FunctionalInterface
    private interface Verb {
        void apply(MembershipApplication application, Actor actor, Instant now);
    }

    private static ResponseEntity<ApplicationView> answer(MembershipApplication application, Command command) {
        return Versioned.ok(ApplicationView.of(application, command.actor()), application.version());
    }
}
