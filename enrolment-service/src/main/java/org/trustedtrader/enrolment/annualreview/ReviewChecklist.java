package org.trustedtrader.enrolment.annualreview;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.enrolment.annualreview.AnnualReview.Affirmation;
import org.trustedtrader.enrolment.annualreview.AnnualReview.Confirmation;
import org.trustedtrader.enrolment.annualreview.AnnualReview.RecordList;
import org.trustedtrader.enrolment.annualreview.AnnualReview.Statement;
import org.trustedtrader.enrolment.annualreview.SecurityProfiles.Criterion;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;
import org.trustedtrader.platform.refusal.Refusal.Violation;

/**
 * What a review asks of the company, item by item, with what is still missing: the criteria of its security profile, and its
 * sites, contacts and partners.
 */
public record ReviewChecklist(List<Item> criteria, List<ListItem> lists) {

    /** What is missing about an item, in words for the company. */
    public enum Gap {
        NOT_ANSWERED("enrolment.review.not-answered"),
        NOT_AFFIRMED("enrolment.review.not-affirmed"),
        ANSWERED_SINCE("enrolment.review.answered-since"),
        EVIDENCE_EXPIRED("enrolment.review.evidence-expired"),
        EXEMPTION_OVER("enrolment.review.exemption-over"),
        NOT_CONFIRMED("enrolment.review.not-confirmed"),
        MOVED_SINCE("enrolment.review.moved-since");

        private final String key;

        Gap(String key) {
            this.key = key;
        }

        Message text() {
            return Message.of(key);
        }
    }

    /** @param statement null until the company has made one */
    public record Item(
            Criterion criterion,
            @Nullable Statement statement,
            @Nullable Gap gap) {}

    /**
     * @param recordVersion what a confirmation names
     * @param entries       how long the list is
     */
    public record ListItem(
            RecordList list,
            String recordVersion,
            int entries,
            @Nullable Gap gap) {}

    /** What the company's record holds now. */
    public record CompanyRecord(long version, int sites, int contacts) {}

    public static ReviewChecklist of(
            AnnualReview.Snapshot review, SecurityProfiles.Profile profile, CompanyRecord company) {
        var affirmed = review.affirmations().stream().collect(Collectors.toMap(Affirmation::key, Function.identity()));
        var criteria = profile.criteria().stream()
                .map(criterion -> item(criterion, affirmed.get(criterion.key())))
                .toList();
        var version = String.valueOf(company.version());
        var partners = profile.partners();
        return new ReviewChecklist(
                criteria,
                List.of(
                        list(review, RecordList.SITES, version, company.sites()),
                        list(review, RecordList.CONTACTS, version, company.contacts()),
                        list(
                                review,
                                RecordList.PARTNERS,
                                partners.version(),
                                partners.names().size())));
    }

    /** The version that a confirmation of that list has to name. */
    String recordVersion(RecordList list) {
        return lists.stream()
                .filter(one -> one.list() == list)
                .findFirst()
                .orElseThrow()
                .recordVersion();
    }

    /** @throws Refusal.RuleBroken {@code review-incomplete} with everything that is missing */
    void requireComplete() {
        var missing = new ArrayList<Violation>();
        criteria.forEach(item -> gap(item.criterion().key(), item.gap()).ifPresent(missing::add));
        lists.forEach(item -> gap(item.list().name(), item.gap()).ifPresent(missing::add));
        if (!missing.isEmpty()) {
            throw new Refusal.RuleBroken(
                    "review-incomplete", Message.counted("enrolment.review.incomplete", missing.size()), missing);
        }
    }

    private static Optional<Violation> gap(String field, @Nullable Gap gap) {
        return Optional.ofNullable(gap).map(found -> new Violation(field, found.text()));
    }

    private static Item item(Criterion criterion, @Nullable Affirmation affirmation) {
        return new Item(criterion, affirmation == null ? null : affirmation.statement(), gap(criterion, affirmation));
    }

    private static @Nullable Gap gap(Criterion criterion, @Nullable Affirmation affirmation) {
        if (affirmation == null || affirmation.statement() == Statement.AFFIRMED && !criterion.answered()) {
            return criterion.answered() ? Gap.NOT_AFFIRMED : Gap.NOT_ANSWERED;
        }
        if (affirmation.answerVersion() != criterion.answerVersion()) {
            return Gap.ANSWERED_SINCE;
        }
        if (affirmation.statement() == Statement.CHANGED) {
            return null;
        }
        if (criterion.exemptionOver()) {
            return Gap.EXEMPTION_OVER;
        }
        return criterion.evidenceMissing() ? Gap.EVIDENCE_EXPIRED : null;
    }

    private static ListItem list(AnnualReview.Snapshot review, RecordList list, String version, int entries) {
        var confirmed = review.confirmations().stream()
                .filter(one -> one.list() == list)
                .map(Confirmation::recordVersion)
                .findFirst();
        var gap = confirmed.isEmpty() ? Gap.NOT_CONFIRMED : confirmed.get().equals(version) ? null : Gap.MOVED_SINCE;
        return new ListItem(list, version, entries, gap);
    }
}
