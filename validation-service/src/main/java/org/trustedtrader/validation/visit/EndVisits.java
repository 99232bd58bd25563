package org.trustedtrader.validation.visit;

import java.time.Clock;
import java.util.List;
import java.util.function.Predicate;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.validation.visit.MembershipProjection.Member;

/** Nobody visits a company that has left: the open visits of its file are cancelled. */
public final class EndVisits {

    private static final Actor SELF = Actor.service("validation");

    private final Visits visits;
    private final Clock clock;

    public EndVisits(Visits visits, Clock clock) {
        this.visits = visits;
        this.clock = clock;
    }

    /** @param state in which the application ended without a membership */
    public void ofApplication(String applicationId, String state) {
        end(visits.ofFile(applicationId), visit -> true, "The application is " + state + ".");
    }

    /** Also the company's visits that name no file; those of a later application stay. */
    public void ofMembership(String membershipId, Member member) {
        if (!member.isOver()) {
            return;
        }
        var reason = "The membership is " + member.state() + ".";
        end(visits.ofFile(membershipId), visit -> true, reason);
        if (member.company() != null) {
            end(
                    visits.openOf(member.company()),
                    visit -> visit.applicationId() == null && visit.membershipId() == null,
                    reason);
        }
    }

    /** The membership's revalidation ended without these visits; those that have begun go on to their report. */
    void ofRevalidation(String membershipId) {
        visits.ofFile(membershipId).stream()
                .filter(visit -> visit.snapshot().origin().revalidationOpenedAt() != null)
                .forEach(visit -> visits.react(visit.id(), v -> {
                    if (VisitState.BEFORE_FIELDWORK.contains(v.state())) {
                        v.endWith("The revalidation has ended.", SELF, clock.instant());
                    }
                }));
    }

    private void end(List<Visit> found, Predicate<VisitOrigin> affected, String reason) {
        found.stream()
                .filter(visit -> affected.test(visit.snapshot().origin()))
                .forEach(visit -> visits.react(visit.id(), v -> v.endWith(reason, SELF, clock.instant())));
    }
}
