package org.trustedtrader.platform.outbox;

import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How announcements are sent.
 *
 * @param lanes          aggregates are spread over so many threads; one aggregate always uses the same, which keeps order
 * @param confirmTimeout how long the broker may take to confirm one message
 * @param sweepEvery     how often leftovers are looked for
 * @param setAsideAfter  failures in a row after which an aggregate is set aside with an alarm while the others go on
 * @param setAsideFor    how long it is set aside before it is tried again
 * @param watermarkEvery how often a watermark tells readers up to when everything is published
 * @param announcedBeforeAnswer kinds of aggregates whose commands are answered only when the broker has the event: then
 *                       readers hear of a change when its author does, not later
 * @param answerWaitsAtMost how long such an answer waits for the broker; the change itself stands in any case
 * @param withoutConsumers kinds of aggregates whose events need no bound queue; of every other kind an event that no queue
 *                       takes has not been sent
 */
@ConfigurationProperties("ttp.outbox")
public record OutboxProperties(
        @DefaultValue("4") int lanes,
        @DefaultValue("5s") Duration confirmTimeout,
        @DefaultValue("1s") Duration sweepEvery,
        @DefaultValue("5") int setAsideAfter,
        @DefaultValue("60s") Duration setAsideFor,
        @DefaultValue("1s") Duration watermarkEvery,
        @DefaultValue Set<String> announcedBeforeAnswer,
        @DefaultValue("250ms") Duration answerWaitsAtMost,
        @DefaultValue Set<String> withoutConsumers) {}
