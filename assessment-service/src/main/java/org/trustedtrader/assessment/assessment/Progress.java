package org.trustedtrader.assessment.assessment;

/** How far a profile is, counting only criteria that apply. */
public record Progress(int total, int answered, int accepted, int rejected, int unjudged) {}
