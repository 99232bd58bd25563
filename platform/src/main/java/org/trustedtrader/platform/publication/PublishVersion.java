package org.trustedtrader.platform.publication;

import java.time.Clock;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.security.AccountStatus;

/** Another officer publishes a proposed version, or somebody withdraws it. */
public final class PublishVersion {

    private final PublishedDocuments<?> documents;
    private final DocumentKind kind;
    private final AccountStatus accounts;
    private final Clock clock;

    public PublishVersion(PublishedDocuments<?> documents, DocumentKind kind, AccountStatus accounts, Clock clock) {
        this.documents = documents;
        this.kind = kind;
        this.accounts = accounts;
        this.clock = clock;
    }

    public DocumentVersion publish(String version, Command command) {
        accounts.beforeGranting(command.actor());
        var published =
                documents.versions().change(version, command, v -> v.publish(kind, command.actor(), clock.instant()));
        documents.refresh();
        return published;
    }

    /** @param why a reason code, such as {@code SUPERSEDED} */
    public DocumentVersion withdraw(String version, String why, Command command) {
        return documents.versions().change(version, command, v -> v.withdraw(why, command.actor(), clock.instant()));
    }
}
