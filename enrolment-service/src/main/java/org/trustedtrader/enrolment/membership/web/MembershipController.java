package org.trustedtrader.enrolment.membership.web;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.trustedtrader.enrolment.membership.AskAsMember;
import org.trustedtrader.enrolment.membership.MembershipState;
import org.trustedtrader.enrolment.membership.Memberships;
import org.trustedtrader.enrolment.membership.web.Requests.ReasonRequest;
import org.trustedtrader.enrolment.roles.Roles;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.web.ChangeCommand;
import org.trustedtrader.platform.web.HistoryView;
import org.trustedtrader.platform.web.Page;
import org.trustedtrader.platform.web.Versioned;

/** Reading memberships, and what members ask for themselves. */
@RestController
@RequestMapping("/v1/memberships")
class MembershipController {

    private final AskAsMember ask;
    private final Memberships memberships;

    MembershipController(AskAsMember ask, Memberships memberships) {
        this.ask = ask;
        this.memberships = memberships;
    }

    @GetMapping("/{id}")
    @Operation(summary = "Read a membership", description = "404 not-found also for another company's.")
    ResponseEntity<MembershipView> read(@PathVariable String id, Actor actor) {
        var membership = memberships.visible(id, actor);
        return Versioned.ok(MembershipView.of(membership), membership.version());
    }

    @GetMapping("/{id}/history")
    @Operation(summary = "Read what happened to a membership", description = "Effective and recorded times in UTC.")
    HistoryView history(@PathVariable String id, Actor actor) {
        return HistoryView.of(memberships.history(memberships.visible(id, actor).id()), actor);
    }

    @GetMapping
    @Operation(
            summary = "List memberships",
            description = "Officers see all, by company or state if they like; everybody else sees their company's.")
    Page<MembershipView> list(
            Actor actor,
            @RequestParam @Nullable String company,
            @RequestParam @Nullable MembershipState state,
            @RequestParam @Nullable String after,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) @Min(1) @Max(Page.LARGEST) int limit) {
        var of = Roles.isOfficer(actor)
                ? Optional.ofNullable(company)
                : Optional.of(actor.company().orElse(""));
        var found = memberships.page(of, Optional.ofNullable(state), Page.after(after), limit + 1);
        return Page.of(found, limit, MembershipView::of);
    }

    @PostMapping("/{id}/appeal")
    @Operation(
            summary = "Appeal against a cancellation",
            description = "Until appealDueAt, afterwards 409 appeal-too-late. 409 wrong-state.")
    ResponseEntity<MembershipView> appeal(
            @PathVariable String id, @Valid @RequestBody ReasonRequest request, @ChangeCommand Command command) {
        var membership = ask.appeal(id, request.reason(), command);
        return Versioned.ok(MembershipView.of(membership), membership.version());
    }

    @PostMapping("/{id}/withdrawal")
    @Operation(summary = "Leave the programme", description = "Benefits end at once. 409 wrong-state.")
    ResponseEntity<MembershipView> withdraw(
            @PathVariable String id, @Valid @RequestBody ReasonRequest request, @ChangeCommand Command command) {
        var membership = ask.withdraw(id, request.reason(), command);
        return Versioned.ok(MembershipView.of(membership), membership.version());
    }
}
