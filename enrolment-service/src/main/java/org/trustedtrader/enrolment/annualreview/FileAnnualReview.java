package org.trustedtrader.enrolment.annualreview;

import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.trustedtrader.enrolment.annualreview.AnnualReview.CriterionStatement;
import org.trustedtrader.enrolment.annualreview.AnnualReview.RecordList;
import org.trustedtrader.enrolment.annualreview.ReviewChecklist.CompanyRecord;
import org.trustedtrader.enrolment.company.Companies;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/** The company works on its review, with its security profile and its record as they are at that moment. */
public final class FileAnnualReview {

    private final AnnualReviews reviews;
    private final SecurityProfiles profiles;
    private final Companies companies;
    private final Supplier<AnnualReviewRules> rules;
    private final Clock clock;

    public FileAnnualReview(
            AnnualReviews reviews,
            SecurityProfiles profiles,
            Companies companies,
            Supplier<AnnualReviewRules> rules,
            Clock clock) {
        this.reviews = reviews;
        this.profiles = profiles;
        this.companies = companies;
        this.rules = rules;
        this.clock = clock;
    }

    public AnnualReview affirm(String id, List<CriterionStatement> statements, Command command) {
        var profile = profile(reviews.visible(id, command.actor()));
        return reviews.change(id, command, r -> r.affirm(statements, profile, command.actor(), clock.instant()));
    }

    public AnnualReview confirm(String id, RecordList list, String recordVersion, Command command) {
        var profile = profile(reviews.visible(id, command.actor()));
        return reviews.change(id, command, r -> {
            var present = checklist(r, profile).recordVersion(list);
            r.confirm(list, recordVersion, present, command.actor(), clock.instant());
        });
    }

    public AnnualReview submit(String id, Command command) {
        var profile = profile(reviews.visible(id, command.actor()));
        return reviews.change(
                id, command, r -> r.submit(checklist(r, profile), rules.get(), command.actor(), clock.instant()));
    }

    /** @throws Refusal.Unavailable if the security profile cannot be read now */
    public ReviewChecklist checklist(AnnualReview review) {
        return checklist(review, profile(review));
    }

    private ReviewChecklist checklist(AnnualReview review, SecurityProfiles.Profile profile) {
        var company = companies
                .find(review.snapshot().subject().company())
                .orElseThrow(() -> new Refusal.RuleBroken(
                        "company-not-registered", Message.of("enrolment.application.register-first")));
        var details = company.details();
        var record = new CompanyRecord(
                company.version(), details.sites().size(), details.contacts().size());
        return ReviewChecklist.of(review.snapshot(), profile, record);
    }

    private SecurityProfiles.Profile profile(AnnualReview review) {
        return profiles.find(review.snapshot().subject().membershipId())
                .orElseThrow(() -> new Refusal.RuleBroken("no-profile", Message.of("enrolment.review.no-profile")));
    }
}
