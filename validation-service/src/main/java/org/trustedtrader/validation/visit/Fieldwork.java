package org.trustedtrader.validation.visit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;
import org.trustedtrader.platform.refusal.Refusal.Violation;

/**
 * What happened at the site.
 *
 * @param areas empty until the fieldwork is done
 */
public record Fieldwork(Instant startedAt, List<Participant> people, List<AreaRating> areas) {

    public Fieldwork {
        people = List.copyOf(people);
        areas = List.copyOf(areas);
    }

    /**
     * Somebody who was there when the visit began. The name is personal data: it stays in the visit's own document, and
     * enters neither events nor history nor logs.
     */
    public record Participant(String name, String position, Side side) {

        /** Whose side somebody is on. */
        public enum Side {
            COMPANY,
            PROGRAMME
        }
    }

    /** The risk that the validator sees in one area of the security profile, and why. */
    public record AreaRating(String area, RiskLevel level, String note) {}

    static Fieldwork begun(Instant at, List<Participant> people) {
        if (people.stream().noneMatch(person -> person.side() == Participant.Side.COMPANY)) {
            throw new Refusal.InvalidInput("people", Message.of("validation.fieldwork.nobody-of-company"));
        }
        return new Fieldwork(at, people, List.of());
    }

    /**
     * Every area is rated once, every area with a finding is rated, and one that requires an action is at least a medium
     * risk: a failed MUST never is a low one.
     */
    Fieldwork rated(List<AreaRating> newAreas, Findings findings) {
        var violations = new ArrayList<Violation>();
        var rated = new HashSet<String>();
        for (int i = 0; i < newAreas.size(); i++) {
            var area = newAreas.get(i);
            if (!rated.add(area.area())) {
                violations.add(
                        new Violation("areas[" + i + "].area", Message.of("validation.fieldwork.area-rated-twice")));
            }
            if (area.level() == RiskLevel.UNRATED) {
                violations.add(
                        new Violation("areas[" + i + "].level", Message.of("validation.fieldwork.area-unrated")));
            }
            if (area.level() == RiskLevel.LOW && findings.requireActionIn(area.area())) {
                violations.add(
                        new Violation("areas[" + i + "].level", Message.of("validation.fieldwork.area-not-low")));
            }
        }
        findings.all().stream()
                .filter(finding -> !rated.contains(finding.area()))
                .forEach(f -> violations.add(
                        new Violation("areas", Message.of("validation.fieldwork.area-not-rated", f.area(), f.id()))));
        if (newAreas.isEmpty()) {
            violations.add(new Violation("areas", Message.of("validation.fieldwork.no-areas")));
        }
        if (!violations.isEmpty()) {
            throw new Refusal.RuleBroken("areas-not-rated", Message.of("validation.fieldwork.incomplete"), violations);
        }
        return new Fieldwork(startedAt, people, newAreas);
    }

    /** A site is as risky as its worst area, never the average. */
    public Optional<RiskLevel> overallRisk() {
        return areas.stream().map(AreaRating::level).max(Comparator.naturalOrder());
    }
}
