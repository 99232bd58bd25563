package org.trustedtrader.platform.operations;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.trustedtrader.platform.clock.ProgrammeClock;
import org.trustedtrader.platform.inbox.ParkedMessages;
import org.trustedtrader.platform.inbox.ReplayParkedMessage;
import org.trustedtrader.platform.outbox.OutboxRelay;

/** Adds the operators' endpoints to every service. */
@AutoConfiguration
class OperationsConfiguration {

    @Bean
    OperationsController operationsController(
            ParkedMessages parked, ReplayParkedMessage replay, OutboxRelay relay, ProgrammeClock clock) {
        return new OperationsController(parked, replay, relay, clock);
    }
}
