package org.trustedtrader.enrolment.application;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The whole state of an application, for storage and for views.
 *
 * @param membershipEnded whether the membership that came of it is over, so that the company may apply again
 */
public record ApplicationSnapshot(
        String company,
        ApplicationState state,
        Declarations declarations,
        Considerations considerations,
        Timeline timeline,
        Review review,
        Terms terms,
        boolean membershipEnded) {

    static ApplicationSnapshot blank(String company, Declarations declarations) {
        return new ApplicationSnapshot(
                company,
                ApplicationState.DRAFT,
                declarations,
                Considerations.NONE,
                Timeline.NOT_STARTED,
                Review.NONE,
                Terms.NONE,
                false);
    }

    /** Whether the company may not file another application because of this one. */
    public boolean open() {
        return !state.endedWithoutMembership() && !membershipEnded;
    }

    /** When the application ends if its company stays silent; an intended denial takes its own course. */
    public @Nullable Instant lapsesAt() {
        return state == ApplicationState.INTENT_TO_DENY ? null : timeline.replyDueAt();
    }
}
