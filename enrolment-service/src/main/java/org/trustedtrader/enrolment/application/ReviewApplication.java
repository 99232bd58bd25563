package org.trustedtrader.enrolment.application;

import java.time.Clock;
import java.time.LocalDate;
import org.trustedtrader.platform.aggregate.Command;

/** Officers ask for information, vet the company, and exempt it from a rule where there is reason to. */
public final class ReviewApplication {

    private final MembershipApplications applications;
    private final Deadlines deadlines;
    private final Clock clock;

    public ReviewApplication(MembershipApplications applications, Deadlines deadlines, Clock clock) {
        this.applications = applications;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    public MembershipApplication requestInformation(String id, String question, Command command) {
        return applications.change(
                id, command, a -> a.requestInformation(question, deadlines, command.actor(), clock.instant()));
    }

    public MembershipApplication vet(String id, Vetting.Outcome outcome, String reason, Command command) {
        return applications.change(id, command, a -> a.vet(outcome, reason, command.actor(), clock.instant()));
    }

    /** @param until the last day on which the exemption holds */
    public MembershipApplication exempt(String id, Section section, String reason, LocalDate until, Command command) {
        var consideration = new SpecialConsideration(section, command.actor().id(), reason, until);
        return applications.change(id, command, a -> a.grant(consideration, command.actor(), clock.instant()));
    }
}
