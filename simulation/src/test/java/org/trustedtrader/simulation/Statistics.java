package org.trustedtrader.simulation;

import java.util.Map;
import java.util.TreeMap;
import org.trustedtrader.platform.refusal.Refusal;
import org.trustedtrader.simulation.reference.Fact;

/** How much happened; a simulation in which nothing happens proves nothing. */
final class Statistics {

    private long memberDays;
    private long daysWithBenefits;
    private long daysPaused;
    private final Map<String, Long> facts = new TreeMap<>();
    private final Map<String, Long> refusals = new TreeMap<>();

    void compared(Border.Granted granted) {
        memberDays++;
        daysWithBenefits += granted.any() ? 1 : 0;
        daysPaused += granted.any() && !granted.reducedExamination() ? 1 : 0;
    }

    void happened(Fact fact) {
        var name = fact.getClass().getSimpleName()
                + (fact instanceof Fact.CaseDecided decided ? " " + decided.decision() : "");
        facts.merge(name, 1L, Long::sum);
    }

    void refused(Refusal refusal) {
        refusals.merge(refusal.getClass().getSimpleName() + " " + refusal.getMessage(), 1L, Long::sum);
    }

    void add(Statistics other) {
        memberDays += other.memberDays;
        daysWithBenefits += other.daysWithBenefits;
        daysPaused += other.daysPaused;
        other.facts.forEach((name, count) -> facts.merge(name, count, Long::sum));
        other.refusals.forEach((name, count) -> refusals.merge(name, count, Long::sum));
    }

    long count(String fact) {
        return facts.getOrDefault(fact, 0L);
    }

    long memberDays() {
        return memberDays;
    }

    @Override
    public String toString() {
        return memberDays + " member-days compared, benefits on in " + daysWithBenefits + ", some paused in "
                + daysPaused + "; facts " + facts;
    }

    String refusals() {
        return refusals.toString();
    }
}
