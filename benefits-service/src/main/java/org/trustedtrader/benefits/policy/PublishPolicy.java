package org.trustedtrader.benefits.policy;

import java.time.Clock;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.publication.DocumentKind;
import org.trustedtrader.platform.publication.DocumentVersion;
import org.trustedtrader.platform.publication.DocumentVersions;
import org.trustedtrader.platform.publication.PublicationState;
import org.trustedtrader.platform.refusal.Refusal;
import org.trustedtrader.platform.security.AccountStatus;

/** An approver publishes a proposed version, or somebody withdraws it. Every replica hears of it by the event. */
public final class PublishPolicy {

    private final DocumentVersions versions;
    private final AccountStatus accounts;
    private final DocumentKind kind;
    private final Clock clock;

    public PublishPolicy(DocumentVersions versions, AccountStatus accounts, DocumentKind kind, Clock clock) {
        this.versions = versions;
        this.accounts = accounts;
        this.kind = kind;
        this.clock = clock;
    }

    public DocumentVersion publish(String version, Command command) {
        accounts.beforeGranting(command.actor());
        return versions.change(version, command, p -> {
            refuseProposer(p, command.actor());
            p.publish(kind, command.actor(), clock.instant());
        });
    }

    /** Clients of the border's rules have always been told so with 403. */
    private static void refuseProposer(DocumentVersion version, Actor actor) {
        if (version.state() == PublicationState.PROPOSED && version.proposedBy().equals(actor.id())) {
            throw new Refusal.NotAllowed(Message.of("benefits.policy.proposer"));
        }
    }

    public DocumentVersion withdraw(String version, String why, Command command) {
        return versions.change(version, command, p -> p.withdraw(why, command.actor(), clock.instant()));
    }
}
