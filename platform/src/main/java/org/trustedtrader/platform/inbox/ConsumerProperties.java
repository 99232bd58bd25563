package org.trustedtrader.platform.inbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How events are heard.
 *
 * @param queueType          {@code quorum} wherever the broker has them, {@code classic} on a single old node
 * @param queuePrefix        put before every queue's name where several platforms share a broker
 * @param exclusive          for a reader that keeps what it hears in memory: each replica hears everything on a queue of its
 *                           own and catches up from its own starting point
 * @param prefetch           messages under way at once per queue, and the most that are handled together
 * @param gather             how long messages are gathered that are handled batched; a whole multiple of 1 ms, at least 1 ms
 * @param attempts           how often a message is tried before it is parked
 * @param firstBackOff       pause after the first failure; doubled after each further one
 * @param catchUpEvery       how often the sources' change feeds are read while the broker is up
 * @param catchUpWhileDown   how often while it is down
 * @param catchUpOverlap     how far behind its cursor a feed is read again: longer than any write takes to commit
 * @param trustedAfterCatchUp how long after a completed catch-up watermarks alone show that nothing was missed
 * @param catchUpPage        events per page of a feed
 */
@ConfigurationProperties("ttp.inbox")
public record ConsumerProperties(
        @DefaultValue("quorum") String queueType,
        @DefaultValue("") String queuePrefix,
        @DefaultValue("false") boolean exclusive,
        @DefaultValue("20") int prefetch,
        @DefaultValue("50ms") Duration gather,
        @DefaultValue("5") int attempts,
        @DefaultValue("100ms") Duration firstBackOff,
        @DefaultValue("60s") Duration catchUpEvery,
        @DefaultValue("2s") Duration catchUpWhileDown,
        @DefaultValue("60s") Duration catchUpOverlap,
        @DefaultValue("15m") Duration trustedAfterCatchUp,
        @DefaultValue("200") int catchUpPage) {}
