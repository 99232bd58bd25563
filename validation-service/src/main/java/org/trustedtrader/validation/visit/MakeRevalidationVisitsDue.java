package org.trustedtrader.validation.visit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.validation.visit.ApplicationProjection.CompletedAssessment;
import org.trustedtrader.validation.visit.MakeInitialVisitDue.SitesToVisit;
import org.trustedtrader.validation.visit.MembershipProjection.Member;
import org.trustedtrader.validation.visit.RequiredSitePolicy.Choice;

/**
 * A revalidation makes visits due when it opens, one for each site that the policy chooses, and its end cancels those that have
 * not begun. What to do follows from the newest state of the membership, so that events may come twice, late or in any order.
 * The choice is made once for each opening and is kept by its visits. An open visit that an officer ordered serves its site.
 */
public final class MakeRevalidationVisitsDue {

    private static final Actor SELF = Actor.service("validation");

    private final Visits visits;
    private final OrderVisit.Files files;
    private final SitesToVisit sites;
    private final DueDates dueDates;
    private final Clock clock;

    public MakeRevalidationVisitsDue(
            Visits visits, OrderVisit.Files files, SitesToVisit sites, DueDates dueDates, Clock clock) {
        this.visits = visits;
        this.files = files;
        this.sites = sites;
        this.dueDates = dueDates;
        this.clock = clock;
    }

    /**
     * By when the visits are made: ahead of the due date of the revalidation, which an officer may have extended.
     *
     * @param leadDays between the last day for the visits and that due date
     */
    public record DueDates(RevalidationDuties duties, int leadDays) {

        private LocalDate lastDay(Revalidation revalidation) {
            return duties.of(revalidation.membershipId(), revalidation.dueOn())
                    .map(RevalidationDuties.Duty::dueOn)
                    .orElse(revalidation.dueOn())
                    .minusDays(leadDays);
        }
    }

    /** To be called after the membership or the due date of its revalidation is kept in a projection. */
    public void follow(String membershipId) {
        var member = files.memberships().find(membershipId);
        member.ifPresent(known -> react(membershipId, known));
        // The membership may have changed meanwhile, and that change then found no visit to cancel.
        if (!files.memberships().find(membershipId).equals(member)) {
            follow(membershipId);
        }
    }

    private void react(String membershipId, Member member) {
        if (member.isOver()) {
            files.endVisits().ofMembership(membershipId, member);
        } else {
            Revalidation.of(membershipId, member)
                    .ifPresentOrElse(this::makeDue, () -> files.endVisits().ofRevalidation(membershipId));
        }
    }

    private void makeDue(Revalidation revalidation) {
        var file = counting(revalidation);
        boolean chosen = file.stream()
                .map(Visit::snapshot)
                .anyMatch(visit ->
                        revalidation.madeDue(visit) || !visit.required().ids().isEmpty());
        if (!chosen) {
            var choices = sites.of(revalidation.company());
            var required = new RequiredSites(
                    choices.stream().map(choice -> choice.site().id()).toList());
            file.forEach(visit -> visits.react(visit.id(), v -> v.fileRequires(required, SELF, clock.instant())));
            create(revalidation, choices, required, missing(required, file));
            if (choices.isEmpty()) {
                visits.createIfAbsent(visit(revalidation, null, required));
            }
        } else {
            var required = RequiredSites.of(file);
            var missing = missing(required, file);
            if (!missing.isEmpty()) {
                create(revalidation, sites.of(revalidation.company()), required, missing);
            }
        }
        counting(revalidation)
                .forEach(visit -> visits.react(
                        visit.id(), v -> v.moveDueDate(dueDates.lastDay(revalidation), SELF, clock.instant())));
    }

    private List<Visit> counting(Revalidation revalidation) {
        return visits.ofFile(revalidation.membershipId()).stream()
                .filter(visit -> revalidation.counts(visit.snapshot()))
                .toList();
    }

    private void create(Revalidation revalidation, List<Choice> choices, RequiredSites required, List<String> missing) {
        choices.stream()
                .filter(choice -> missing.contains(choice.site().id()))
                .forEach(choice -> visits.createIfAbsent(visit(revalidation, choice, required)));
    }

    /** The required sites without a visit: a choice was cut short, or a visit that an officer ordered was cancelled. */
    private static List<String> missing(RequiredSites required, List<Visit> file) {
        var missing = new ArrayList<>(required.ids());
        for (var visit : file) {
            missing.remove(visit.snapshot().origin().siteId());
            visit.snapshot().siteId().ifPresent(missing::remove);
        }
        return missing;
    }

    private Visit visit(Revalidation revalidation, @Nullable Choice choice, RequiredSites required) {
        var siteId = choice == null ? null : choice.site().id();
        var origin = new VisitOrigin(
                Visit.Type.REVALIDATION,
                revalidation.company(),
                null,
                clock.instant(),
                "",
                revalidation.membershipId(),
                siteId,
                choice == null ? Requirement.of(Requirement.Cause.NO_SITE_ON_RECORD) : choice.requirement(),
                revalidation.openedAt());
        var id = siteId == null ? revalidation.visitId() : revalidation.visitId(siteId);
        return Visit.due(id, origin, risk(revalidation), required, dueDates.lastDay(revalidation), SELF);
    }

    /** By the member's last completed assessment. */
    private RiskLevel risk(Revalidation revalidation) {
        return files.applications()
                .completedAssessment(revalidation.membershipId())
                .map(CompletedAssessment::risk)
                .orElse(RiskLevel.UNRATED);
    }
}
