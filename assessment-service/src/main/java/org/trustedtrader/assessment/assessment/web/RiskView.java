package org.trustedtrader.assessment.assessment.web;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.trustedtrader.assessment.criteria.Level;
import org.trustedtrader.assessment.risk.Band;
import org.trustedtrader.assessment.risk.Failure;
import org.trustedtrader.assessment.risk.Leg;
import org.trustedtrader.assessment.risk.RiskAssessment;
import org.trustedtrader.assessment.risk.RiskInputs;
import org.trustedtrader.assessment.risk.RiskRating.LegRating;
import org.trustedtrader.assessment.risk.RiskRating.Rule;
import org.trustedtrader.assessment.risk.TransportMode;

/**
 * A rating with everything that led to it. A leg's score is threat × vulnerability, each 1 to 3.
 *
 * @param provisional whether it was computed now and counts for nothing yet
 * @param decidedBy   the rule that had the last word
 */
record RiskView(
        Band rating,
        boolean provisional,
        Rule decidedBy,
        String explanation,
        String model,
        String threatData,
        String catalogueVersion,
        Instant assessedAt,
        List<LegView> legs,
        List<String> failedMusts,
        List<String> failedShoulds) {

    record Part(int level, List<String> factors) {}

    record LegView(
            String id,
            String from,
            String to,
            TransportMode mode,
            boolean custodyChange,
            Part threat,
            Part vulnerability,
            int score,
            Band band) {}

    static RiskView of(RiskAssessment risk, boolean provisional) {
        RiskInputs inputs = risk.inputs();
        var ratings = risk.outcome().legs();
        return new RiskView(
                risk.outcome().rating(),
                provisional,
                risk.outcome().decidedBy(),
                risk.outcome().explanation(),
                inputs.model(),
                inputs.threatData(),
                inputs.catalogueVersion(),
                risk.assessedAt(),
                IntStream.range(0, ratings.size())
                        .mapToObj(i -> leg(inputs.legs().get(i).leg(), ratings.get(i)))
                        .toList(),
                failed(inputs, Level.MUST),
                failed(inputs, Level.SHOULD));
    }

    private static LegView leg(Leg leg, LegRating rating) {
        return new LegView(
                leg.id(),
                leg.from().name() + " (" + leg.from().code() + ")",
                leg.to().name() + " (" + leg.to().code() + ")",
                leg.mode(),
                leg.custodyChange(),
                new Part(rating.threat(), rating.threatFactors()),
                new Part(rating.vulnerability(), rating.vulnerabilityFactors()),
                rating.score(),
                rating.band());
    }

    private static List<String> failed(RiskInputs inputs, Level level) {
        return inputs.failures().stream()
                .filter(failure -> failure.level() == level)
                .map(Failure::criterion)
                .toList();
    }
}
