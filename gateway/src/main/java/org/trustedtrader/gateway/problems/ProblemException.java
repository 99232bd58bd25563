package org.trustedtrader.gateway.problems;

import org.trustedtrader.platform.problem.Problem;

/** Ends a request with a problem document. It has no stack trace: it is an answer, not a fault. */
public final class ProblemException extends RuntimeException {

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.type().name(), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
