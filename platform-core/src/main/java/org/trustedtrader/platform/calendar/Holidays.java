package org.trustedtrader.platform.calendar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.trustedtrader.platform.message.Message;

/**
 * The public holidays of Canada, its provinces and territories, and of the United States, derived for any year from the
 * rules in {@code holidays.csv}. Days are days of the place that the holiday belongs to.
 */
public final class Holidays {

    private static final String SHIPPED = "holidays.csv";
    private static final String HEADER = "jurisdiction;name;rule;observed;from;until;source";
    private static final int COLUMNS = 7;

    private static final int FIRST_CACHED_YEAR = 2000;
    private static final int LAST_CACHED_YEAR = 2100;

    private final List<Holiday> all;
    private final Set<Jurisdiction> jurisdictions;
    private final Map<JurisdictionYear, Map<LocalDate, Message>> cache = new ConcurrentHashMap<>();

    private Holidays(List<Holiday> all) {
        this.all = List.copyOf(all);
        this.jurisdictions = all.stream().map(Holiday::jurisdiction).collect(Collectors.toUnmodifiableSet());
    }

    private record JurisdictionYear(Jurisdiction jurisdiction, int year) {}

    /** The holidays that are shipped with the platform. */
    public static Holidays shipped() {
        try (var content = Objects.requireNonNull(Holidays.class.getResourceAsStream(SHIPPED))) {
            return parse(new String(content.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads rows of {@code jurisdiction;name;rule;observed;from;until;source}; lines that begin with # are
     * comments, an empty {@code until} means for ever.
     *
     * @throws IllegalArgumentException naming the line that cannot be read
     */
    static Holidays parse(String csv) {
        var lines = csv.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        if (lines.isEmpty() || !lines.getFirst().equals(HEADER)) {
            throw new IllegalArgumentException("The holidays must begin with " + HEADER);
        }
        return new Holidays(lines.stream().skip(1).map(Holidays::row).toList());
    }

    private static Holiday row(String line) {
        var cells = line.split(";", -1);
        if (cells.length != COLUMNS) {
            throw new IllegalArgumentException("Not " + COLUMNS + " columns: " + line);
        }
        try {
            var place = cells[0].split("-", 2);
            return new Holiday(
                    new Jurisdiction(place[0], place.length > 1 ? place[1] : ""),
                    cells[1],
                    HolidayRule.parse(cells[2]),
                    Holiday.Observance.valueOf(cells[3]),
                    LocalDate.parse(cells[4]),
                    cells[5].isEmpty() ? LocalDate.MAX : LocalDate.parse(cells[5]),
                    cells[6]);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("Not a holiday: " + line, e);
        }
    }

    /** The name of the holiday on that day in that place, the country's own or the region's; empty if there is none. */
    public Optional<Message> on(LocalDate day, Jurisdiction jurisdiction) {
        return Optional.ofNullable(ofYear(day.getYear(), jurisdiction).get(day));
    }

    /** All holidays of a year there, those of the country included. */
    public Map<LocalDate, Message> of(int year, Jurisdiction jurisdiction) {
        return new TreeMap<>(ofYear(year, jurisdiction));
    }

    /** Only what the data names is cached: regions and years that somebody typed must not fill the memory. */
    private Map<LocalDate, Message> ofYear(int year, Jurisdiction jurisdiction) {
        var known = jurisdictions.contains(jurisdiction) ? jurisdiction : new Jurisdiction(jurisdiction.country(), "");
        var key = new JurisdictionYear(known, year);
        boolean cached = jurisdictions.contains(known) && year >= FIRST_CACHED_YEAR && year <= LAST_CACHED_YEAR;
        return cached ? cache.computeIfAbsent(key, this::derive) : derive(key);
    }

    /** Of the years around it too, since a holiday may be observed in another year than its own. */
    private Map<LocalDate, Message> derive(JurisdictionYear key) {
        var days = new HashMap<LocalDate, Message>();
        for (int year = key.year() - 1; year <= key.year() + 1; year++) {
            days.putAll(withObserved(year, key.jurisdiction()));
        }
        days.keySet().removeIf(day -> day.getYear() != key.year());
        return Map.copyOf(days);
    }

    private record Occurrence(Holiday holiday, LocalDate day) {}

    private Map<LocalDate, Message> withObserved(int year, Jurisdiction jurisdiction) {
        var occurrences = all.stream()
                .filter(holiday -> jurisdiction.isWithin(holiday.jurisdiction()))
                .flatMap(holiday -> holiday.in(year).stream().map(day -> new Occurrence(holiday, day)))
                .sorted(Comparator.comparing(Occurrence::day))
                .toList();
        var days = new HashMap<LocalDate, Message>();
        occurrences.forEach(o -> days.putIfAbsent(o.day(), o.holiday().text()));
        for (var o : occurrences) {
            o.holiday()
                    .observed(o.day(), new HashSet<>(days.keySet()))
                    .ifPresent(day -> days.putIfAbsent(
                            day, Message.of("calendar.observed", o.holiday().text())));
        }
        return days;
    }
}
