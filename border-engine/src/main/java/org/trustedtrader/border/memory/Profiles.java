package org.trustedtrader.border.memory;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.trustedtrader.border.eligibility.Profile;
import org.trustedtrader.border.eligibility.Standing;
import org.trustedtrader.border.policy.Policies;

/**
 * The dictionary of profiles, and what each is worth under each policy. One writer; readers take one {@link Evaluation}, which is
 * complete, and never wait. New policies are evaluated apart and take the place of the old ones in one step.
 */
final class Profiles {

    /** In place of the number of a profile that the dictionary has no room for. */
    static final int NONE = -1;

    /** Sixteen times what a million traders have: what was announced in bad faith shall not fill the memory. */
    private static final int MOST = 1 << 16;

    private final Map<Profile, Integer> numbers = new HashMap<>();
    private volatile Profile[] profiles = new Profile[64];
    private volatile int size;
    private volatile Evaluation evaluated;

    Profiles(Policies policies) {
        this.evaluated = evaluate(policies);
    }

    /** Policies in the order of their time, and what each profile is worth under each. */
    record Evaluation(Policies policies, List<Standings> inOrder) {

        /** Under the policy that rules that time. */
        Standings at(long millis) {
            return inOrder.get(inOrder.size() == 1 ? 0 : policies.indexAt(millis));
        }
    }

    Evaluation evaluated() {
        return evaluated;
    }

    /** The number of a profile, which is evaluated when this returns, or {@link #NONE}. */
    int number(Profile profile) {
        var known = numbers.get(profile);
        if (known != null) {
            return known;
        }
        var number = numbers.size();
        if (number == MOST) {
            return NONE;
        }
        if (number == profiles.length) {
            profiles = Arrays.copyOf(profiles, number * 2);
        }
        profiles[number] = profile;
        size = number + 1;
        evaluateAll(evaluated);
        numbers.put(profile, number);
        return number;
    }

    Profile profile(int number) {
        return profiles[number];
    }

    List<Profile> all() {
        var known = size;
        return Arrays.asList(profiles).subList(0, known);
    }

    /** Evaluates what is known so far under other policies; may run beside the writer. */
    Evaluation evaluate(Policies policies) {
        var next = new Evaluation(
                policies, policies.inOrder().stream().map(Standings::new).toList());
        evaluateAll(next);
        return next;
    }

    /** Lets other policies take over, after judging what has become known since. */
    void install(Evaluation prepared) {
        evaluateAll(prepared);
        evaluated = prepared;
    }

    /** Whether, under any policy, the one grants something that the other does not, or not by so high a tier. */
    boolean takesAway(Profile stored, Profile received) {
        return evaluated.policies().inOrder().stream()
                .anyMatch(policy -> Standing.takesAway(Standing.of(stored, policy), Standing.of(received, policy)));
    }

    private void evaluateAll(Evaluation policies) {
        policies.inOrder().forEach(standings -> standings.evaluate(all()));
    }

    long bytes() {
        return evaluated.inOrder().stream().mapToLong(Standings::bytes).sum();
    }
}
