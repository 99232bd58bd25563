package org.trustedtrader.enrolment.application.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.enrolment.application.ApplicationState;
import org.trustedtrader.enrolment.application.Ball;
import org.trustedtrader.enrolment.application.Progress;
import org.trustedtrader.enrolment.application.ServiceStandard;
import org.trustedtrader.platform.refusal.Refusal.Violation;

/** How far an application is: days of the running clock, times in UTC. */
record ProgressView(
        String applicationId,
        ApplicationState stage,
        Ball ballWith,
        ServiceStandard.Running clock,
        int standardDays,
        String standardSource,
        long daysUsed,
        long daysLeft,
        @Nullable Instant decisionDueAt,
        @Nullable Instant replyDueAt,
        List<Violation> missing) {

    static ProgressView of(String id, Progress progress) {
        return new ProgressView(
                id,
                progress.stage(),
                progress.ball(),
                progress.clock().running(),
                progress.standard().days(),
                progress.standard().source(),
                progress.clock().daysUsed(),
                progress.clock().daysLeft(),
                progress.clock().dueOn(),
                progress.replyDueAt(),
                progress.missing());
    }
}
