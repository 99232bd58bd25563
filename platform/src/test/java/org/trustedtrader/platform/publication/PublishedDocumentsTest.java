package org.trustedtrader.platform.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.refusal.Refusal;
import org.trustedtrader.platform.security.AccountStatus;

class PublishedDocumentsTest {

    private static final Instant NOW = Instant.parse("2026-11-30T15:00:00Z");
    private static final Instant NEW_YEAR = Instant.parse("2027-01-01T05:00:00Z");
    private static final Duration LONG = Duration.ofDays(1);
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Command MANAGER =
            Command.by(new Actor("user:m", Set.of("programme-manager"), Optional.empty()));
    private static final Command APPROVER = Command.by(new Actor("user:a", Set.of("approver"), Optional.empty()));
    private static final ShippedVersion SHIPPED =
            new ShippedVersion("first", Instant.parse("2026-11-01T04:00:00Z"), "1");
    private static final AccountStatus LIVE = new AccountStatus() {
        @Override
        public void beforeGranting(Actor actor) {}

        @Override
        public void beforeRemoving(Actor actor) {}
    };

    private final InMemoryVersions versions = new InMemoryVersions();
    private final PublishedDocuments<Integer> documents =
            new PublishedDocuments<>(versions, List.of(SHIPPED), (file, from) -> Integer.valueOf(file), LONG);
    private final ProposeVersion propose = new ProposeVersion(versions, List.of(SHIPPED), CLOCK);
    private final PublishVersion publish =
            new PublishVersion(documents, new DocumentKind("rule", Duration.ofMinutes(5)), LIVE, CLOCK);

    @Test
    void whatShipsCountsUntilAPublishedVersionsTimeAndBeforeItsOwn() {
        propose("next", NEW_YEAR, "2");
        publish.publish("next", APPROVER);
        assertThat(documents.at(NEW_YEAR.minusMillis(1)).content()).isEqualTo(1);
        assertThat(documents.at(Instant.EPOCH).content()).isEqualTo(1);
        assertThat(documents.at(NEW_YEAR)).isEqualTo(new PublishedDocuments.Effective<>("next", NEW_YEAR, 2));
        assertThat(documents.without("next", NEW_YEAR).content()).isEqualTo(1);
    }

    @Test
    void aProposalAndAWithdrawnVersionCountForNothing() {
        propose("next", NEW_YEAR, "2");
        propose("other", NEW_YEAR, "3");
        publish.withdraw("other", "SUPERSEDED", MANAGER);
        documents.refresh();
        assertThat(documents.at(NEW_YEAR).content()).isEqualTo(1);
    }

    @Test
    void aVersionThatIsNotUnderstoodLeavesTheOneBeforeInForce() {
        propose("next", NEW_YEAR, "two");
        publish.publish("next", APPROVER);
        assertThat(documents.at(NEW_YEAR).version()).isEqualTo("first");
    }

    @Test
    void anotherReplicaReadsAPublicationAfterAWhile() {
        var other = new PublishedDocuments<>(versions, List.of(SHIPPED), (file, _) -> file, Duration.ZERO);
        assertThat(other.at(NEW_YEAR).content()).isEqualTo("1");
        propose("next", NEW_YEAR, "2");
        publish.publish("next", APPROVER);
        assertThat(other.at(NEW_YEAR).content()).isEqualTo("2");
    }

    @Test
    void namesAndTimesInUseAndThePastAreRefused() {
        assertThat(objection("first", NEW_YEAR)).contains("choose a new name");
        assertThat(objection("next", NOW.minusMillis(1))).contains("lies in the past");
        assertThat(objection("next", NOW.plus(Duration.ofDays(4000)))).contains("must be a date from");
        propose("next", NEW_YEAR, "2");
        publish.publish("next", APPROVER);
        assertThat(objection("other", NEW_YEAR)).contains("choose another time");
    }

    private String objection(String name, Instant from) {
        return catchThrowableOfType(Refusal.InvalidInput.class, () -> propose(name, from, "2"))
                .violations()
                .getFirst()
                .message()
                .in(Locale.ENGLISH);
    }

    private void propose(String name, Instant from, String file) {
        propose.propose(new PublicationDraft(name, from, file), MANAGER);
    }
}
