package org.trustedtrader.platform.web;

import org.trustedtrader.platform.problem.Problem;

/** A request that the web edge itself refuses, before any use case sees it. */
public final class RequestRefusedException extends RuntimeException {

    private final transient Problem problem;

    public RequestRefusedException(Problem problem) {
        super(problem.detail().toString());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
