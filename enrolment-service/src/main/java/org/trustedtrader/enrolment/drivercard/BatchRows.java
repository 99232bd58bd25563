package org.trustedtrader.enrolment.drivercard;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.enrolment.company.Companies;
import org.trustedtrader.enrolment.drivercard.DriverCardBatch.Card;
import org.trustedtrader.enrolment.drivercard.RegisterBatch.Row;
import org.trustedtrader.platform.identifier.IdentifierScheme;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;
import org.trustedtrader.platform.refusal.Refusal.Violation;

/** Reads the rows of a batch: all of them, or a refusal that names everything that is wrong, row by row. */
final class BatchRows {

    private final DriverCards cards;
    private final Companies companies;
    private final int most;
    private final Instant now;

    private final List<Violation> violations = new ArrayList<>();
    private final Map<String, Boolean> knownHolders = new HashMap<>();

    private BatchRows(DriverCards cards, Companies companies, int most, Instant now) {
        this.cards = cards;
        this.companies = companies;
        this.most = most;
        this.now = now;
    }

    static List<Card> read(List<Row> rows, DriverCards cards, Companies companies, int most, Instant now) {
        return new BatchRows(cards, companies, most, now).read(rows);
    }

    private List<Card> read(List<Row> rows) {
        if (rows.isEmpty() || rows.size() > most) {
            throw new Refusal.InvalidInput("rows", Message.of("enrolment.driver-card.rows", most));
        }
        List<Card> read = new ArrayList<>();
        Set<String> numbers = new HashSet<>();
        for (int i = 0; i < rows.size(); i++) {
            var card = card(rows.get(i), "rows[" + i + "]");
            if (card != null) {
                var number = card.terms().number();
                if (!numbers.add(number)) {
                    wrong("rows[" + i + "].number", Message.of("enrolment.driver-card.twice"));
                } else if (cards.find(number).isPresent()) {
                    wrong("rows[" + i + "].number", Message.of("enrolment.driver-card.registered-before"));
                }
                read.add(card);
            }
        }
        if (!violations.isEmpty()) {
            throw new Refusal.InvalidInput(violations);
        }
        return read;
    }

    /** Null if something is wrong with it. */
    private @Nullable Card card(Row row, String path) {
        int before = violations.size();
        var number = required(row.number(), path + ".number");
        var programme = programme(required(row.programme(), path + ".programme"), path);
        var from = day(required(row.validFrom(), path + ".validFrom"), path + ".validFrom");
        var until = day(required(row.validUntil(), path + ".validUntil"), path + ".validUntil");
        var holder = blank(row.holder()) ? null : holder(row.holder(), path);
        if (violations.size() > before || number == null || programme == null || from == null || until == null) {
            return null;
        }
        try {
            return Refusal.InvalidInput.inside(path, () -> {
                var terms = new DriverCard.Terms(number, programme, from, until);
                DriverCard.admit(terms, now);
                return new Card(terms, holder);
            });
        } catch (Refusal.InvalidInput e) {
            violations.addAll(e.violations());
            return null;
        }
    }

    private @Nullable String required(@Nullable String value, String field) {
        if (blank(value)) {
            wrong(field, Message.of("enrolment.driver-card.missing"));
            return null;
        }
        return value;
    }

    private DriverCard.@Nullable Programme programme(@Nullable String word, String path) {
        if (word == null) {
            return null;
        }
        var known = Stream.of(DriverCard.Programme.values())
                .filter(programme -> programme.name().equals(word))
                .findFirst();
        if (known.isEmpty()) {
            wrong(path + ".programme", Message.of("request.one-of", List.of(DriverCard.Programme.values())));
        }
        return known.orElse(null);
    }

    private @Nullable LocalDate day(@Nullable String written, String field) {
        try {
            return written == null ? null : LocalDate.parse(written);
        } catch (DateTimeException e) {
            wrong(field, Message.of("request.must-be", Message.of("json.type.date")));
            return null;
        }
    }

    private @Nullable String holder(String typed, String path) {
        try {
            var number = IdentifierScheme.BN9.parse(path + ".holder", typed);
            if (!knownHolders.computeIfAbsent(number, n -> companies.find(n).isPresent())) {
                wrong(path + ".holder", Message.of("enrolment.driver-card.holder"));
            }
            return number;
        } catch (Refusal.InvalidInput e) {
            violations.addAll(e.violations());
            return null;
        }
    }

    private void wrong(String field, Message message) {
        violations.add(new Violation(field, message));
    }

    private static boolean blank(@Nullable String value) {
        return value == null || value.isBlank();
    }
}
