package org.trustedtrader.assessment.messaging;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.assessment.risk.Place;

/** What is read of a company's event: its sites. */
@JsonIgnoreProperties(ignoreUnknown = true)
record CompanyAnnounced(@Nullable List<Site> sites) {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Site(String id, String name, Address address) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Address(@Nullable String region, String country) {}

    List<Place> places() {
        return sites == null
                ? List.of()
                : sites.stream().map(CompanyAnnounced::place).toList();
    }

    private static Place place(Site site) {
        return new Place(
                Optional.of(site.id()),
                site.name(),
                site.address().country(),
                Optional.ofNullable(site.address().region()).filter(region -> region.matches("[A-Z0-9]{1,3}")));
    }
}
