package org.trustedtrader.acceptance.faults;

import java.util.List;
import java.util.Map;
import org.trustedtrader.acceptance.journey.Walk;

/**
 * Small commands that can be given any number of times, by the service whose crash points they pass: one that it stores and
 * announces, and one of another service that it hears.
 */
final class Errands {

    private final Map<String, List<Runnable>> byService;

    private Errands(Walk profile, Walk visited) {
        var answering = profile.answeringItsProfile();
        this.byService = Map.of(
                "enrolment", List.of(visited::amendsItsRecord, answering),
                "assessment", List.of(answering, visited::amendsItsRecord),
                "validation", List.of(visited::draftsTheReport, visited::amendsItsRecord),
                "benefits", List.of(visited.proposingRules(), visited::amendsItsRecord));
    }

    /**
     * @param profile stays before the submission of its security profile
     * @param visited stays before the report of its visit
     */
    static Errands of(Walk profile, Walk visited) {
        profile.toTheOpenProfile();
        visited.toTheAgreedVisit();
        Walk.passVisits(List.of(visited));
        visited.toTheFieldwork();
        return new Errands(profile, visited);
    }

    /** Each goes on by itself, so that none waits for a service that another one needs. */
    List<RepeatedCommand> at(String service) {
        return byService.get(service).stream().map(RepeatedCommand::new).toList();
    }
}
