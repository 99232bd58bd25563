package org.trustedtrader.benefits.policy;

import java.time.Clock;
import java.time.Duration;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.security.AccountStatus;

/** An approver publishes a proposed version, or somebody withdraws it. Every replica hears of it by the event. */
public final class PublishPolicy {

    private final PolicyVersions versions;
    private final AccountStatus accounts;
    private final Duration lead;
    private final Clock clock;

    /** @param lead how long before it is in force a version must be published at the latest */
    public PublishPolicy(PolicyVersions versions, AccountStatus accounts, Duration lead, Clock clock) {
        this.versions = versions;
        this.accounts = accounts;
        this.lead = lead;
        this.clock = clock;
    }

    public PolicyVersion publish(String version, Command command) {
        accounts.beforeGranting(command.actor());
        return versions.change(version, command, p -> p.publish(lead, command.actor(), clock.instant()));
    }

    public PolicyVersion withdraw(String version, String why, Command command) {
        return versions.change(version, command, p -> p.withdraw(why, command.actor(), clock.instant()));
    }
}
