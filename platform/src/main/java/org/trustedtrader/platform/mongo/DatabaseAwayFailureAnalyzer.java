package org.trustedtrader.platform.mongo;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** The last lines of a service that gave up waiting for its database. */
final class DatabaseAwayFailureAnalyzer extends AbstractFailureAnalyzer<DatabaseAwayException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, DatabaseAwayException cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Start MongoDB, correct ttp.mongodb.uri, or let the service wait longer with ttp.mongodb.start-timeout.",
                cause);
    }
}
