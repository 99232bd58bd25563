package org.trustedtrader.enrolment.application;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.trustedtrader.enrolment.company.Companies;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.calendar.BusinessCalendar;

/** Where an application stands: stage, days used and left, whose turn it is, what is missing. */
public final class ShowProgress {

    private static final CompanyFacts NO_FACTS = new CompanyFacts(Set.of(), false, false, false, false);

    private final MembershipApplications applications;
    private final Companies companies;
    private final ReviewReports reports;
    private final Function<Instant, ProgressSettings> settings;
    private final Clock clock;

    /** What policy says that progress is measured by; the standard of an accepted application is that of its acceptance. */
    public record ProgressSettings(
            ServiceStandard standard, EligibilityThresholds thresholds, ReapplicationPolicy reapplication) {}

    /** @param settings the policy in force at a time */
    public ShowProgress(
            MembershipApplications applications,
            Companies companies,
            ReviewReports reports,
            Function<Instant, ProgressSettings> settings,
            Clock clock) {
        this.applications = applications;
        this.companies = companies;
        this.reports = reports;
        this.settings = settings;
        this.clock = clock;
    }

    public Progress of(String id, Actor actor) {
        var application = applications.visible(id, actor).snapshot();
        var facts = companies.find(application.company()).map(CompanyFacts::of).orElse(NO_FACTS);
        var timeline = application.timeline();
        var about = reports.about(id);
        var now = clock.instant();
        var today = BusinessCalendar.shipped().dayOf(now);
        var present = settings.apply(now);
        var accepted = timeline.acceptedAt() == null ? present : settings.apply(timeline.acceptedAt());
        var rules = new EligibilityRules(application.declarations(), facts, present.thresholds(), today);
        return new Progress(
                application.state(),
                accepted.standard(),
                accepted.standard().read(timeline, now),
                timeline.acceptedAt() == null ? List.of() : timeline.pauses(),
                Turn.of(application, about.concerning(application.company())),
                timeline.replyDueAt(),
                application.denials().latest(),
                application.reapplication(),
                present.reapplication().source(),
                Progress.missing(application, rules, about));
    }
}
