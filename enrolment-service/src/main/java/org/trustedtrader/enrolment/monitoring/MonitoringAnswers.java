package org.trustedtrader.enrolment.monitoring;

import java.util.Optional;

/** Every answer that was given about a partner; append-only. */
public interface MonitoringAnswers {

    /** Stores an answer before it is given. */
    void append(MonitoringAnswer answer);

    Optional<MonitoringAnswer> find(String decisionId);
}
