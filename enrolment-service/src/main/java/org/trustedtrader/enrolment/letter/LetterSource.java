package org.trustedtrader.enrolment.letter;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.aggregate.HistoryEntry;

/** What the records of one kind say in letters about their changes. */
public interface LetterSource {

    /** The kind, as in event subjects. */
    String aggregate();

    /** The newest part of the history, which holds every change that may lack its letter; oldest first. */
    List<HistoryEntry> recentHistory(String id);

    /** The company that a record concerns; empty if there is no such record, or none that a company may know of. */
    Optional<String> company(String id);

    /** What the letter about that change says beyond the words that its kind always says. */
    Particulars particulars(String id, LetterKind kind, HistoryEntry change, Wording words);

    /**
     * @param facts  the first one names what the letter is about
     * @param reason as the company is told, never an internal note; empty where the facts say it
     * @param remedy what can be done as the record stands now
     * @param day    see {@link LetterContent.RemedyText}
     */
    record Particulars(
            List<LetterContent.Fact> facts,
            String reason,
            Remedy remedy,
            @Nullable LocalDate day) {

        /** A remedy whose last day is not known any more is overtaken by what happened since. */
        public Particulars {
            facts = List.copyOf(facts);
            if (remedy.day() == Remedy.Day.LAST && day == null) {
                remedy = Remedy.OVERTAKEN;
            }
        }

        static Particulars of(List<LetterContent.Fact> facts, String reason, LetterKind kind) {
            return new Particulars(facts, reason, kind.remedy(), null);
        }
    }
}
