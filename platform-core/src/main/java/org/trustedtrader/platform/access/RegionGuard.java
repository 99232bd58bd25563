package org.trustedtrader.platform.access;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Aggregate;
import org.trustedtrader.platform.refusal.Refusal;

/**
 * Keeps an officer to the files of companies of the officer's regions, and to those opened with a reason ("breaking the glass").
 * The stores of aggregates ask it whenever a record is loaded for an actor, see {@link Aggregate#fileOf()}; nothing else has to.
 */
public final class RegionGuard {

    private static final int BATCH = 200;

    private final Companies companies;
    private final Accesses accesses;

    public RegionGuard(Companies companies, Accesses accesses) {
        this.companies = companies;
        this.accesses = accesses;
    }

    /** For a service that keeps no file of a company. */
    public static RegionGuard ofNoFiles() {
        return new RegionGuard(
                company -> {
                    throw new IllegalStateException("This service does not know the regions of companies");
                },
                (officer, company) -> false);
    }

    /** Where companies belong. */
    @FunctionalInterface
    public interface Companies {

        /**
         * @return empty for a company without a site, or one that there is not
         * @throws Refusal.Unavailable if that cannot be known now
         */
        Optional<String> regionOf(String company);
    }

    /** Which files officers opened with a reason. */
    @FunctionalInterface
    public interface Accesses {

        /**
         * Whether that officer has an access to that company's file now.
         *
         * @throws Refusal.Unavailable if that cannot be known now
         */
        boolean isOpen(String officer, String company);
    }

    /** @throws Refusal.OtherRegion unless the company's file is open to the actor */
    public void require(Actor actor, String company) {
        var scope = RegionScope.of(actor);
        if (scope.isUnlimited()) {
            return;
        }
        var region = companies.regionOf(company);
        if (!scope.covers(region) && !accesses.isOpen(actor.id(), company)) {
            throw scope.refusal(region);
        }
    }

    /** The same for a record, of whatever file or of none. */
    public void require(Actor actor, Aggregate record) {
        record.fileOf().ifPresent(company -> require(actor, company));
    }

    /** A part of a list in order of id. */
    @FunctionalInterface
    public interface Source<A extends Aggregate> {
        List<A> page(Optional<String> after, int limit);
    }

    /**
     * A part of a list with those records only whose files are open to the actor.
     *
     * @param region of the companies whose records are wanted; null for all
     * @param source what the list would hold without regions
     */
    public <A extends Aggregate> List<A> page(
            Actor actor, @Nullable String region, Optional<String> after, int limit, Source<A> source) {
        var scope = RegionScope.of(actor);
        if (scope.isUnlimited() && region == null) {
            return source.page(after, limit);
        }
        var wanted = Optional.ofNullable(region).map(typed -> RegionScope.parse("region", typed));
        Map<String, Boolean> open = new HashMap<>();
        List<A> found = new ArrayList<>();
        var from = after;
        while (true) {
            var batch = source.page(from, BATCH);
            for (var record : batch) {
                var company = record.fileOf();
                if (company.isEmpty() || open.computeIfAbsent(company.get(), c -> isListed(actor, scope, wanted, c))) {
                    found.add(record);
                }
                if (found.size() == limit) {
                    return found;
                }
            }
            if (batch.size() < BATCH) {
                return found;
            }
            from = Optional.of(batch.getLast().id());
        }
    }

    private boolean isListed(Actor actor, RegionScope scope, Optional<String> wanted, String company) {
        var region = companies.regionOf(company);
        var asked = wanted.isEmpty()
                || region.filter(code -> RegionScope.isWithin(code, Set.of(wanted.get())))
                        .isPresent();
        return asked && (scope.covers(region) || accesses.isOpen(actor.id(), company));
    }
}
