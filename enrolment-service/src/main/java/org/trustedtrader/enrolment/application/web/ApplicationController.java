package org.trustedtrader.enrolment.application.web;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.trustedtrader.enrolment.application.ApplicationState;
import org.trustedtrader.enrolment.application.MembershipApplications;
import org.trustedtrader.enrolment.application.PrepareApplication;
import org.trustedtrader.enrolment.application.ShowProgress;
import org.trustedtrader.enrolment.application.SubmitApplication;
import org.trustedtrader.enrolment.roles.Roles;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.web.ChangeCommand;
import org.trustedtrader.platform.web.CreateCommand;
import org.trustedtrader.platform.web.HistoryView;
import org.trustedtrader.platform.web.Page;
import org.trustedtrader.platform.web.Versioned;

/** Filing and reading applications. */
@RestController
@RequestMapping("/v1/applications")
class ApplicationController {

    /** Changes whose reasons only officers read. */
    private static final Set<String> CONFIDENTIAL = Set.of("vetted");

    private final PrepareApplication prepare;
    private final SubmitApplication submit;
    private final ShowProgress showProgress;
    private final MembershipApplications applications;

    ApplicationController(
            PrepareApplication prepare,
            SubmitApplication submit,
            ShowProgress showProgress,
            MembershipApplications applications) {
        this.prepare = prepare;
        this.submit = submit;
        this.showProgress = showProgress;
        this.applications = applications;
    }

    @PostMapping
    @Operation(
            summary = "Draft an application for the caller's company",
            description = "409 company-not-registered; 409 application-open if the company has an open application or a"
                    + " membership; 422 invalid-input.")
    ResponseEntity<ApplicationView> draft(@Valid @RequestBody DeclarationsBody body, @CreateCommand Command command) {
        var application = prepare.draft(body.toDeclarations(), command);
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
        var application = prepare.amend(id, body.toDeclarations(), command);
        return Versioned.ok(ApplicationView.of(application, command.actor()), application.version());
    }

    @PostMapping("/{id}/submission")
    @Operation(
            summary = "Submit the application",
            description =
                    "409 application-incomplete with every missing section; 409 not-eligible with every rule that is"
                            + " not met; 409 wrong-state.")
    ResponseEntity<ApplicationView> submit(@PathVariable String id, @ChangeCommand Command command) {
        var application = submit.with(id, command);
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
            description = "Stage, days used and left of the service standard, who holds the ball, what is missing.")
    ProgressView progress(@PathVariable String id, Actor actor) {
        return ProgressView.of(id, showProgress.of(id, actor));
    }

    @GetMapping("/{id}/history")
    @Operation(summary = "Read what happened to an application", description = "Effective and recorded times in UTC.")
    HistoryView history(@PathVariable String id, Actor actor) {
        var application = applications.visible(id, actor);
        return HistoryView.of(applications.history(application.id()), actor, CONFIDENTIAL);
    }

    @GetMapping
    @Operation(
            summary = "List applications",
            description = "Officers see all, by company or state if they like; everybody else sees their company's.")
    Page<ApplicationView> list(
            Actor actor,
            @RequestParam @Nullable String company,
            @RequestParam @Nullable ApplicationState state,
            @RequestParam @Nullable String after,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) @Min(1) @Max(Page.LARGEST) int limit) {
        var of = Roles.isOfficer(actor)
                ? Optional.ofNullable(company)
                : Optional.of(actor.company().orElse(""));
        var found = applications.page(of, Optional.ofNullable(state), Page.after(after), limit + 1);
        return Page.of(found, limit, application -> ApplicationView.of(application, actor));
    }
}
