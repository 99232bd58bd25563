package org.trustedtrader.enrolment.application.mongo;

import org.bson.Document;
import org.trustedtrader.enrolment.application.Pause;
import org.trustedtrader.enrolment.application.Timeline;
import org.trustedtrader.enrolment.mongo.Fields;

/** The dates of an application inside its document. */
final class TimelineDocuments {

    private TimelineDocuments() {}

    static Document write(Timeline timeline) {
        return Fields.empty()
                .put("submittedAt", timeline.submittedAt())
                .put("acceptedAt", timeline.acceptedAt())
                .put(
                        "pauses",
                        timeline.pauses().stream().map(TimelineDocuments::pause).toList())
                .put("stoppedAt", timeline.stoppedAt())
                .put("replyDueAt", timeline.replyDueAt())
                .document();
    }

    static Timeline read(Fields timeline) {
        return new Timeline(
                timeline.instantOrNull("submittedAt"),
                timeline.instantOrNull("acceptedAt"),
                timeline.parts("pauses").stream().map(TimelineDocuments::pause).toList(),
                timeline.instantOrNull("stoppedAt"),
                timeline.instantOrNull("replyDueAt"));
    }

    private static Document pause(Pause pause) {
        return Fields.empty()
                .put("reason", pause.reason())
                .put("from", pause.from())
                .put("until", pause.until())
                .document();
    }

    private static Pause pause(Fields pause) {
        return new Pause(
                pause.constant("reason", Pause.Reason.class), pause.instant("from"), pause.instantOrNull("until"));
    }
}
