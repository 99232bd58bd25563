package org.trustedtrader.platform.web;

import org.springframework.http.HttpHeaders;
import org.trustedtrader.platform.problem.Problem;
import org.trustedtrader.platform.problem.ProblemType;
import org.trustedtrader.platform.refusal.Refusal;

/** What each refusal of the domain looks like over HTTP. */
final class RefusalProblemMapper {

    private static final String RETRY_AFTER_SECONDS = "5";
    private static final String SOON_SECONDS = "1";

    private RefusalProblemMapper() {}

    static Problem of(Refusal refusal) {
        Problem problem = Problem.of(type(refusal), refusal.text());
        return switch (refusal) {
            case Refusal.InvalidInput r -> problem.with(r.violations());
            case Refusal.RuleBroken r -> problem.with(r.violations());
            case Refusal.VersionNotYet r -> problem.with(r.behind()).header(HttpHeaders.RETRY_AFTER, SOON_SECONDS);
            case Refusal.Unavailable _ -> problem.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
            default -> problem;
        };
    }

    private static ProblemType type(Refusal refusal) {
        return switch (refusal) {
            case Refusal.NotFound _ -> ProblemType.NOT_FOUND;
            case Refusal.InvalidInput _ -> ProblemType.INVALID_INPUT;
            case Refusal.WrongState _ -> ProblemType.WRONG_STATE;
            case Refusal.RuleBroken r -> ProblemType.rule(r.rule());
            case Refusal.NotAllowed _ -> ProblemType.NOT_ALLOWED;
            case Refusal.OtherRegion _ -> ProblemType.OTHER_REGION;
            case Refusal.StaleVersion _ -> ProblemType.STALE_VERSION;
            case Refusal.KeyReused _ -> ProblemType.IDEMPOTENCY_KEY_REUSED;
            case Refusal.AlreadyExists _ -> ProblemType.ALREADY_EXISTS;
            case Refusal.VersionNotYet _ -> ProblemType.VERSION_NOT_YET;
            case Refusal.Gone _ -> ProblemType.GONE;
            case Refusal.Unavailable _ -> ProblemType.UNAVAILABLE;
        };
    }
}
