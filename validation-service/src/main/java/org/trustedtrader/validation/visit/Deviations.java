package org.trustedtrader.validation.visit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.message.Message;

/**
 * What went otherwise than planned.
 *
 * @param siteRemoval null unless the site is not in the company's record any more
 */
public record Deviations(
        List<NoShow> noShows,
        List<TakeOver> takeOvers,
        @Nullable SiteRemoval siteRemoval) {

    static final Deviations NONE = new Deviations(List.of(), List.of(), null);

    public Deviations {
        noShows = List.copyOf(noShows);
        takeOvers = List.copyOf(takeOvers);
    }

    /** Who did not come to an agreed visit. */
    public enum Absent {
        COMPANY,
        PROGRAMME
    }

    /** An agreed visit that did not take place. */
    public record NoShow(Absent by, Instant at, String reason) {}

    /** Another officer goes on with a visit that has begun. */
    public record TakeOver(String officer, Instant at, String reason) {}

    /** The company took the site out of its record before the visit began. */
    public record SiteRemoval(String siteId, Instant since) {

        public Message text() {
            return Message.of("validation.site.removed", siteId, since);
        }
    }

    Deviations with(NoShow noShow) {
        return new Deviations(appended(noShows, noShow), takeOvers, siteRemoval);
    }

    Deviations with(TakeOver takeOver) {
        return new Deviations(noShows, appended(takeOvers, takeOver), siteRemoval);
    }

    Deviations with(@Nullable SiteRemoval removal) {
        return new Deviations(noShows, takeOvers, removal);
    }

    /** The last one. */
    public Optional<NoShow> noShow() {
        return noShows.isEmpty() ? Optional.empty() : Optional.of(noShows.getLast());
    }

    /** Who took the visit over last. */
    Optional<String> successor() {
        return takeOvers.isEmpty()
                ? Optional.empty()
                : Optional.of(takeOvers.getLast().officer());
    }

    private static <T> List<T> appended(List<T> all, T one) {
        var more = new ArrayList<>(all);
        more.add(one);
        return more;
    }
}
