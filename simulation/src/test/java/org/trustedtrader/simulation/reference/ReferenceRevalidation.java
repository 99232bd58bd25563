package org.trustedtrader.simulation.reference;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
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

    private enum WaitsFor {
        COMPANY,
        VALIDATOR,
        NOBODY
    }

    private record Visit(
            WaitsFor waitsFor,
            @Nullable Boolean satisfactory,
            @Nullable String validator) {}

    private boolean open;
    private @Nullable String openedBy;
    private Profile profile = Profile.ASSESSED;
    private boolean mustFailed;
    private final Set<String> assessors = new HashSet<>();
    private final Map<String, Visit> visits = new LinkedHashMap<>();

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

    /** To refresh the profile; once that is assessed, to choose a time or to answer a report, unless a visit waits for an officer. */
    boolean companyHasTheTurn() {
        return !open
                || profile == Profile.WITH_COMPANY
                || profile == Profile.ASSESSED && waitFor(WaitsFor.COMPANY) && !waitFor(WaitsFor.VALIDATOR);
    }

    /** The company stated in its annual review that answers changed: it hands the profile in again. */
    void changesStated() {
        if (profile == Profile.ASSESSED) {
            profile = Profile.WITH_COMPANY;
        }
    }

    boolean profileIsWithCompany() {
        return profile == Profile.WITH_COMPANY;
    }

    boolean profileIsAssessed() {
        return profile == Profile.ASSESSED;
    }

    /** By the last assessment that was completed: of a company that moves no goods, a failed MUST alone makes it high. */
    boolean riskIsHigh() {
        return mustFailed;
    }

    private boolean waitFor(WaitsFor side) {
        return visits.values().stream().anyMatch(visit -> visit.waitsFor() == side);
    }

    /** @return whether the fact is one of the profile or of a visit */
    boolean take(Fact fact) {
        switch (fact) {
            case Fact.ProfileHandedIn() -> profile = Profile.UNDER_REVIEW;
            case Fact.ProfileAssessed(var by, var failed) -> {
                profile = Profile.ASSESSED;
                mustFailed = failed;
                assessors.add(by);
            }
            case Fact.WorkedOnAssessment(var by) -> assessors.add(by);
            case Fact.VisitOrdered(var visit, var forRevalidation) -> {
                if (forRevalidation) {
                    visits.put(visit, new Visit(WaitsFor.VALIDATOR, null, null));
                }
            }
            case Fact.SlotsSent(var visit) -> waits(visit, WaitsFor.COMPANY);
            case Fact.ReportSent(var visit) -> waits(visit, WaitsFor.COMPANY);
            case Fact.SlotsDeclined(var visit) -> waits(visit, WaitsFor.VALIDATOR);
            case Fact.ReportAnswered(var visit) -> waits(visit, WaitsFor.VALIDATOR);
            case Fact.SlotAgreed(var visit, var validator) ->
                visits.computeIfPresent(visit, (_, v) -> new Visit(WaitsFor.NOBODY, null, validator));
            case Fact.VisitClosed(var visit, var satisfactory) ->
                visits.computeIfPresent(visit, (_, v) -> new Visit(WaitsFor.NOBODY, satisfactory, v.validator()));
            case Fact.VisitCancelled(var visit) -> visits.remove(visit);
            case Fact.CompanyMissedVisit(var visit) -> waits(visit, WaitsFor.VALIDATOR);
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Profile assessed, every visit closed, the last one to the site satisfactory, decided by somebody who neither proposed nor worked on it. */
    void mustAllowCompletion(String proposer, String decider) {
        if (!open || profile != Profile.ASSESSED) {
            throw new BrokenRuleException("a revalidation is completed without an assessment");
        }
        if (visits.isEmpty() || visits.values().stream().anyMatch(visit -> visit.satisfactory() == null)) {
            throw new BrokenRuleException("a revalidation is completed without its visits");
        }
        if (!Boolean.TRUE.equals(List.copyOf(visits.values()).getLast().satisfactory())) {
            throw new BrokenRuleException("a revalidation is completed although a visit was unsatisfactory");
        }
        if (decider.equals(proposer)
                || decider.equals(openedBy)
                || assessors.contains(decider)
                || visits.values().stream().anyMatch(visit -> decider.equals(visit.validator()))) {
            throw new BrokenRuleException(decider + " completes a revalidation that " + decider + " took part in");
        }
    }

    private void waits(String visit, WaitsFor side) {
        visits.computeIfPresent(visit, (_, v) -> new Visit(side, v.satisfactory(), v.validator()));
    }
}
