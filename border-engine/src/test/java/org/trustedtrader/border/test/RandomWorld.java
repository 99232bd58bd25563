package org.trustedtrader.border.test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.trustedtrader.border.policy.Policy;
import org.trustedtrader.border.trader.Revision;

/**
 * A small world in which everything goes wrong that can: identifiers that are shared, given up and given to others; versions
 * that come late, twice, in any order, unreadable or never; decisions that count from before or later; several policies;
 * questions in between about all times and about what is no identifier. The same for the same seed.
 *
 * @param policies in no order
 */
public record RandomWorld(long seed, List<Policy> policies, List<Step> steps) {

    public RandomWorld {
        policies = List.copyOf(policies);
        steps = List.copyOf(steps);
    }

    public static RandomWorld of(long seed) {
        var random = new Random(seed);
        var times = new RandomTimes(random);
        var starts = new HashSet<>(List.of(RandomTimes.START));
        for (int i = random.nextInt(4); i > 0; i--) {
            starts.add(times.hour());
        }
        var policies = new RandomPolicies(random).of(starts);
        var states = new RandomStates(random, times);
        var received = mixedUp(states.all(), random);
        policies.forEach(p -> times.boundary(p.effectiveFrom()));
        var questions = new RandomQuestions(random, times, states.identifiers());
        return new RandomWorld(seed, policies, steps(received, questions, random));
    }

    public RandomWorld with(List<Step> others) {
        return new RandomWorld(seed, policies, others);
    }

    public RandomWorld under(List<Policy> others) {
        return new RandomWorld(seed, others, steps);
    }

    /** In order, nearly in order, or in none; some of them again. */
    private static List<Revision> mixedUp(List<Revision> states, Random random) {
        var all = new ArrayList<>(states);
        for (var state : states) {
            if (random.nextInt(8) == 0) {
                all.add(state);
            }
        }
        switch (random.nextInt(3)) {
            case 0 -> all.sort((a, b) -> a.recordedAt().compareTo(b.recordedAt()));
            case 1 -> {
                for (int i = 0; i + 3 < all.size(); i++) {
                    Collections.swap(all, i, i + random.nextInt(4));
                }
            }
            default -> Collections.shuffle(all, random);
        }
        return all;
    }

    private static List<Step> steps(List<Revision> received, RandomQuestions questions, Random random) {
        List<Step> steps = new ArrayList<>();
        for (var revision : received) {
            steps.add(new Step.Announcement(revision));
            if (random.nextInt(6) == 0) {
                steps.add(questions.next());
            }
        }
        for (int i = 0; i < 40; i++) {
            steps.add(questions.next());
        }
        return steps;
    }
}
