package org.trustedtrader.border.memory;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.trustedtrader.border.eligibility.Profile;
import org.trustedtrader.border.eligibility.Standing;
import org.trustedtrader.border.policy.Policies;
import org.trustedtrader.border.policy.Policy;

/**
 * The dictionary of profiles, and what each is worth under each policy. One writer; readers take one {@link Judged}, which is
 * complete, and never wait. New policies are judged apart and take the place of the old ones in one step.
 */
final class Profiles {

    private final Map<Profile, Integer> numbers = new HashMap<>();
    private volatile Profile[] profiles = new Profile[64];
    private volatile int size;
    private volatile Judged judged;

    Profiles(Policies policies) {
        this.judged = judge(policies);
    }

    /**
     * Standings by profile number, one table for each policy; arrays are only ever added to.
     *
     * @param known how many profiles were judged when it was made
     */
    record Judged(Policies policies, List<Policy> inOrder, long[][] tables, int known) {

        /** The standings under the policy that rules that time; a profile's lies at its number times {@link Standing#SLOTS}. */
        long[] at(long millis) {
            return tables[inOrder.size() == 1 ? 0 : policies.indexAt(millis)];
        }
    }

    Judged judged() {
        return judged;
    }

    /** The number of a profile, which is judged when this returns. */
    int number(Profile profile) {
        var known = numbers.get(profile);
        if (known != null) {
            return known;
        }
        var number = numbers.size();
        if (number == profiles.length) {
            profiles = Arrays.copyOf(profiles, number * 2);
            judged = grown(judged);
        }
        profiles[number] = profile;
        size = number + 1;
        for (int i = 0; i < judged.inOrder().size(); i++) {
            judge(profile, number, judged.inOrder().get(i), judged.tables()[i]);
        }
        numbers.put(profile, number);
        return number;
    }

    Profile profile(int number) {
        return profiles[number];
    }

    List<Profile> all() {
        return Arrays.asList(profiles).subList(0, size);
    }

    /** Judges what is known so far under other policies; may run beside the writer. */
    Judged judge(Policies policies) {
        var known = all();
        var inOrder = policies.inOrder();
        var tables = new long[inOrder.size()][Math.max(profiles.length, known.size()) * Standing.SLOTS];
        for (int p = 0; p < tables.length; p++) {
            judge(known, 0, inOrder.get(p), tables[p]);
        }
        return new Judged(policies, inOrder, tables, known.size());
    }

    /** Lets other policies take over, after judging what has become known since. */
    void install(Judged prepared) {
        var next = prepared.tables()[0].length < profiles.length * Standing.SLOTS ? grown(prepared) : prepared;
        for (int p = 0; p < next.tables().length; p++) {
            judge(all(), prepared.known(), next.inOrder().get(p), next.tables()[p]);
        }
        judged = next;
    }

    private static void judge(List<Profile> profiles, int from, Policy policy, long[] table) {
        for (int number = from; number < profiles.size(); number++) {
            judge(profiles.get(number), number, policy, table);
        }
    }

    private static void judge(Profile profile, int number, Policy policy, long[] table) {
        System.arraycopy(Standing.of(profile, policy), 0, table, number * Standing.SLOTS, Standing.SLOTS);
    }

    private Judged grown(Judged before) {
        var tables = new long[before.tables().length][];
        for (int p = 0; p < tables.length; p++) {
            tables[p] = Arrays.copyOf(before.tables()[p], profiles.length * Standing.SLOTS);
        }
        return new Judged(before.policies(), before.inOrder(), tables, before.known());
    }

    long bytes() {
        return Arrays.stream(judged.tables())
                .mapToLong(t -> (long) t.length * Long.BYTES)
                .sum();
    }
}
