package org.trustedtrader.enrolment.company.mongo;

import java.time.LocalTime;
import java.time.ZoneId;
import org.bson.Document;
import org.trustedtrader.enrolment.company.Address;
import org.trustedtrader.enrolment.company.Coordinates;
import org.trustedtrader.enrolment.company.OpeningHours;
import org.trustedtrader.enrolment.company.Site;
import org.trustedtrader.enrolment.company.SiteFunction;
import org.trustedtrader.enrolment.mongo.Fields;

/** Sites inside a company's document. */
final class SiteDocuments {

    private SiteDocuments() {}

    static Document write(Site site) {
        return Fields.empty()
                .put("id", site.id())
                .put("name", site.name())
                .putEnums("functions", site.functions())
                .put("address", address(site.address()))
                .put("latitude", site.coordinates().latitude())
                .put("longitude", site.coordinates().longitude())
                .put("opens", site.hours().opens().toString())
                .put("closes", site.hours().closes().toString())
                .put("timeZone", site.hours().timeZone().getId())
                .put("headcount", site.headcount())
                .document();
    }

    static Site read(Fields site) {
        var address = site.part("address");
        return new Site(
                site.text("id"),
                site.text("name"),
                site.constants("functions", SiteFunction.class),
                new Address(
                        address.text("street"),
                        address.text("city"),
                        address.text("region"),
                        address.text("postalCode"),
                        address.text("country")),
                new Coordinates(
                        site.document().getDouble("latitude"), site.document().getDouble("longitude")),
                new OpeningHours(
                        LocalTime.parse(site.text("opens")),
                        LocalTime.parse(site.text("closes")),
                        ZoneId.of(site.text("timeZone"))),
                site.number("headcount"));
    }

    private static Document address(Address address) {
        return Fields.empty()
                .put("street", address.street())
                .put("city", address.city())
                .put("region", address.region())
                .put("postalCode", address.postalCode())
                .put("country", address.country())
                .document();
    }
}
