package org.trustedtrader.border.client;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.trustedtrader.border.eligibility.Question;
import org.trustedtrader.border.policy.Benefit;
import org.trustedtrader.border.recognition.Arrangement;
import org.trustedtrader.border.recognition.MemberFact;
import org.trustedtrader.border.recognition.MemberFact.Period;
import org.trustedtrader.border.recognition.MemberState;
import org.trustedtrader.border.recognition.Refresh;
import org.trustedtrader.border.test.TraderFixtures;

/** A partner and a member of its as tests speak of them. */
final class Partner {

    static final String CODE = "US-CTPAT";
    static final String TIN = "US1";
    static final Instant IN_FORCE = TraderFixtures.MONDAY.minus(Duration.ofHours(6));
    static final Arrangement ARRANGEMENT = new Arrangement(
            CODE,
            IN_FORCE.toEpochMilli(),
            Duration.ofHours(48),
            Map.of("IMPORTER", Set.of(Benefit.REDUCED_EXAMINATION)));

    private Partner() {}

    static MemberFact member(long version, Period... periods) {
        return new MemberFact(TIN, CODE, version, List.of(periods));
    }

    static Period is(MemberState state, long version, Instant from) {
        return new Period(version, from.toEpochMilli(), state, Set.of("IMPORTER"), Long.MAX_VALUE);
    }

    static List<Refresh> drew(Instant... lists) {
        return IntStream.range(0, lists.length)
                .mapToObj(i -> new Refresh(i + 1, lists[i].toEpochMilli()))
                .toList();
    }

    static Question asked(Instant at, String... tins) {
        return new Question(
                at,
                Benefit.REDUCED_EXAMINATION,
                Stream.of(tins).map(tin -> new Question.Item("TIN", tin)).toList());
    }
}
