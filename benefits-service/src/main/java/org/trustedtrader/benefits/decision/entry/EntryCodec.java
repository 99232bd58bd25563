package org.trustedtrader.benefits.decision.entry;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.benefits.decision.JournalEntry;
import org.trustedtrader.benefits.decision.PendingDecision;
import org.trustedtrader.border.crossing.Crossing;
import org.trustedtrader.border.crossing.CrossingAnswer;
import org.trustedtrader.border.eligibility.Answer;
import org.trustedtrader.border.eligibility.Moment;
import org.trustedtrader.border.eligibility.Question;

/**
 * Entries as bytes: a version of the form, the kind, who asked and when, question and answer. Form 2 says of a question about
 * earlier knowledge which; every other is written in form 1. Reasons, benefits and the like
 * are written by their order, which a test holds still: what was journalled must never change its meaning.
 */
public final class EntryCodec {

    private static final int FORM = 1;
    private static final int WITH_KNOWN_AT = 2;

    private EntryCodec() {}

    static void write(EntryOutput out, PendingDecision decision) {
        switch (decision.question()) {
            case Question question ->
                EligibilityCodec.write(
                        out, decision.askedBy(), decision.moment(), question, (Answer) decision.answer());
            case Crossing crossing -> {
                CrossingCodec.write(
                        out, decision.askedBy(), decision.moment(), crossing, (CrossingAnswer) decision.answer());
                ExaminationCodec.write(out, decision.draw());
            }
            default ->
                throw new IllegalArgumentException(decision.question().getClass() + " has no form in the journal.");
        }
    }

    static void begin(EntryOutput out, int kind, String askedBy, Moment moment, @Nullable Instant knownAt) {
        out.octet(knownAt == null ? FORM : WITH_KNOWN_AT);
        out.octet(kind);
        out.text(askedBy);
        out.instant(moment.askedAt());
        out.duration(moment.statusAge());
        out.duration(moment.lease());
        if (knownAt != null) {
            out.instant(knownAt);
        }
    }

    /** @param id the entry's, which is not among its bytes */
    public static JournalEntry read(String id, byte[] bytes) {
        var in = new EntryInput(bytes);
        int form = in.octet();
        if (form != FORM && form != WITH_KNOWN_AT) {
            throw new IllegalStateException("An entry of form " + form + " cannot be read; this program knows " + FORM
                    + " and " + WITH_KNOWN_AT);
        }
        int kind = in.octet();
        var askedBy = in.text();
        var moment = new Moment(in.instant(), in.duration(), in.duration());
        var knownAt = form == WITH_KNOWN_AT ? in.instant() : null;
        return switch (kind) {
            case EligibilityCodec.NUMBER -> {
                var pair = EligibilityCodec.read(in, moment, knownAt);
                yield new JournalEntry(
                        id, EligibilityCodec.NAME, askedBy, moment, pair.question(), pair.answer(), null);
            }
            case CrossingCodec.NUMBER -> {
                var pair = CrossingCodec.read(in, moment, knownAt);
                yield new JournalEntry(
                        id,
                        CrossingCodec.NAME,
                        askedBy,
                        moment,
                        pair.crossing(),
                        pair.answer(),
                        ExaminationCodec.read(in));
            }
            case PartnerCodec.NUMBER -> {
                var pair = PartnerCodec.read(in, moment);
                yield new JournalEntry(id, PartnerCodec.NAME, askedBy, moment, pair.question(), pair.answer(), null);
            }
            default -> throw new IllegalStateException("An entry of kind " + kind + " is not known here.");
        };
    }

    /** Whether these bytes are about a crossing, which alone may be examined. */
    public static boolean isCrossing(byte[] bytes) {
        return bytes.length > 1 && bytes[1] == CrossingCodec.NUMBER;
    }
}
