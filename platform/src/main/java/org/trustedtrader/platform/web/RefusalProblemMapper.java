package org.trustedtrader.platform.web;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.trustedtrader.platform.refusal.Refusal;

/** What each refusal of the domain looks like over HTTP. */
final class RefusalProblemMapper {

    private static final String RETRY_AFTER_SECONDS = "5";
    private static final String SOON_SECONDS = "1";

    private RefusalProblemMapper() {}

    static Problem of(Refusal refusal) {
        return switch (refusal) {
            case Refusal.NotFound r ->
                Problem.of(HttpStatus.NOT_FOUND, "not-found", "There is no such thing", r.getMessage());
            case Refusal.InvalidInput r ->
                Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "invalid-input", "The request has errors", r.getMessage())
                        .with(r.violations());
            case Refusal.WrongState r ->
                Problem.of(HttpStatus.CONFLICT, "wrong-state", "Not possible in this state", r.getMessage());
            case Refusal.RuleBroken r ->
                Problem.of(HttpStatus.CONFLICT, r.rule(), "A rule of the programme forbids this now", r.getMessage())
                        .with(r.violations());
            case Refusal.NotAllowed r ->
                Problem.of(HttpStatus.FORBIDDEN, "not-allowed", "You may not do this", r.getMessage());
            case Refusal.StaleVersion r ->
                Problem.of(
                        HttpStatus.PRECONDITION_FAILED,
                        "stale-version",
                        "It has changed since you read it",
                        r.getMessage());
            case Refusal.KeyReused r ->
                Problem.of(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "idempotency-key-reused",
                        "This Idempotency-Key belongs to another request",
                        r.getMessage());
            case Refusal.AlreadyExists r ->
                Problem.of(HttpStatus.CONFLICT, "already-exists", "It exists already", r.getMessage());
            case Refusal.VersionNotYet r ->
                Problem.of(HttpStatus.CONFLICT, "version-not-yet", "That version is not known here yet", r.getMessage())
                        .with(r.behind())
                        .header(HttpHeaders.RETRY_AFTER, SOON_SECONDS);
            case Refusal.Gone r -> Problem.of(HttpStatus.GONE, "gone", "It is not here any more", r.getMessage());
            case Refusal.Unavailable r ->
                Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", "Not available now", r.getMessage())
                        .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        };
    }
}
