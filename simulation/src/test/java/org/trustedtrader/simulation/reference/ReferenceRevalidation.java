package org.trustedtrader.simulation.reference;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The revalidation that is under way, with the profile and the visits that it needs (domain.md, section 16). */
final class ReferenceRevalidation {

    private enum Profile {
        WITH_COMPANY,
        UNDER_REVIEW,
        ASSESSED
    }

    private record Visit(boolean waitsForCompany, @Nullable Boolean satisfactory, @Nullable String validator) {

        Visit waiting(boolean forCompany) {
            return new Visit(forCompany, satisfactory, validator);
        }
    }

    private boolean open;
    private @Nullable String openedBy;
    private Profile profile = Profile.ASSESSED;
    private final Set<String> assessors = new HashSet<>();
    private final Map<String, Visit> visits = new HashMap<>();

    boolean isOpen() {
        return open;
    }

    void opens(@Nullable String by) {
        open = true;
        openedBy = by;
        if (profile == Profile.ASSESSED) {
            profile = Profile.WITH_COMPANY;
        }
        visits.values().removeIf(visit -> visit.satisfactory() != null);
    }

    void ends() {
        open = false;
    }

    boolean companyHasTheTurn() {
        return !open
                || profile == Profile.WITH_COMPANY
                || visits.values().stream().anyMatch(Visit::waitsForCompany);
    }

    /** @return whether the fact is one of the profile or of a visit */
    boolean take(Fact fact) {
        switch (fact) {
            case Fact.ProfileHandedIn() -> profile = Profile.UNDER_REVIEW;
            case Fact.ProfileAssessed(var by) -> {
                profile = Profile.ASSESSED;
                assessors.add(by);
            }
            case Fact.WorkedOnAssessment(var by) -> assessors.add(by);
            case Fact.VisitOrdered(var visit, var forRevalidation) -> {
                if (forRevalidation) {
                    visits.put(visit, new Visit(false, null, null));
                }
            }
            case Fact.SlotsSent(var visit) -> waits(visit, true);
            case Fact.ReportSent(var visit) -> waits(visit, true);
            case Fact.SlotsDeclined(var visit) -> waits(visit, false);
            case Fact.ReportAnswered(var visit) -> waits(visit, false);
            case Fact.SlotAgreed(var visit, var validator) ->
                visits.computeIfPresent(visit, (_, v) -> new Visit(false, v.satisfactory(), validator));
            case Fact.VisitClosed(var visit, var satisfactory) ->
                visits.computeIfPresent(visit, (_, v) -> new Visit(false, satisfactory, v.validator()));
            case Fact.VisitCancelled(var visit) -> visits.remove(visit);
            case Fact.CompanyMissedVisit(var visit) -> waits(visit, false);
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Profile assessed, every visit closed and satisfactory, decided by somebody who neither proposed nor worked on it. */
    void mustAllowCompletion(String proposer, String decider) {
        if (!open || profile != Profile.ASSESSED) {
            throw new BrokenRuleException("a revalidation is completed without an assessment");
        }
        if (visits.isEmpty() || visits.values().stream().anyMatch(visit -> visit.satisfactory() == null)) {
            throw new BrokenRuleException("a revalidation is completed without its visits");
        }
        if (visits.values().stream().anyMatch(visit -> Boolean.FALSE.equals(visit.satisfactory()))) {
            throw new BrokenRuleException("a revalidation is completed although a visit was unsatisfactory");
        }
        if (decider.equals(proposer)
                || decider.equals(openedBy)
                || assessors.contains(decider)
                || visits.values().stream().anyMatch(visit -> decider.equals(visit.validator()))) {
            throw new BrokenRuleException(decider + " completes a revalidation that " + decider + " took part in");
        }
    }

    private void waits(String visit, boolean forCompany) {
        visits.computeIfPresent(visit, (_, v) -> v.waiting(forCompany));
    }
}
