package org.trustedtrader.validation.visit;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/** An officer orders a revalidation, a visit after an incident, or one for any other reason. */
public final class OrderVisit {

    private final Visits visits;
    private final Companies companies;
    private final ApplicationProjection applications;
    private final Clock clock;

    public OrderVisit(Visits visits, Companies companies, ApplicationProjection applications, Clock clock) {
        this.visits = visits;
        this.companies = companies;
        this.applications = applications;
        this.clock = clock;
    }

    /** What is ordered. */
    public record Order(
            Visit.Type type, String company, @Nullable String applicationId, RiskLevel risk, String reason) {}

    /** @throws Refusal.InvalidInput if there is no such company, or the application is known to be another company's */
    public Visit order(Order order, Command command) {
        if (companies.find(order.company()).isEmpty()) {
            throw new Refusal.InvalidInput("company", Message.of("validation.order.company-unknown"));
        }
        var applicationId = order.applicationId();
        if (applicationId != null
                && applications
                        .companyOf(applicationId)
                        .filter(owner -> !owner.equals(order.company()))
                        .isPresent()) {
            throw new Refusal.InvalidInput("applicationId", Message.of("validation.order.application-of-another"));
        }
        var origin = new Visit.Origin(order.type(), order.company(), applicationId, clock.instant(), order.reason());
        return visits.create(Visit.ordered(command.newId("visit"), origin, order.risk(), command.actor()), command);
    }
}
