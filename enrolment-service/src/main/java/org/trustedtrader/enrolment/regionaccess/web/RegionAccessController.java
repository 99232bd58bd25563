package org.trustedtrader.enrolment.regionaccess.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.trustedtrader.enrolment.regionaccess.OpenRegionAccess;
import org.trustedtrader.enrolment.regionaccess.RegionAccess;
import org.trustedtrader.enrolment.regionaccess.RegionAccesses;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.identifier.IdentifierScheme;
import org.trustedtrader.platform.web.ChangeCommand;
import org.trustedtrader.platform.web.CreateCommand;
import org.trustedtrader.platform.web.HistoryView;
import org.trustedtrader.platform.web.Page;
import org.trustedtrader.platform.web.Versioned;

@RestController
@RequestMapping("/v1/region-accesses")
@Tag(name = "Region accesses")
class RegionAccessController {

    private final OpenRegionAccess open;
    private final RegionAccesses accesses;
    private final Clock clock;

    RegionAccessController(OpenRegionAccess open, RegionAccesses accesses, Clock clock) {
        this.open = open;
        this.accesses = accesses;
        this.clock = clock;
    }

    /**
     * @param company business number
     * @param file    the record that has to be worked on, such as {@code applications/4711}
     */
    record OpeningRequest(
            @NotNull @Size(max = 64) String company,
            @NotBlank @Size(max = 2000) String reason,
            @Nullable @Size(max = 200) String file) {}

    record EndRequest(@NotBlank @Size(max = 2000) String reason) {}

    /** @param region of the company; empty for one without a site */
    record AccessView(
            String accessId,
            String company,
            String officer,
            String region,
            String reason,
            String file,
            RegionAccess.Status status,
            Instant openedAt,
            Instant until,
            @Nullable Instant endedAt,
            @Nullable String endedBy) {

        static AccessView of(RegionAccess access, Instant now) {
            var s = access.snapshot();
            return new AccessView(
                    access.id(),
                    s.company(),
                    s.officer(),
                    s.region(),
                    s.reason(),
                    s.file(),
                    access.status(now),
                    s.openedAt(),
                    s.until(),
                    s.endedAt(),
                    s.endedBy());
        }
    }

    @PostMapping
    @Operation(
            summary = "Open the file of another region's company",
            description =
                    "Gives the caller access to everything of that company, in every service, until `until` (24 hours by"
                            + " default, programme time). The reason is kept, and programme managers and auditors see it; the company"
                            + " does not. 409 region-covered if the file is open to you without it; 409 region-access-open while you"
                            + " have an access to it; 422 for a company that there is not.")
    ResponseEntity<AccessView> open(@Valid @RequestBody OpeningRequest request, @CreateCommand Command command) {
        var company = IdentifierScheme.BN9.parse("company", request.company());
        var file = request.file() == null ? "" : request.file().strip();
        var access = open.forOfficer(company, request.reason().strip(), file, command);
        return Versioned.created(
                URI.create("/v1/region-accesses/" + access.id()),
                AccessView.of(access, clock.instant()),
                access.version());
    }

    @PostMapping("/{id}/end")
    @Operation(
            summary = "End an access early",
            description = "By the officer who has it, or by a programme manager. 409 wrong-state if it is over.")
    ResponseEntity<AccessView> end(
            @PathVariable String id, @Valid @RequestBody EndRequest request, @ChangeCommand Command command) {
        var access =
                accesses.change(id, command, a -> a.end(request.reason().strip(), command.actor(), clock.instant()));
        return answer(access);
    }

    @GetMapping("/{id}")
    @Operation(summary = "Read a region access", description = "404 not-found also for another officer's.")
    ResponseEntity<AccessView> read(@PathVariable String id, Actor actor) {
        return answer(accesses.visible(id, actor));
    }

    @GetMapping("/{id}/history")
    @Operation(summary = "Read what happened to a region access", description = "Effective and recorded times in UTC.")
    HistoryView history(@PathVariable String id, Actor actor) {
        return HistoryView.of(accesses.history(accesses.visible(id, actor).id()), actor);
    }

    @GetMapping
    @Operation(
            summary = "List region accesses",
            description =
                    "Programme managers and auditors see all, by officer, company or status if they like; every other"
                            + " officer sees the own ones. In order of id; `after` continues with an earlier page's `next`.")
    Page<AccessView> list(
            Actor actor,
            @RequestParam @Nullable String officer,
            @RequestParam @Nullable String company,
            @RequestParam RegionAccess.@Nullable Status status,
            @RequestParam @Nullable String after,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) @Min(1) @Max(Page.LARGEST) int limit) {
        var now = clock.instant();
        var of = RegionAccess.isSeenByAll(actor) ? officer : actor.id();
        var filter = new RegionAccesses.Filter(of, company, status, now);
        return Page.of(
                (from, most) -> accesses.page(filter, from, most), after, limit, access -> AccessView.of(access, now));
    }

    private ResponseEntity<AccessView> answer(RegionAccess access) {
        return Versioned.ok(AccessView.of(access, clock.instant()), access.version());
    }
}
