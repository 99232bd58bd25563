package org.trustedtrader.validation.visit.mongo;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.EnumMap;
import java.util.Map;
import org.bson.Document;
import org.trustedtrader.validation.visit.OpeningHours;
import org.trustedtrader.validation.visit.OpeningHours.Span;
import org.trustedtrader.validation.visit.Schedule;
import org.trustedtrader.validation.visit.Site;
import org.trustedtrader.validation.visit.Slot;
import org.trustedtrader.validation.visit.VisitMode;

/** Where, how and when, as a document; times of day are {@code HH:mm} on the site's clock. */
final class ScheduleDocuments {

    private ScheduleDocuments() {}

    static Document write(Schedule schedule) {
        var document = new Document(
                        "slots",
                        schedule.slots().stream().map(ScheduleDocuments::write).toList())
                .append("reschedules", schedule.reschedules());
        var site = schedule.site();
        VisitMapping.put(document, "site", site == null ? null : write(site));
        VisitMapping.put(
                document,
                "mode",
                schedule.mode() == null ? null : schedule.mode().name());
        VisitMapping.put(document, "agreed", schedule.agreed());
        return document;
    }

    static Schedule read(Document document) {
        var site = document.get("site", Document.class);
        var mode = document.getString("mode");
        return new Schedule(
                site == null ? null : readSite(site),
                mode == null ? null : VisitMode.valueOf(mode),
                document.getList("slots", Document.class).stream()
                        .map(ScheduleDocuments::readSlot)
                        .toList(),
                document.getInteger("agreed"),
                document.getInteger("reschedules"));
    }

    private static Document write(Slot slot) {
        return new Document("officer", slot.officer())
                .append("startsAt", Date.from(slot.startsAt()))
                .append("hours", slot.hours());
    }

    private static Slot readSlot(Document slot) {
        return new Slot(slot.getString("officer"), slot.getDate("startsAt").toInstant(), slot.getInteger("hours"));
    }

    private static Document write(Site site) {
        var hours = new Document();
        site.hours().spans().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(day -> hours.append(
                        day.getKey().name(),
                        new Document("opens", day.getValue().opens().toString())
                                .append("closes", day.getValue().closes().toString())));
        return new Document("id", site.id())
                .append("name", site.name())
                .append("functions", site.functions())
                .append("street", site.street())
                .append("city", site.city())
                .append("region", site.region())
                .append("postalCode", site.postalCode())
                .append("country", site.country())
                .append("zone", site.zone().getId())
                .append("headcount", site.headcount())
                .append("hours", hours);
    }

    private static Site readSite(Document site) {
        var spans = new EnumMap<DayOfWeek, Span>(DayOfWeek.class);
        var hours = site.get("hours", Document.class);
        for (var day : hours.keySet()) {
            var span = hours.get(day, Document.class);
            spans.put(
                    DayOfWeek.valueOf(day),
                    new Span(LocalTime.parse(span.getString("opens")), LocalTime.parse(span.getString("closes"))));
        }
        return new Site(
                site.getString("id"),
                site.getString("name"),
                site.getList("functions", String.class),
                site.getString("street"),
                site.getString("city"),
                site.getString("region"),
                site.getString("postalCode"),
                site.getString("country"),
                ZoneId.of(site.getString("zone")),
                site.getInteger("headcount"),
                new OpeningHours(spans));
    }
}
