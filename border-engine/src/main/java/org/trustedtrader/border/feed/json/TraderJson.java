package org.trustedtrader.border.feed.json;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.border.eligibility.Profile;
import org.trustedtrader.border.eligibility.TraderState;
import org.trustedtrader.border.trader.Identifier;
import org.trustedtrader.border.trader.Scheme;

/** @param claims each as its scheme, a blank and its value */
record TraderJson(String bn9, List<String> claims, List<PieceJson> pieces, Map<String, Long> versions) {

    static final String KIND = "TRADER";

    /**
     * @param from    milliseconds since the epoch, null if it always was so
     * @param profile its place among the batch's profiles
     * @param held    null where all claims are held
     */
    record PieceJson(
            @Nullable Long from, int profile, @Nullable List<String> held) {}

    static TraderJson of(TraderState state, ProfileJson.Dictionary profiles) {
        var pieces = state.periods().stream()
                .map(piece -> new PieceJson(
                        piece.from() == Long.MIN_VALUE ? null : piece.from(),
                        profiles.of(piece.profile()),
                        piece.held().equals(state.claims()) ? null : written(piece.held())))
                .toList();
        return new TraderJson(state.bn9(), written(state.claims()), pieces, new TreeMap<>(state.versions()));
    }

    TraderState state(List<Profile> profiles) {
        if (!Scheme.BN9.admits(bn9)) {
            throw new IllegalArgumentException("A trader has no business number.");
        }
        var claimed = identifiers(claims);
        var read = pieces.stream()
                .map(piece -> new TraderState.Period(
                        piece.from() == null ? Long.MIN_VALUE : piece.from(),
                        profile(piece.profile(), profiles),
                        piece.held() == null ? claimed : identifiers(piece.held())))
                .toList();
        for (int i = 1; i < read.size(); i++) {
            if (read.get(i - 1).from() >= read.get(i).from()) {
                throw new IllegalArgumentException("The pieces of " + bn9 + " are out of order.");
            }
        }
        return new TraderState(bn9, read, claimed, versions);
    }

    private static Profile profile(int place, List<Profile> profiles) {
        if (place < 0 || place >= profiles.size()) {
            throw new IllegalArgumentException("There is no profile " + place + ".");
        }
        return profiles.get(place);
    }

    static List<String> written(Collection<Identifier> identifiers) {
        return identifiers.stream().map(Identifier::toString).sorted().toList();
    }

    static Set<Identifier> identifiers(List<String> written) {
        return written.stream().map(TraderJson::identifier).collect(Collectors.toUnmodifiableSet());
    }

    private static Identifier identifier(String written) {
        var blank = written.indexOf(' ');
        var scheme = blank < 0 ? null : Scheme.named(written.substring(0, blank));
        if (scheme == null) {
            throw new IllegalArgumentException("An identifier's scheme is not known.");
        }
        return new Identifier(scheme, written.substring(blank + 1));
    }
}
