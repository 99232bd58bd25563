package org.trustedtrader.assessment.criteria;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.trustedtrader.platform.aggregate.SortedSets;
import org.trustedtrader.platform.message.Message;

/**
 * One thing that the programme asks for. The id is stable over all versions of the catalogue and says nothing by its
 * order; the revision grows when the meaning changes, so that an older answer has to be affirmed again.
 *
 * @param maxAgeDays for a date: how many days ago it may lie at most to meet the criterion
 * @param crosswalk  where another programme asks for the same: an article, or the name of its area
 * @param answeredAt whether the company, each line or each site answers it
 */
public record Criterion(
        String id,
        int revision,
        Category category,
        Level level,
        Set<LineOfBusiness> appliesTo,
        AnswerType answerType,
        OptionalInt maxAgeDays,
        LocalText text,
        LocalText guidance,
        EvidenceRequirement evidence,
        LocalDate effectiveFrom,
        Optional<LocalDate> effectiveTo,
        Map<Programme, String> crosswalk,
        Set<Threat> threats,
        AnswerLevel answeredAt) {

    private static final String ID = "[A-HJKMNP-Z2-9]{5}";

    public Criterion {
        if (!id.matches(ID)) {
            throw new IllegalArgumentException("the id must match " + ID);
        }
        if (revision < 1) {
            throw new IllegalArgumentException("the revision must be at least 1");
        }
        if (appliesTo.isEmpty() || threats.isEmpty()) {
            throw new IllegalArgumentException("it must apply to a line of business and mitigate a threat");
        }
        if (maxAgeDays.isPresent() && answerType != AnswerType.DATE) {
            throw new IllegalArgumentException("maxAgeDays has a meaning only for a DATE");
        }
        if (effectiveTo.filter(effectiveFrom::isAfter).isPresent()) {
            throw new IllegalArgumentException("it ends before it begins");
        }
        appliesTo = SortedSets.copyOf(appliesTo);
        threats = SortedSets.copyOf(threats);
        crosswalk = Map.copyOf(crosswalk);
    }

    /** The same criterion, answered elsewhere: its text has not changed, so that the answers to it stay valid. */
    public Criterion answeredAt(AnswerLevel level) {
        return new Criterion(
                id,
                revision,
                category,
                this.level,
                appliesTo,
                answerType,
                maxAgeDays,
                text,
                guidance,
                evidence,
                effectiveFrom,
                effectiveTo,
                crosswalk,
                threats,
                level);
    }

    public boolean isMust() {
        return level == Level.MUST;
    }

    public boolean inEffectOn(LocalDate day) {
        return !effectiveFrom.isAfter(day) && effectiveTo.filter(day::isAfter).isEmpty();
    }

    public boolean appliesToAny(Set<LineOfBusiness> lines) {
        return appliesTo.stream().anyMatch(lines::contains);
    }

    /** Why that value cannot be an answer at all, whatever it says; empty if it can. */
    public Optional<Message> faultIn(String value, LocalDate today) {
        return answerType.fault(value, today);
    }

    /** Why that answer, though well formed, does not meet the criterion; empty if it may. */
    public Optional<Message> shortfallOf(String value, LocalDate today) {
        if (isMust() && answerType == AnswerType.YES_NO && value.equals("NO")) {
            return Optional.of(Message.of("assessment.judgement.answered-no"));
        }
        if (maxAgeDays.isPresent() && ChronoUnit.DAYS.between(LocalDate.parse(value), today) > maxAgeDays.getAsInt()) {
            return Optional.of(Message.of("assessment.judgement.too-old", maxAgeDays.getAsInt()));
        }
        return Optional.empty();
    }
}
