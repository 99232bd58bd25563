package org.trustedtrader.enrolment.application;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.refusal.Refusal.Violation;

/**
 * How far an application is, as its company sees it; computed when asked for.
 *
 * @param replyDueAt by when the company has to reply, if silence has a consequence
 * @param missing    what is missing for the next step, and where
 */
public record Progress(
        ApplicationState stage,
        ServiceStandard standard,
        ServiceStandard.Reading clock,
        Ball ball,
        @Nullable Instant replyDueAt,
        List<Violation> missing) {}
