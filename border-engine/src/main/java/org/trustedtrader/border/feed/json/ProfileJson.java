package org.trustedtrader.border.feed.json;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.border.eligibility.Profile;

/** A profile: facts, or two profiles of which one is stored and one received, or one before and one after a gap. */
record ProfileJson(
        @Nullable FactsJson facts,
        @Nullable ProfileJson stored,
        @Nullable ProfileJson heard,
        @Nullable ProfileJson before,
        @Nullable ProfileJson after) {

    record FactsJson(List<String> programmes, List<MemberJson> memberships, boolean notUnderstood) {}

    /** The profiles of one batch, each written once. */
    static final class Dictionary {

        private final Map<Profile, Integer> index = new HashMap<>();
        private final List<ProfileJson> all = new ArrayList<>();

        int of(Profile profile) {
            return index.computeIfAbsent(profile, p -> {
                all.add(ProfileJson.of(p));
                return all.size() - 1;
            });
        }

        List<ProfileJson> all() {
            return all;
        }
    }

    static ProfileJson of(Profile profile) {
        return switch (profile) {
            case Profile.Facts facts ->
                new ProfileJson(
                        new FactsJson(
                                facts.programmes().stream().sorted().toList(),
                                facts.memberships().stream().map(MemberJson::of).toList(),
                                facts.notUnderstood()),
                        null,
                        null,
                        null,
                        null);
            case Profile.Restricted both -> new ProfileJson(null, of(both.stored()), of(both.received()), null, null);
            case Profile.Gap gap -> new ProfileJson(null, null, null, of(gap.before()), of(gap.after()));
        };
    }

    Profile profile() {
        if (facts != null) {
            return new Profile.Facts(
                    Set.copyOf(facts.programmes()),
                    facts.memberships().stream().map(MemberJson::member).toList(),
                    facts.notUnderstood());
        }
        if (stored != null && heard != null) {
            return new Profile.Restricted(stored.profile(), heard.profile());
        }
        if (before != null && after != null) {
            return new Profile.Gap(before.profile(), after.profile());
        }
        throw new IllegalArgumentException("A profile says nothing.");
    }
}
