package org.trustedtrader.benefits.lane.web;

import org.trustedtrader.benefits.eligibility.Draft;
import org.trustedtrader.platform.problem.Problem;

/** What a caller is to be told. */
sealed interface Said {

    /** @param draft what is written on it is sent before anything else is written on it */
    record Answer(Draft draft) implements Said {}

    record Refused(Problem problem) implements Said {}

    /** The request cannot even be passed on: it is refused, and the connection ends. */
    record Malformed() implements Said {}

    record ByTheStandardChain(StandardChain.Said said) implements Said {}
}
