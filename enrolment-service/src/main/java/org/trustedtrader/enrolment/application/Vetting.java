package org.trustedtrader.enrolment.application;

/** The outcome of vetting the company, the track of a review beside the assessment of its security profile. */
public record Vetting(Outcome outcome, String officer) {

    public enum Outcome {
        CLEAR,
        CONCERNS
    }
}
