package org.trustedtrader.enrolment.letter;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.trustedtrader.enrolment.company.Companies;
import org.trustedtrader.enrolment.company.Company;
import org.trustedtrader.enrolment.company.CompanyDetails;
import org.trustedtrader.enrolment.company.OfficialLanguage;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.HistoryEntry;
import org.trustedtrader.platform.calendar.BusinessCalendar;
import org.trustedtrader.platform.calendar.Jurisdiction;

/**
 * Writes the letters that the history of a record calls for. It looks at the history, not at the event that came, so that an event
 * that is lost, late or delivered twice neither costs a letter nor makes a second one.
 */
public final class IssueLetters {

    private static final Actor PLATFORM = Actor.service("enrolment");

    private final Letters letters;
    private final Companies companies;
    private final Map<String, LetterSource> sources;
    private final Supplier<LetterRules> rules;
    private final Clock clock;

    public IssueLetters(
            Letters letters,
            Companies companies,
            List<LetterSource> sources,
            Supplier<LetterRules> rules,
            Clock clock) {
        this.letters = letters;
        this.companies = companies;
        this.sources =
                sources.stream().collect(Collectors.toUnmodifiableMap(LetterSource::aggregate, Function.identity()));
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * The periods of letters; settings.
     *
     * @param deemedServedDays days after which an unread letter counts as served, a legal period
     */
    public record LetterRules(int deemedServedDays) {

        public LetterRules {
            if (deemedServedDays < 1) {
                throw new IllegalArgumentException("a letter counts as served after 1 day at the earliest");
            }
        }
    }

    /** A record changed. The letters are written oldest first: where the newest one exists, all before it do. */
    public void follow(String aggregate, String id) {
        var source = Optional.ofNullable(sources.get(aggregate)).orElseThrow();
        var due = source.recentHistory(id).stream()
                .filter(change -> LetterKind.of(aggregate, change.name()).isPresent())
                .filter(change -> !change.recordedAt().isBefore(letters.since()))
                .toList();
        if (due.isEmpty() || isWritten(aggregate, id, due.getLast())) {
            return;
        }
        source.company(id)
                .ifPresent(company -> due.stream()
                        .filter(change -> !isWritten(aggregate, id, change))
                        .forEach(change -> issue(source, id, company, change)));
    }

    private boolean isWritten(String aggregate, String id, HistoryEntry change) {
        return letters.about(Letter.Source.of(aggregate, id, change.version())).isPresent();
    }

    private void issue(LetterSource source, String id, String company, HistoryEntry change) {
        var kind = LetterKind.of(source.aggregate(), change.name()).orElseThrow();
        var record = companies.find(company).map(Company::details);
        var language = record.map(CompanyDetails::language).orElse(OfficialLanguage.EN);
        var words = new Wording(language);
        var now = clock.instant();
        var content = content(
                kind,
                change,
                record.map(CompanyDetails::legalName).orElse(company),
                source.particulars(id, kind, change, words),
                words);
        var draft = new Letter.Draft(
                Letter.Source.of(source.aggregate(), id, change.version()),
                kind,
                company,
                language,
                content,
                BusinessCalendar.shipped().endOfLegalPeriod(now, rules.get().deemedServedDays(), Jurisdiction.CANADA));
        var number = letters.nextNumber(BusinessCalendar.shipped().dayOf(now).getYear());
        letters.createIfAbsent(Letter.issue(number, draft, PLATFORM, now));
    }

    private static LetterContent content(
            LetterKind kind,
            HistoryEntry change,
            String companyName,
            LetterSource.Particulars particulars,
            Wording words) {
        return new LetterContent(
                companyName,
                words.text(kind.key("title")),
                words.text(kind.key("text")),
                particulars.facts(),
                particulars.reason(),
                legalBasis(kind, change, words),
                remedy(particulars, words));
    }

    /** The platform's own changes name the programme's terms in English; an officer's basis stands as it was given. */
    private static String legalBasis(LetterKind kind, HistoryEntry change, Wording words) {
        var platform = change.actor().startsWith("service:");
        return change.legalBasis().isBlank() || platform || change.legalBasis().equals("Programme terms")
                ? words.text(kind.basis().key())
                : change.legalBasis();
    }

    private static LetterContent.RemedyText remedy(LetterSource.Particulars particulars, Wording words) {
        var remedy = particulars.remedy();
        var day = particulars.day();
        var text = switch (remedy.day()) {
            case NONE -> words.text(remedy.key());
            case LAST, FIRST ->
                day == null ? words.text(remedy.key() + "-now") : words.text(remedy.key(), words.day(day));
        };
        return new LetterContent.RemedyText(
                remedy, text, remedy.day() == Remedy.Day.NONE ? null : day, words.text(remedy.addresseeKey()));
    }
}
