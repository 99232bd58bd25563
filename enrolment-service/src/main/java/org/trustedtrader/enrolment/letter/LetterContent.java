package org.trustedtrader.enrolment.letter;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a letter says, in the company's language, word for word as it was issued: texts that change later change no letter.
 *
 * @param opening    what was decided or noticed, in a sentence or two
 * @param facts      what it rests on
 * @param reason     as the company is told; empty where the facts say it
 * @param legalBasis the provision or the programme's rule
 */
public record LetterContent(
        String companyName,
        String title,
        String opening,
        List<Fact> facts,
        String reason,
        String legalBasis,
        RemedyText remedy) {

    private static final int LONGEST_TEXT = 5_000;
    private static final int MOST_FACTS = 400;

    public LetterContent {
        facts = List.copyOf(facts.size() > MOST_FACTS ? facts.subList(0, MOST_FACTS) : facts);
        reason = shortened(reason);
    }

    /** One line of a letter: {@code Membership: PIP-1A2B3C4D}. */
    public record Fact(String label, String value) {

        public Fact {
            value = shortened(value);
        }
    }

    /**
     * What the company can do.
     *
     * @param text      a sentence or two, with the day
     * @param day       the last or the first day on which it can, programme zone; null if there is none
     * @param addressee to whom it turns
     */
    public record RemedyText(
            Remedy remedy, String text, @Nullable LocalDate day, String addressee) {}

    private static String shortened(String text) {
        return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) + "…" : text;
    }
}
