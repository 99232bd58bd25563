package org.trustedtrader.enrolment.letter;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.aggregate.Repository;

/** All letters; none is ever removed. */
public interface Letters extends Repository<Letter> {

    /**
     * What a list is narrowed to; null for everything.
     *
     * @param subject such as {@code membership/4f…}
     */
    record Filter(
            @Nullable String company,
            @Nullable String subject,
            @Nullable LetterKind kind,
            @Nullable Boolean served) {}

    /** In order of number, after the given one. */
    List<Letter> page(Filter filter, Optional<String> after, int limit);

    /** The letter about that change. */
    Optional<Letter> about(Letter.Source source);

    /** Numbers of the letters that nobody has read and that count as served before that moment. */
    List<String> unreadUntil(Instant moment, int limit);

    /** A number that no letter has: {@code L-2026-000123}. One that is not used leaves a gap. */
    String nextNumber(int year);

    /** Since when letters are written, machine time: what was recorded before has none. */
    Instant since();
}
