package org.trustedtrader.enrolment.application.web;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.trustedtrader.enrolment.application.ApplicationState;
import org.trustedtrader.enrolment.application.ApproveApplication;
import org.trustedtrader.enrolment.application.FileApplication;
import org.trustedtrader.enrolment.application.MembershipApplication;
import org.trustedtrader.enrolment.application.MembershipApplications;
import org.trustedtrader.enrolment.application.Pause;
import org.trustedtrader.enrolment.application.Progress;
import org.trustedtrader.enrolment.application.ServiceStandard;
import org.trustedtrader.enrolment.application.ShowProgress;
import org.trustedtrader.enrolment.application.Turn;
import org.trustedtrader.enrolment.company.LineOfBusiness;
import org.trustedtrader.platform.access.RegionGuard;
import org.trustedtrader.platform.access.Roles;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.message.Languages;
import org.trustedtrader.platform.web.ChangeCommand;
import org.trustedtrader.platform.web.CreateCommand;
import org.trustedtrader.platform.web.Csv;
import org.trustedtrader.platform.web.HistoryView;
import org.trustedtrader.platform.web.Page;
import org.trustedtrader.platform.web.ParameterValues;
import org.trustedtrader.platform.web.Versioned;

/** Filing and reading applications, and what a company does while its application is with the programme. */
@RestController
@RequestMapping("/v1/applications")
class ApplicationController {

    /** Changes whose reasons only officers read. */
    private static final Set<String> CONFIDENTIAL =
            Set.of("vetted", "approval-taken-back", "consideration-proposed", "decider-named", "approval-proposed");

    private final FileApplication file;
    private final ApproveApplication approve;
    private final ShowProgress showProgress;
    private final MembershipApplications applications;
    private final Clock clock;
    private final RegionGuard regions;

    ApplicationController(
            FileApplication file,
            ApproveApplication approve,
            ShowProgress showProgress,
            MembershipApplications applications,
            Clock clock,
            RegionGuard regions) {
        this.file = file;
        this.approve = approve;
        this.showProgress = showProgress;
        this.applications = applications;
        this.clock = clock;
        this.regions = regions;
    }

    record AnswerRequest(@NotBlank @Size(max = 4000) String answer) {}

    record SignatureRequest(@NotBlank String termsVersion) {}

    /**
     * A stop of the clock.
     *
     * @param until null while it lasts
     */
    record StopView(
            Pause.Reason reason,
            Instant from,
            @Nullable Instant until,
            @Nullable ByView stoppedBy,
            @Nullable ByView startedBy) {

        /** @param actor for officers only */
        record ByView(Turn side, @Nullable String actor) {

            static @Nullable ByView of(Pause.@Nullable By by, Actor reader) {
                return by == null ? null : new ByView(by.side(), Roles.isOfficer(reader) ? by.actor() : null);
            }
        }

        static StopView of(Pause pause, Actor reader) {
            return new StopView(
                    pause.reason(),
                    pause.from(),
                    pause.until(),
                    ByView.of(pause.stoppedBy(), reader),
                    ByView.of(pause.startedBy(), reader));
        }
    }

    /** How far an application is: days of the running clock, times in UTC. */
    record ProgressView(
            String applicationId,
            ApplicationState stage,
            Turn turn,
            ServiceStandard.Running clock,
            int standardDays,
            String standardSource,
            long daysUsed,
            long daysLeft,
            @Nullable Instant decisionDueAt,
            List<StopView> stops,
            @Nullable Instant replyDueAt,

            @Nullable DenialView denial,

            @Nullable LocalDate mayApplyAgainOn,
            @Nullable String waitingTimeSource,
            List<Map<String, String>> missing) {

        static ProgressView of(String id, Progress progress, Actor reader, Locale language) {
            var wait = progress.reapplication();
            return new ProgressView(
                    id,
                    progress.stage(),
                    progress.turn(),
                    progress.clock().running(),
                    progress.standard().days(),
                    progress.standard().source(),
                    progress.clock().daysUsed(),
                    progress.clock().daysLeft(),
                    progress.clock().dueOn(),
                    progress.stops().stream()
                            .map(stop -> StopView.of(stop, reader))
                            .toList(),
                    progress.replyDueAt(),
                    progress.denial()
                            .map(denial -> DenialView.of(denial, reader))
                            .orElse(null),
                    wait == null ? null : wait.possibleOn(),
                    wait == null ? null : progress.waitingTimeSource(),
                    progress.missing().stream().map(m -> m.in(language)).toList());
        }
    }

    @PostMapping
    @Operation(
            summary = "Draft an application for the caller's company",
            description =
                    "409 company-not-registered; 409 application-open if the company has an open application or a"
                            + " membership; 409 reapplication-too-early before mayApplyAgainOn of an application that was denied or"
                            + " whose membership was cancelled; 422 invalid-input. With the kind VARIATION, a member applies for the"
                            + " lines of business named, which it must not have yet: 409 not-a-member without a membership that"
                            + " lasts, application-open for a second one. The membership stays as it is until the terms are signed.")
    ResponseEntity<ApplicationView> draft(@Valid @RequestBody DeclarationsBody body, @CreateCommand Command command) {
        var application = body.isVariation()
                ? file.draftVariation(body.toDeclarations(), command)
                : file.draft(body.toDeclarations(), command);
        return Versioned.created(
                URI.create("/v1/applications/" + application.id()),
                ApplicationView.of(application, command.actor()),
                application.version());
    }

