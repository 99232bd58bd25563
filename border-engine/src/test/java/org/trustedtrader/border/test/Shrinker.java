package org.trustedtrader.border.test;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.trustedtrader.border.crossing.Crossing;
import org.trustedtrader.border.eligibility.Question;
import org.trustedtrader.border.policy.Policy;

/** Takes away from a failing world whatever it fails without: steps, policies, items of questions, importers of loads. */
public final class Shrinker {

    private final Predicate<RandomWorld> fails;

    /** @param fails whether a world still shows the failure */
    public Shrinker(Predicate<RandomWorld> fails) {
        this.fails = fails;
    }

    /** Fails like the given one, and no longer if any one thing more is taken away. */
    public RandomWorld shrink(RandomWorld failing) {
        var world = failing;
        for (var before = -1; before != size(world); ) {
            before = size(world);
            world = withFewerSteps(world);
            world = withFewerPolicies(world);
            world = withSmallerQuestions(world);
        }
        return world;
    }

    private RandomWorld withFewerSteps(RandomWorld failing) {
        var world = failing;
        for (int length = Math.max(1, world.steps().size() / 2); length > 0; length /= 2) {
            for (int from = world.steps().size() - length; from >= 0; from -= length) {
                var fewer = new ArrayList<>(world.steps());
                fewer.subList(from, from + length).clear();
                world = smallerOf(world, world.with(fewer));
            }
        }
        return world;
    }

    private RandomWorld withFewerPolicies(RandomWorld failing) {
        var world = failing;
        for (int i = world.policies().size() - 1; i >= 0 && world.policies().size() > 1; i--) {
            List<Policy> fewer = new ArrayList<>(world.policies());
            fewer.remove(i);
            world = smallerOf(world, world.under(fewer));
        }
        return world;
    }

    private RandomWorld withSmallerQuestions(RandomWorld failing) {
        var world = failing;
        for (int at = 0; at < failing.steps().size(); at++) {
            for (var step = world.steps().get(at); ; step = world.steps().get(at)) {
                for (var smaller : smaller(step)) {
                    var steps = new ArrayList<>(world.steps());
                    steps.set(at, smaller);
                    world = smallerOf(world, world.with(steps));
                    if (world.steps().get(at) == smaller) {
                        break;
                    }
                }
                if (world.steps().get(at) == step) {
                    break;
                }
            }
        }
        return world;
    }

    private static List<Step> smaller(Step step) {
        List<Step> smaller = new ArrayList<>();
        if (step instanceof Step.Asked(var question, var moment, var knownAt)) {
            for (int i = 0; i < question.items().size(); i++) {
                var items = without(question.items(), i);
                smaller.add(new Step.Asked(new Question(question.at(), question.benefit(), items), moment, knownAt));
            }
        }
        if (step instanceof Step.Crossed(var crossing, var moment, var knownAt)
                && !crossing.importers().isEmpty()) {
            for (int i = 0; i < crossing.importers().size(); i++) {
                var importers = without(crossing.importers(), i);
                smaller.add(new Step.Crossed(with(crossing, importers), moment, knownAt));
            }
        }
        return smaller;
    }

    private static Crossing with(Crossing c, List<String> importers) {
        return new Crossing(
                c.at(),
                c.port(),
                c.mode(),
                c.direction(),
                c.carrierCode(),
                importers,
                c.driverCard(),
                c.originCountry(),
                c.regulated(),
                c.seal());
    }

    private static <T> List<T> without(List<T> all, int index) {
        var fewer = new ArrayList<>(all);
        fewer.remove(index);
        return fewer;
    }

    private RandomWorld smallerOf(RandomWorld world, RandomWorld smaller) {
        return fails.test(smaller) ? smaller : world;
    }

    private static int size(RandomWorld world) {
        var size = world.policies().size() + world.steps().size();
        for (var step : world.steps()) {
            size += smaller(step).size();
        }
        return size;
    }
}
