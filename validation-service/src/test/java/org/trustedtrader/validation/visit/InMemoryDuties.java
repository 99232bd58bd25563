package org.trustedtrader.validation.visit;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What members owe, in a map. */
public final class InMemoryDuties implements RevalidationDuties {

    private final Map<String, Duty> duties = new TreeMap<>();

    @Override
    public boolean keep(String obligationId, long version, Duty duty) {
        duties.put(obligationId, duty);
        return true;
    }

    @Override
    public Optional<Duty> of(String membershipId, LocalDate cycleDueOn) {
        return duties.values().stream()
                .filter(duty -> duty.membershipId().equals(membershipId)
                        && duty.cycleDueOn().equals(cycleDueOn))
                .findFirst();
    }

    @Override
    public List<Duty> dueIn(int year) {
        return duties.values().stream()
                .filter(duty -> duty.dueOn().getYear() == year)
                .toList();
    }

    @Override
    public List<Duty> movedAcross(int year) {
        return duties.values().stream()
                .filter(duty ->
                        duty.dueOn().getYear() == year ^ duty.cycleDueOn().getYear() == year)
                .toList();
    }
}