    @PutMapping("/{id}")
    @Operation(
            summary = "Amend a draft or a returned application",
            description = "Replaces every section. 409 wrong-state; 412 stale-version; 422 invalid-input.")
    ResponseEntity<ApplicationView> amend(
            @PathVariable String id, @Valid @RequestBody DeclarationsBody body, @ChangeCommand Command command) {
        return answer(
                applications.change(id, command, a -> a.amend(body.amending(a), command.actor(), clock.instant())),
                command);
    }

    @PostMapping("/{id}/submission")
    @Operation(
            summary = "Submit the application",
            description =
                    "409 application-incomplete with every missing section; 409 not-eligible with every rule that is"
                            + " not met; 409 wrong-state.")
    ResponseEntity<ApplicationView> submit(@PathVariable String id, @ChangeCommand Command command) {
        var application = file.submit(id, command);
        return Versioned.ok(ApplicationView.of(application, command.actor()), application.version());
    }

    @GetMapping("/{id}")
    @Operation(summary = "Read an application", description = "404 not-found also for another company's.")
    ResponseEntity<ApplicationView> read(@PathVariable String id, Actor actor) {
        var application = applications.visible(id, actor);
        return Versioned.ok(ApplicationView.of(application, actor), application.version());
    }

    @GetMapping("/{id}/progress")
    @Operation(
            summary = "See how far an application is",
            description = "Stage, days used and left of the service standard, whose turn it is, every stop of the"
                    + " clock, a denial with its reasons, from when the company may apply again, what is missing.")
    ResponseEntity<ProgressView> progress(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String languages,
            Actor actor) {
        var language = Languages.accepted(languages);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_LANGUAGE, language.toLanguageTag())
                .body(ProgressView.of(id, showProgress.of(id, actor), actor, language));
    }

    @GetMapping("/{id}/history")
    @Operation(summary = "Read what happened to an application", description = "Effective and recorded times in UTC.")
    HistoryView history(@PathVariable String id, Actor actor) {
        var application = applications.visible(id, actor);
        return HistoryView.of(applications.history(application.id()), actor, CONFIDENTIAL);
    }

    @GetMapping(produces = {MediaType.APPLICATION_JSON_VALUE, Csv.TYPE})
    @Operation(
            summary = "List applications",
            description =
                    "Officers see those of their regions, by company, region or state if they like; everybody else sees their company's.")
    Page<ApplicationView> list(
            Actor actor,
            @RequestParam @Nullable String company,
            @RequestParam @Nullable ApplicationState state,
            @RequestParam @Nullable String region,
            @RequestParam @Nullable String after,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) @Min(1) @Max(Page.LARGEST) int limit) {
        var of = ParameterValues.company(company, actor, Roles.isOfficer(actor));
        return Page.of(
                (from, most) -> regions.page(
                        actor, region, from, most, (f, m) -> applications.page(of, Optional.ofNullable(state), f, m)),
                after,
                limit,
                application -> ApplicationView.of(application, actor));
    }

    @PostMapping("/{id}/information")
    @Operation(
            summary = "Answer a request for information",
            description = "Starts the clock again. 409 no-information-requested, wrong-state.")
    ResponseEntity<ApplicationView> provideInformation(
            @PathVariable String id, @Valid @RequestBody AnswerRequest request, @ChangeCommand Command command) {
        return answer(
                applications.change(
                        id, command, a -> a.provideInformation(request.answer(), command.actor(), clock.instant())),
                command);
    }

    @PostMapping("/{id}/terms-signature")
    @Operation(
            summary = "Sign the terms of membership",
            description = "Membership starts within moments, under the application's id. 409 other-terms, wrong-state,"
                    + " approval-on-hold if a newer fact contradicts the approval, which then goes back to DECISION.")
    ResponseEntity<ApplicationView> signTerms(
            @PathVariable String id, @Valid @RequestBody SignatureRequest request, @ChangeCommand Command command) {
        return answer(approve.signTerms(id, request.termsVersion(), command), command);
    }

    @PostMapping("/{id}/withdrawal")
    @Operation(
            summary = "Withdraw the application",
            description = "Any time before the decision, and while a denial is pending, which stays on record. 409"
                    + " wrong-state.")
    ResponseEntity<ApplicationView> withdraw(
            @PathVariable String id,
            @Valid @RequestBody ApplicationReviewController.ReasonRequest request,
            @ChangeCommand Command command) {
        return answer(
                applications.change(id, command, a -> a.withdraw(request.reason(), command.actor(), clock.instant())),
                command);
    }

    /** @param lines some of the lines of business that are applied for */
    record LineWithdrawalRequest(
            @NotEmpty Set<LineOfBusiness> lines,
            @NotBlank @Size(max = 1000) String reason) {}

    @PostMapping("/{id}/line-withdrawal")
    @Operation(
            summary = "Give up some of the lines of business",
            description =
                    "From acceptance to the decision, and while a denial of these lines is pending, which ends when every"
                            + " line that it names is given up; the review of the others goes on. 409 last-line if none is left,"
                            + " wrong-state; 422 for a line that is not applied for, or not to be denied.")
    ResponseEntity<ApplicationView> withdrawLines(
            @PathVariable String id,
            @Valid @RequestBody LineWithdrawalRequest request,
            @ChangeCommand Command command) {
        return answer(
                applications.change(
                        id,
                        command,
                        a -> a.withdrawLines(
                                request.lines(), request.reason().strip(), command.actor(), clock.instant())),
                command);
    }

    private static ResponseEntity<ApplicationView> answer(MembershipApplication application, Command command) {
        return Versioned.ok(ApplicationView.of(application, command.actor()), application.version());
    }
}
