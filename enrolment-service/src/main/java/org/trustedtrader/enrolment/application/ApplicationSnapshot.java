package org.trustedtrader.enrolment.application;

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

    /** Whether the company may not file another application because of this one. */
    public boolean open() {
        return !state.endedWithoutMembership() && !membershipEnded;
    }
}
