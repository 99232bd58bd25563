package org.trustedtrader.enrolment.application;

import java.time.Clock;
import java.util.Set;
import org.trustedtrader.enrolment.company.Companies;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.calendar.BusinessCalendar;

/** Where an application stands: stage, days used and left, who holds the ball, what is missing. */
public final class ShowProgress {

    private static final CompanyFacts NO_FACTS = new CompanyFacts(Set.of(), false, false, false, false);

    private final MembershipApplications applications;
    private final Companies companies;
    private final ReviewReports reports;
    private final ProgressSettings settings;
    private final Clock clock;

    /** The settings that progress is measured by. */
    public record ProgressSettings(ServiceStandard standard, EligibilityThresholds thresholds) {}

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
        var now = clock.instant();
        var today = BusinessCalendar.shipped().dayOf(now);
        var rules = new EligibilityRules(application.declarations(), facts, settings.thresholds(), today);
        return new Progress(
                application.state(),
                settings.standard(),
                settings.standard().read(application.timeline(), now),
                Ball.in(application),
                application.timeline().replyDueAt(),
                Progress.missing(application, rules, reports.about(id)));
    }
}
