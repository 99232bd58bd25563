package org.trustedtrader.validation.visit;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.refusal.Refusal;

/** An officer orders a revalidation, a visit after an incident, or one for any other reason. */
public final class OrderVisit {

    private final Visits visits;
    private final Companies companies;
    private final Clock clock;

    public OrderVisit(Visits visits, Companies companies, Clock clock) {
        this.visits = visits;
        this.companies = companies;
        this.clock = clock;
    }

    /** What is ordered. */
    public record Order(
            VisitType type, String company, @Nullable String applicationId, RiskLevel risk, String reason) {}

    public Visit order(Order order, Command command) {
        if (companies.find(order.company()).isEmpty()) {
            throw new Refusal.InvalidInput("company", "is no company that is enrolled here");
        }
        var origin = VisitOrigin.ordered(
                order.type(), order.company(), order.applicationId(), clock.instant(), order.reason());
        return visits.create(Visit.ordered(command.newId("visit"), origin, order.risk(), command.actor()), command);
    }
}
