package org.trustedtrader.simulation;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.trustedtrader.platform.aggregate.Actor;

/** The programme's people. A whole desk may be absent for weeks. */
final class Officers {

    enum Desk {
        APPROVER(3),
        PROGRAMME_MANAGER(2),
        ASSESSOR(3),
        VALIDATOR(3),
        INTELLIGENCE_OFFICER(2);

        final List<Actor> people;

        Desk(int size) {
            var role = name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
            people = Stream.iterate(1, n -> n + 1)
                    .limit(size)
                    .map(n -> new Actor("user:" + role + "-" + n, Set.of(role), Optional.empty()))
                    .toList();
        }
    }

    private static final double GOES_AWAY = 0.004;
    private static final int LONGEST_ABSENCE_DAYS = 90;

    private final RandomGenerator random;
    private final Map<Desk, LocalDate> awayUntil = new EnumMap<>(Desk.class);

    Officers(RandomGenerator random) {
        this.random = random;
    }

    void dayBegins(LocalDate day) {
        for (var desk : Desk.values()) {
            if (random.nextDouble() < GOES_AWAY) {
                awayUntil.put(desk, day.plusDays(random.nextInt(1, LONGEST_ABSENCE_DAYS)));
            }
        }
    }

    /** Somebody of the desk, unless it is absent. */
    Optional<Actor> present(Desk desk, LocalDate day) {
        return day.isBefore(awayUntil.getOrDefault(desk, LocalDate.MIN)) ? Optional.empty() : Optional.of(any(desk));
    }

    Actor any(Desk desk) {
        return desk.people.get(random.nextInt(desk.people.size()));
    }
}
