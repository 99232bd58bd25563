package org.trustedtrader.platform.access;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/**
 * The regions for whose files an officer works: countries ({@code US}) and regions of one ({@code CA-ON}, ISO 3166-2), as the
 * token names them. Who holds a regional role and whose token names none works for no region. Officers of headquarters see the
 * whole country unless their token names regions. Whoever is no officer is not limited by regions, but by other rules.
 */
public final class RegionScope {

    private static final Pattern CODE = Pattern.compile("[A-Z]{2}(-[A-Z0-9]{1,3})?");

    private final boolean unlimited;
    private final boolean intake;
    private final Set<String> regions;

    private RegionScope(boolean unlimited, boolean intake, Set<String> regions) {
        this.unlimited = unlimited;
        this.intake = intake;
        this.regions = new TreeSet<>(regions);
    }

    public static RegionScope of(Actor actor) {
        var regional = Roles.REGIONAL.stream().anyMatch(actor::has);
        var unlimited = !Roles.isOfficer(actor) || !regional && actor.regions().isEmpty();
        var named = actor.regions().orElse(Set.of()).stream()
                .filter(code -> CODE.matcher(code).matches())
                .collect(Collectors.toSet());
        return new RegionScope(unlimited, actor.has(Roles.INTAKE_OFFICER), named);
    }

    /** Whether the file of every company is open to the actor. */
    public boolean isUnlimited() {
        return unlimited;
    }

    /**
     * Whether the actor works for the files of that region.
     *
     * @param region of the company; empty for one without a site, whose file every intake officer opens
     */
    public boolean covers(Optional<String> region) {
        return unlimited || region.map(code -> isWithin(code, regions)).orElse(intake);
    }

    /** Whether a region is one of these, or lies in a country among them. */
    static boolean isWithin(String region, Set<String> regions) {
        return regions.contains(region) || regions.contains(region.substring(0, 2));
    }

    /** Why the file is not open. */
    Refusal.OtherRegion refusal(Optional<String> region) {
        return new Refusal.OtherRegion(region.map(code -> regions.isEmpty()
                        ? Message.of("region.other.nowhere", code)
                        : Message.of("region.other", code, regions))
                .orElseGet(() -> Message.of("region.none")));
    }

    /** @throws Refusal.InvalidInput unless the text can be a country or a region of one */
    public static String parse(String field, String typed) {
        if (!CODE.matcher(typed).matches()) {
            throw new Refusal.InvalidInput(field, Message.of("region.unknown"));
        }
        return typed;
    }
}
