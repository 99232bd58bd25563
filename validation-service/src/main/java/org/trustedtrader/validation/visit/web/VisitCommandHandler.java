package org.trustedtrader.validation.visit.web;

import java.time.Clock;
import java.time.Instant;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.web.Versioned;
import org.trustedtrader.validation.visit.Visit;
import org.trustedtrader.validation.visit.Visits;

/** Runs one verb of a visit for a request, and answers with the visit as the caller may see it. */
@Component
class VisitCommandHandler {

    private final Visits visits;
    private final Clock clock;

    VisitCommandHandler(Visits visits, Clock clock) {
        this.visits = visits;
        this.clock = clock;
    }

    /** One verb, by the actor, at the programme's present moment. */
    @FunctionalInterface
    interface Verb {
        void apply(Visit visit, Actor actor, Instant now);
    }

    ResponseEntity<VisitView> change(String id, Command command, Verb verb) {
        var actor = command.actor();
        return answer(visits.change(id, command, visit -> verb.apply(visit, actor, clock.instant())), actor);
    }

    ResponseEntity<VisitView> answer(Visit visit, Actor reader) {
        return Versioned.ok(view(visit, reader), visit.version());
    }

    VisitView view(Visit visit, Actor reader) {
        return VisitView.of(visit, reader, LocaleContextHolder.getLocale(), clock.instant());
    }
}
