package org.trustedtrader.benefits.status.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trustedtrader.border.policy.Benefit.FAST_LANE;
import static org.trustedtrader.border.test.TraderFixtures.CARD;
import static org.trustedtrader.border.test.TraderFixtures.CARRIER;
import static org.trustedtrader.border.test.TraderFixtures.CARRIER_CODE;
import static org.trustedtrader.border.test.TraderFixtures.CLOCK;
import static org.trustedtrader.border.test.TraderFixtures.MONDAY;
import static org.trustedtrader.border.test.TraderFixtures.TUESDAY;
import static org.trustedtrader.border.test.TraderFixtures.WEDNESDAY;
import static org.trustedtrader.border.test.TraderFixtures.card;
import static org.trustedtrader.border.test.TraderFixtures.carrier;
import static org.trustedtrader.border.test.TraderFixtures.carrierIs;
import static org.trustedtrader.border.test.TraderFixtures.code;
import static org.trustedtrader.border.test.TraderFixtures.membership;
import static org.trustedtrader.border.test.TraderFixtures.unreadable;
import static org.trustedtrader.border.trader.MembershipStatus.ACTIVE;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trustedtrader.border.eligibility.Reasons;
import org.trustedtrader.border.policy.Reason;
import org.trustedtrader.border.policy.Role;
import org.trustedtrader.border.status.BorderStatus;
import org.trustedtrader.border.test.InMemoryRevisionStore;
import org.trustedtrader.border.test.TestPolicies;
import org.trustedtrader.border.trader.MembershipStatus;
import org.trustedtrader.border.trader.Revision;
import org.trustedtrader.border.trader.UnreadableFact;

class RevisionDocumentsTest {

    static Stream<Revision> allKinds() {
        return Stream.of(
                carrier(3, MONDAY),
                carrierIs(MembershipStatus.SUSPENDED, 2, MONDAY),
                membership("m", CARRIER, 1, MONDAY, MembershipStatus.NOT_UNDERSTOOD, null, "IMPORTER"),
                card(1, MONDAY, true),
                unreadable("company/" + CARRIER, 4, MONDAY));
    }

    @ParameterizedTest
    @MethodSource("allKinds")
    void readsBackWhatItWrote(Revision revision) {
        assertThat(RevisionDocuments.read(RevisionDocuments.write(revision))).isEqualTo(revision);
    }

    @Test
    void aSpoiltDocumentTrustsNobody() {
        var document = RevisionDocuments.write(carrierIs(MembershipStatus.ACTIVE, 1, MONDAY));
        for (Object spoilt : List.of(
                "no document",
                new Document("kind", "membership").append("status", "ACTIVE"),
                new Document(document.get("fact", Document.class)).append("status", "TOLERATED"),
                new Document())) {
            document.put("fact", spoilt);
            assertThat(RevisionDocuments.read(document).fact()).isInstanceOf(UnreadableFact.class);
        }
    }

    static Stream<Object> spoiltStates() {
        return Stream.concat(
                Stream.of("no document", new Document()),
                Stream.of("subject", "version", "effectiveAt", "recordedAt").flatMap(field -> {
                    var missing = RevisionDocuments.write(carrier(3, TUESDAY));
                    missing.remove(field);
                    var wrong = new Document(missing).append(field, List.of());
                    return Stream.of(missing, wrong);
                }));
    }

    @ParameterizedTest
    @MethodSource("spoiltStates")
    void aStateThatDoesNotSayWhatItIsMakesItsTraderUntrustedWhateverComesLater(Object spoilt) {
        var store = stored(Revision.COMPANY + CARRIER, List.of(carrier(1, MONDAY), carrierIs(ACTIVE, 1, MONDAY)));
        assertThat(fastLane(BorderStatus.load(TestPolicies.shipped(), store, CLOCK)))
                .isEmpty();
        store = stored(Revision.COMPANY + CARRIER, List.of(carrier(1, MONDAY), carrierIs(ACTIVE, 1, MONDAY), spoilt));
        var status = BorderStatus.load(TestPolicies.shipped(), store, CLOCK);
        assertThat(fastLane(status)).containsExactly(Reason.STATUS_NOT_UNDERSTOOD);
        status.apply(carrier(2, MONDAY));
        status.apply(carrierIs(ACTIVE, 2, MONDAY));
        assertThat(fastLane(status)).containsExactly(Reason.STATUS_NOT_UNDERSTOOD);
    }

    @ParameterizedTest
    @MethodSource("spoiltStates")
    void aCardWithAStateThatDoesNotSayWhatItIsIsUncertainWhateverComesLater(Object spoilt) {
        var status = BorderStatus.load(
                TestPolicies.shipped(),
                stored(Revision.DRIVER_CARD + CARD, List.of(card(1, MONDAY, false), spoilt)),
                CLOCK);
        status.apply(card(2, MONDAY, false));
        assertThat(status.card(CARD, TUESDAY.toEpochMilli()).standing()).isEqualTo(Reason.STATUS_NOT_UNDERSTOOD);
    }

    @Test
    void aMembershipWithASpoiltStateMakesItsCompanyUntrustedOnceThatIsKnown() {
        var store = stored(Revision.MEMBERSHIP + "m-carrier", List.of("no document"));
        var status = BorderStatus.load(TestPolicies.shipped(), store, CLOCK);
        status.apply(carrier(1, MONDAY));
        status.apply(carrierIs(ACTIVE, 1, MONDAY));
        assertThat(fastLane(status)).containsExactly(Reason.STATUS_NOT_UNDERSTOOD);
    }

    @Test
    void aFileWithoutStatesMakesItsTraderUntrusted() {
        for (var file : List.of(new Document(), new Document("states", "none"))) {
            assertThat(RevisionDocuments.readAll(file.append("_id", Revision.COMPANY + CARRIER)))
                    .singleElement()
                    .matches(revision -> !revision.readable());
        }
    }

    /** What is read of a file that holds these: states, or what has become of them. */
    private static InMemoryRevisionStore stored(String file, List<?> states) {
        var store = new InMemoryRevisionStore();
        var documents = states.stream()
                .map(state -> state instanceof Revision revision ? RevisionDocuments.write(revision) : state)
                .toList();
        store.append(Map.of(file, RevisionDocuments.readAll(new Document("_id", file).append("states", documents))));
        return store;
    }

    private static List<Reason> fastLane(BorderStatus status) {
        var party = status.party(code(CARRIER_CODE), WEDNESDAY.toEpochMilli());
        return Reasons.list(party.reasons(FAST_LANE, Role.CARRIER));
    }

    @Test
    void anUnreadableVersionDoesNotTakeThePlaceOfAReadableOne() {
        var readable = RevisionDocuments.write(carrierIs(MembershipStatus.ACTIVE, 2, MONDAY));
        var unreadable = RevisionDocuments.write(unreadable("membership/m-carrier", 2, MONDAY));
        assertThat(readable.get(RevisionDocuments.KEY)).isNotEqualTo(unreadable.get(RevisionDocuments.KEY));
    }
}
