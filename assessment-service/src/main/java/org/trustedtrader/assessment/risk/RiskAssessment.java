package org.trustedtrader.assessment.risk;

import java.time.Instant;

/** A rating that counts, with the inputs that it can be repeated from. */
public record RiskAssessment(RiskInputs inputs, RiskRating outcome, Instant assessedAt) {}
