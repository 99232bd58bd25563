package org.trustedtrader.validation.messaging;

import org.trustedtrader.platform.event.Event;
import org.trustedtrader.platform.inbox.UnprocessableEventException;
import org.trustedtrader.validation.planning.KnownMemberships;
import org.trustedtrader.validation.visit.KnownFiles;
import org.trustedtrader.validation.visit.KnownFiles.CompletedAssessment;
import org.trustedtrader.validation.visit.MakeInitialVisitDue;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Notes the newest of what is heard, then acts on what is noted: so neither repetition nor order matters. */
final class Listeners {

    private final KnownFiles files;
    private final KnownMemberships memberships;
    private final MakeInitialVisitDue initialVisits;
    private final JsonMapper json;

    Listeners(KnownFiles files, KnownMemberships memberships, MakeInitialVisitDue initialVisits, JsonMapper json) {
        this.files = files;
        this.memberships = memberships;
        this.initialVisits = initialVisits;
        this.json = json;
    }

    void assessment(Event event) {
        var assessment = read(event, Announced.Assessment.class);
        if (assessment.isCompleted()) {
            var id = assessment.requiredApplication();
            var completed = new CompletedAssessment(assessment.requiredCompany(), assessment.requiredRisk());
            if (files.noteCompletedAssessment(id, event.version(), completed)) {
                initialVisits.following(id);
            }
        }
    }

    void application(Event event) {
        var application = read(event, Announced.Application.class);
        var state = application.requiredState();
        if (files.noteApplication(event.aggregateId(), event.version(), state, application.company())) {
            initialVisits.cancelledWith(event.aggregateId());
        }
    }

    void membership(Event event) {
        var membership = read(event, Announced.Membership.class);
        var dueOn = membership.revalidationDueOn();
        if (dueOn != null) {
            memberships.note(event.aggregateId(), event.version(), membership.requiredState(), dueOn);
        }
    }

    private <T> T read(Event event, Class<T> type) {
        try {
            return json.readValue(event.data(), type);
        } catch (JacksonException e) {
            throw new UnprocessableEventException(
                    "The data is no " + type.getSimpleName() + ": " + e.getOriginalMessage());
        }
    }
}
