package org.trustedtrader.enrolment.company;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.trustedtrader.platform.aggregate.FieldChange;
import org.trustedtrader.platform.identifier.CarrierCode;

/**
 * What differs between two states of a company's record, for its history. Contacts are persons: that they changed is shown,
 * their values are not.
 */
final class CompanyChanges {

    private final List<FieldChange> changes = new ArrayList<>();

    private CompanyChanges() {}

    /** Those first that change what the programme granted, those of single sites last. */
    static List<FieldChange> between(CompanyDetails before, CompanyDetails after) {
        var found = new CompanyChanges();
        found.compare("legalName", before.legalName(), after.legalName());
        found.compare("linesOfBusiness", names(before.linesOfBusiness()), names(after.linesOfBusiness()));
        found.compare("carrierCode", code(before), code(after));
        found.compareEach("programmeAccounts", accounts(before), accounts(after));
        found.compare(
                "officialLanguage", before.language().code(), after.language().code());
        if (!before.contacts().equals(after.contacts())) {
            found.changes.add(new FieldChange("contacts", "", ""));
        }
        found.compareSites(sites(before), sites(after));
        return found.changes;
    }

    private void compareSites(Map<String, Site> before, Map<String, Site> after) {
        before.values().stream()
                .filter(site -> !after.containsKey(site.id()))
                .forEach(site -> changes.add(new FieldChange(field(site), describe(site), "")));
        after.values().stream()
                .filter(site -> !before.containsKey(site.id()))
                .forEach(site -> changes.add(new FieldChange(field(site), "", describe(site))));
        after.values().stream()
                .filter(site -> before.containsKey(site.id()))
                .forEach(site -> compare(Objects.requireNonNull(before.get(site.id())), site));
    }

    private void compare(Site before, Site after) {
        compareSite(before, after, "place", site -> place(site.address()));
        compareSite(before, after, "functions", site -> names(site.functions()));
        compareSite(before, after, "name", Site::name);
        compareSite(
                before,
                after,
                "address",
                site -> site.address().street() + ", " + site.address().postalCode());
        compareSite(
                before,
                after,
                "coordinates",
                site -> site.coordinates().latitude() + ", "
                        + site.coordinates().longitude());
        compareSite(
                before,
                after,
                "hours",
                site -> site.hours().opens() + "–" + site.hours().closesAt() + " "
                        + site.hours().timeZone());
        compareSite(before, after, "headcount", site -> String.valueOf(site.headcount()));
    }

    private void compareSite(Site before, Site after, String part, Function<Site, String> value) {
        compare(field(after) + "." + part, value.apply(before), value.apply(after));
    }

    private void compareEach(String field, List<String> before, List<String> after) {
        before.stream()
                .filter(value -> !after.contains(value))
                .forEach(value -> changes.add(new FieldChange(field, value, "")));
        after.stream()
                .filter(value -> !before.contains(value))
                .forEach(value -> changes.add(new FieldChange(field, "", value)));
    }

    private void compare(String field, String before, String after) {
        if (!before.equals(after)) {
            changes.add(new FieldChange(field, before, after));
        }
    }

    private static Map<String, Site> sites(CompanyDetails details) {
        return details.sites().stream()
                .collect(Collectors.toMap(
                        Site::id, Function.identity(), (one, other) -> one, LinkedHashMap<String, Site>::new));
    }

    private static List<String> accounts(CompanyDetails details) {
        return details.programmeAccounts().stream()
                .map(account -> account.programme() + " " + account.number())
                .toList();
    }

    private static String code(CompanyDetails details) {
        return details.carrierCode().map(CarrierCode::code).orElse("");
    }

    private static String names(Set<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).collect(Collectors.joining(", "));
    }

    private static String field(Site site) {
        return "sites[" + site.id() + "]";
    }

    private static String describe(Site site) {
        return site.name() + ", " + site.address().street() + ", " + place(site.address());
    }

    private static String place(Address address) {
        return address.city() + ", " + address.region() + ", " + address.country();
    }
}
