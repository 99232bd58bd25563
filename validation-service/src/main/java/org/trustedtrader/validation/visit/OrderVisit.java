package org.trustedtrader.validation.visit;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;
import org.trustedtrader.platform.refusal.Refusal.Violation;
import org.trustedtrader.validation.visit.Requirement.Cause;

/**
 * An officer orders a revalidation, a visit after an incident, or one for any other reason; or adds a site to those that an
 * application requires, by ordering an initial visit there. What the order names must exist and belong together.
 */
public final class OrderVisit {

    private final Visits visits;
    private final Companies companies;
    private final Files files;
    private final KeepRequiredSites requiredSites;
    private final Clock clock;

    public OrderVisit(Visits visits, Companies companies, Files files, KeepRequiredSites requiredSites, Clock clock) {
        this.visits = visits;
        this.companies = companies;
        this.files = files;
        this.requiredSites = requiredSites;
        this.clock = clock;
    }

    /** The files that an order may name, and what happens to the visits of one that has ended. */
    public record Files(ApplicationProjection applications, MembershipProjection memberships, EndVisits endVisits) {}

    /**
     * What is ordered.
     *
     * @param membershipId if neither this nor an application is named, the visit belongs to the company's membership, if it
     *                     has one
     * @param siteId       null if the officers choose the site when they propose slots
     */
    public record Order(
            Visit.Type type,
            String company,
            @Nullable String applicationId,
            @Nullable String membershipId,
            @Nullable String siteId,
            RiskLevel risk,
            String reason) {

        /** @throws Refusal.InvalidInput unless an initial visit names its application and site, and nothing names two files */
        void mustBeWhole() {
            if (type == Visit.Type.INITIAL && (applicationId == null || siteId == null)) {
                throw new Refusal.InvalidInput("type", Message.of("validation.order.initial"));
            }
            if (applicationId != null && membershipId != null) {
                throw new Refusal.InvalidInput("membershipId", Message.of("validation.order.two-files"));
            }
        }
    }

    /** @throws Refusal.RuleBroken if something that is named is not known, is another company's, or has ended */
    public Visit order(Order order, Command command) {
        order.mustBeWhole();
        var company = companies
                .find(order.company())
                .orElseThrow(() -> broken("company-unknown", "company", "validation.order.company-unknown"));
        mustBeASiteOf(company, order);
        mustBeTheCompanysApplication(order);
        var membershipId = membership(order);
        boolean initial = order.type() == Visit.Type.INITIAL;
        var origin = new VisitOrigin(
                order.type(),
                order.company(),
                order.applicationId(),
                clock.instant(),
                order.reason(),
                membershipId.orElse(null),
                order.siteId(),
                Requirement.of(initial ? Cause.ADDED : Cause.ORDERED),
                null);
        var visit = visits.create(
                Visit.due(command.newId("visit"), origin, order.risk(), required(order), command.actor()), command);
        if (initial) {
            requiredSites.siteAdded(origin);
        }
        endIfItsFileEnded(origin);
        return visit;
    }

    private RequiredSites required(Order order) {
        var applicationId = order.applicationId();
        var siteId = order.siteId();
        if (order.type() != Visit.Type.INITIAL || applicationId == null || siteId == null) {
            return RequiredSites.NONE;
        }
        var initial = visits.ofFile(applicationId).stream()
                .filter(visit -> visit.snapshot().origin().type() == Visit.Type.INITIAL)
                .toList();
        return RequiredSites.of(initial).and(siteId);
    }

    private static void mustBeASiteOf(Companies.Company company, Order order) {
        var siteId = order.siteId();
        if (siteId != null
                && company.sites().stream().noneMatch(site -> site.id().equals(siteId))) {
            throw broken("site-unknown", "siteId", "validation.site.unknown");
        }
    }

    private void mustBeTheCompanysApplication(Order order) {
        var applicationId = order.applicationId();
        if (applicationId == null) {
            return;
        }
        var owner = files.applications()
                .companyOf(applicationId)
                .orElseThrow(
                        () -> broken("application-unknown", "applicationId", "validation.order.application-unknown"));
        if (!owner.equals(order.company())) {
            throw broken("application-of-another", "applicationId", "validation.order.application-of-another");
        }
        if (files.applications().ending(applicationId).isPresent()) {
            throw broken("application-ended", "applicationId", "validation.order.application-ended");
        }
        if (order.type() == Visit.Type.INITIAL
                && files.applications().completedAssessment(applicationId).isEmpty()) {
            throw broken("assessment-not-completed", "applicationId", "validation.order.assessment-open");
        }
    }

    private Optional<String> membership(Order order) {
        var membershipId = order.membershipId();
        if (membershipId == null) {
            return order.applicationId() == null ? files.memberships().currentOf(order.company()) : Optional.empty();
        }
        var member = files.memberships()
                .find(membershipId)
                .orElseThrow(() -> broken("membership-unknown", "membershipId", "validation.order.membership-unknown"));
        if (member.company() != null && !member.company().equals(order.company())) {
            throw broken("membership-of-another", "membershipId", "validation.order.membership-of-another");
        }
        if (member.isOver()) {
            throw broken("membership-over", "membershipId", "validation.order.membership-over");
        }
        return Optional.of(membershipId);
    }

    /** The end may have become known since it was asked for, and then found no visit to cancel. */
    private void endIfItsFileEnded(VisitOrigin origin) {
        var applicationId = origin.applicationId();
        if (applicationId != null) {
            files.applications()
                    .ending(applicationId)
                    .ifPresent(state -> files.endVisits().ofApplication(applicationId, state));
        }
        var membershipId = origin.membershipId();
        if (membershipId != null) {
            files.memberships()
                    .find(membershipId)
                    .ifPresent(member -> files.endVisits().ofMembership(membershipId, member));
        }
    }

    /** @param message goes on where the field's name ends */
    private static Refusal broken(String rule, String field, String message) {
        return new Refusal.RuleBroken(
                rule,
                Message.of("validation.order.refused", field, Message.of(message)),
                List.of(new Violation(field, Message.of(message))));
    }
}
