package org.trustedtrader.benefits.recognition;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.border.recognition.MemberState;
import org.trustedtrader.border.trader.Scheme;
import org.trustedtrader.platform.identifier.IdentifierScheme;

/** Reads one row by itself: either it makes sense, or everything is said that is wrong with it. */
final class RowValidator {

    /** Marks between the parts of a number, and characters that nobody sees. */
    private static final Pattern SEPARATORS = Pattern.compile("[./_:\\p{Cf}\\p{Cc}]");

    private static final int LONGEST_TIN = 64;
    private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2999, 12, 31);
    private static final Set<String> STATUSES = Set.of("ACTIVE", "SUSPENDED", "REVOKED");

    private final Partner partner;
    private final LocalDate tomorrow;

    /** @param today in UTC; somewhere it is a day later already */
    RowValidator(Partner partner, LocalDate today) {
        this.partner = partner;
        this.tomorrow = today.plusDays(1);
    }

    /** @return null if the row does not make sense; everything that is wrong was handed out then */
    @Nullable
    MemberRow read(RawRow row, Consumer<RowError> errors) {
        List<RowError> found = new ArrayList<>(0);
        if (row.fault() != null) {
            found.add(RowError.ofWhole(row, row.fault()));
        } else {
            checkTexts(row, found);
            checkWords(row, found);
        }
        var dates = row.fault() == null ? dates(row, found) : null;
        if (!found.isEmpty() || dates == null) {
            found.forEach(errors);
            return null;
        }
        var details = new MemberDetails(
                row.value(Column.NAME),
                row.value(Column.ADDRESS),
                row.value(Column.COUNTRY),
                row.value(Column.PROGRAMME),
                roles(row),
                dates.status,
                dates.authorisation,
                dates.end);
        return new MemberRow(
                row.number(), row.value(Column.TIN), MemberState.valueOf(row.value(Column.STATUS)), details);
    }

    /**
     * The TINs that the row may name, whatever else is wrong with it: the one in its column, however it is written; all that
     * stand anywhere in it, if it could not be taken apart or has none there. A member that a row names is not absent from the list.
     */
    Set<String> namedTins(RawRow row) {
        var inColumn = tin(row.value(Column.TIN));
        if (inColumn.isPresent() && row.fault() == null) {
            return Set.of(inColumn.get());
        }
        return Stream.concat(inColumn.stream(), row.texts().stream().flatMap(text -> tin(text).stream()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private Optional<String> tin(String text) {
        return text.length() > LONGEST_TIN
                ? Optional.empty()
                : IdentifierScheme.TIN
                        .normalized(SEPARATORS.matcher(text).replaceAll(""))
                        .filter(tin -> partner.countries().contains(tin.substring(0, 2)));
    }

    private static void checkTexts(RawRow row, List<RowError> found) {
        for (var column : Column.values()) {
            var value = row.value(column);
            if (column.required() && value.isBlank()) {
                found.add(RowError.of(row, column, RowCode.MISSING));
            } else if (column != Column.TIN && value.length() > column.longest()) {
                found.add(RowError.of(row, column, RowCode.TOO_LONG));
            } else if (value.chars().anyMatch(RowValidator::isNoText)) {
                found.add(RowError.of(row, column, RowCode.NOT_TEXT));
            }
        }
    }

    private static boolean isNoText(int character) {
        return Character.isISOControl(character) && character != '\n' && character != '\r' && character != '\t';
    }

    private void checkWords(RawRow row, List<RowError> found) {
        var tin = row.value(Column.TIN);
        require(Scheme.TIN.admits(tin), row, Column.TIN, RowCode.TIN_MALFORMED, found);
        if (Scheme.TIN.admits(tin)) {
            var prefix = tin.substring(0, 2);
            require(partner.countries().contains(prefix), row, Column.TIN, RowCode.COUNTRY_NOT_OF_PARTNER, found);
            require(row.value(Column.COUNTRY).equals(prefix), row, Column.COUNTRY, RowCode.COUNTRY_DIFFERS, found);
        }
        require(
                row.value(Column.PROGRAMME).equals(partner.programme()),
                row,
                Column.PROGRAMME,
                RowCode.PROGRAMME_UNKNOWN,
                found);
        require(LinesOfBusiness.KNOWN.containsAll(roles(row)), row, Column.ROLE, RowCode.ROLE_UNKNOWN, found);
        require(STATUSES.contains(row.value(Column.STATUS)), row, Column.STATUS, RowCode.STATUS_UNKNOWN, found);
    }

    /** Says nothing of what is missing: that is said already. */
    private static void require(boolean met, RawRow row, Column column, RowCode code, List<RowError> found) {
        if (!met && !row.value(column).isBlank()) {
            found.add(RowError.of(row, column, code));
        }
    }

    private static Set<String> roles(RawRow row) {
        return Set.copyOf(List.of(row.value(Column.ROLE).split(";", -1)));
    }

    private record Dates(
            LocalDate status,
            LocalDate authorisation,
            @Nullable LocalDate end) {}

    private @Nullable Dates dates(RawRow row, List<RowError> found) {
        var status = date(row, Column.STATUS_DATE, found);
        var authorisation = date(row, Column.AUTHORISATION_DATE, found);
        var end = date(row, Column.END_DATE, found);
        if (status == null || authorisation == null) {
            return null;
        }
        if (status.isAfter(tomorrow) || status.isBefore(authorisation)) {
            found.add(RowError.of(row, Column.STATUS_DATE, RowCode.DATES_IMPOSSIBLE));
        }
        if (authorisation.isAfter(tomorrow) || authorisation.isBefore(EARLIEST)) {
            found.add(RowError.of(row, Column.AUTHORISATION_DATE, RowCode.DATES_IMPOSSIBLE));
        }
        if (end != null && (end.isBefore(authorisation) || end.isAfter(LATEST))) {
            found.add(RowError.of(row, Column.END_DATE, RowCode.DATES_IMPOSSIBLE));
        }
        return new Dates(status, authorisation, end);
    }

    private static @Nullable LocalDate date(RawRow row, Column column, List<RowError> found) {
        var text = row.value(column);
        if (text.isBlank() || text.length() > column.longest()) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            found.add(RowError.of(row, column, RowCode.DATE_MALFORMED));
            return null;
        }
    }
}
