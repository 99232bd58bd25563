package org.trustedtrader.enrolment.application;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.trustedtrader.enrolment.company.Companies;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.calendar.BusinessCalendar;

/** Where an application stands: stage, days used and left, whose turn it is, what is missing. */
public final class ShowProgress {

    private static final CompanyFacts NO_FACTS = new CompanyFacts(Set.of(), false, false, false, false);

    private final MembershipApplications applications;
    private final Companies companies;
    private final ReviewReports reports;
    private final ProgressSettings settings;
    private final Clock clock;

    /** The settings that progress is measured by. */
    public record ProgressSettings(
            ServiceStandard standard, EligibilityThresholds thresholds, ReapplicationPolicy reapplication) {}

    public ShowProgress(
            MembershipApplications applications,
            Companies companies,
            ReviewReports reports,
            ProgressSettings settings,
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
        var rules = new EligibilityRules(application.declarations(), facts, settings.thresholds(), today);
        return new Progress(
                application.state(),
                settings.standard(),
                settings.standard().read(timeline, now),
                timeline.acceptedAt() == null ? List.of() : timeline.pauses(),
                Turn.of(application, about.concerning(application.company())),
                timeline.replyDueAt(),
                application.denials().latest(),
                application.reapplication(),
                settings.reapplication().source(),
                Progress.missing(application, rules, about));
    }
}
