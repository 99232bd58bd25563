package org.trustedtrader.benefits.decision;

import org.trustedtrader.border.eligibility.Moment;

/**
 * One answered question.
 *
 * @param kind    which {@link Kind} of question it was
 * @param askedBy pseudonymous actor id
 */
public record JournalEntry(String id, String kind, String askedBy, Moment moment, Record question, Record answer) {}
