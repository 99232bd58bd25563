package org.trustedtrader.simulation;

import static org.trustedtrader.simulation.Officers.Desk.PROGRAMME_MANAGER;
import static org.trustedtrader.simulation.Officers.Desk.VALIDATOR;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.trustedtrader.assessment.review.Assessment;
import org.trustedtrader.enrolment.membership.Membership;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.simulation.reference.Fact;
import org.trustedtrader.validation.visit.Visit;
import org.trustedtrader.validation.visit.VisitSnapshot;
import org.trustedtrader.validation.visit.VisitState;

/** Officers order visits, make them and close them. */
final class VisitBehaviour {

    private final World world;
    private final Officers officers;
    private final RandomGenerator random;

    VisitBehaviour(World world, Officers officers, RandomGenerator random) {
        this.world = world;
        this.officers = officers;
        this.random = random;
    }

    boolean act(Member member, Membership.Snapshot membership) {
        member.visits.removeIf(id -> world.visits.look(id).state().isFinal());
        for (var id : List.copyOf(member.visits)) {
            if (goOn(member, id, world.visits.look(id))) {
                return true;
            }
        }
        var forRevalidation = membership.revalidation() != null
                && !member.revalidationVisitOrdered
                && world.assessments.state(member.id) == Assessment.State.COMPLETED;
        if (!forRevalidation && random.nextDouble() >= 0.004) {
            return false;
        }
        return order(member, forRevalidation);
    }

    private boolean order(Member member, boolean forRevalidation) {
        var id = "visit-" + member.company + "-" + ++member.visitsOrdered;
        var officer = officers.any(VALIDATOR);
        var type = forRevalidation ? Visit.Type.REVALIDATION : Visit.Type.AD_HOC;
        world.visits.order(id, member.id, member.company, type, officer);
        member.visits.add(id);
        member.revalidationVisitOrdered |= forRevalidation;
        world.fact(member, new Fact.VisitOrdered(id, forRevalidation));
        return true;
    }

    private boolean goOn(Member member, String id, VisitSnapshot visit) {
        var now = world.clock.instant();
        return switch (visit.state()) {
            case DUE -> {
                var validator = officers.present(VALIDATOR, world.clock.today());
                if (validator.isEmpty()) {
                    yield false;
                }
                var day = world.clock.today().plusDays(random.nextInt(31, 60));
                world.visits.sendSlots(
                        id, day.atTime(10, 0).atZone(MovedClock.ZONE).toInstant(), validator.get());
                world.fact(member, new Fact.SlotsSent(id));
                yield true;
            }
            case CONFIRMED, RESCHEDULED -> {
                if (now.isBefore(visit.schedule().agreedSlot().orElseThrow().startsAt())) {
                    yield false;
                }
                if (visit.deviationsOrNone().noShow().isEmpty() && random.nextDouble() < 0.1) {
                    world.visits.companyMissed(id, lead(visit));
                    world.fact(member, new Fact.CompanyMissedVisit(id));
                } else {
                    world.visits.visit(id, random.nextDouble() < 0.4, lead(visit));
                    world.fact(member, new Fact.ReportSent(id));
                }
                yield true;
            }
            case NO_SHOW -> {
                if (random.nextBoolean()) {
                    var day = world.clock.today().plusDays(random.nextInt(31, 60));
                    world.visits.sendSlots(
                            id, day.atTime(10, 0).atZone(MovedClock.ZONE).toInstant(), officers.any(VALIDATOR));
                    world.fact(member, new Fact.SlotsSent(id));
                } else {
                    world.visits.cancel(id, officers.any(PROGRAMME_MANAGER));
                    world.fact(member, new Fact.VisitCancelled(id));
                    member.revalidationVisitOrdered &= visit.origin().type() != Visit.Type.REVALIDATION;
                }
                yield true;
            }
            case REPORT_ISSUED, RESPONSE_AWAITED -> close(member, id, visit);
            default -> false;
        };
    }

    /** Once the company has answered, or let its time pass. */
    private boolean close(Member member, String id, VisitSnapshot visit) {
        var late = visit.isResponseOverdue(world.clock.instant());
        var answered =
                visit.state() == VisitState.RESPONSE_AWAITED && visit.findings().awaitingResponse() == 0;
        if (!late && !answered) {
            return false;
        }
        var satisfactory =
                random.nextDouble() < 0.8 && (answered || visit.findings().unresolvedActions() == 0);
        world.visits.close(id, satisfactory, lead(visit));
        world.fact(member, new Fact.VisitClosed(id, satisfactory));
        if (visit.origin().type() == Visit.Type.REVALIDATION) {
            member.lastVisitSatisfactory = satisfactory;
        }
        if (!satisfactory && visit.origin().type() == Visit.Type.REVALIDATION) {
            member.revalidationVisitOrdered = random.nextBoolean();
        }
        return true;
    }

    private static Actor lead(VisitSnapshot visit) {
        return new Actor(visit.assignment().lead().orElseThrow(), Set.of("validator"), Optional.empty());
    }
}
