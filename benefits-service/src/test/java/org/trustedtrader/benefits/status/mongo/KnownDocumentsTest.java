package org.trustedtrader.benefits.status.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trustedtrader.border.test.Given.CARRIER;
import static org.trustedtrader.border.test.Given.MONDAY;
import static org.trustedtrader.border.test.Given.card;
import static org.trustedtrader.border.test.Given.carrier;
import static org.trustedtrader.border.test.Given.carrierIs;
import static org.trustedtrader.border.test.Given.membership;
import static org.trustedtrader.border.test.Given.unreadable;

import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trustedtrader.border.trader.Known;
import org.trustedtrader.border.trader.MembershipStatus;
import org.trustedtrader.border.trader.Unreadable;

class KnownDocumentsTest {

    static Stream<Known> allKinds() {
        return Stream.of(
                carrier(3, MONDAY),
                carrierIs(MembershipStatus.SUSPENDED, 2, MONDAY),
                membership("m", CARRIER, 1, MONDAY, MembershipStatus.NOT_UNDERSTOOD, null, "IMPORTER"),
                card(1, MONDAY, true),
                unreadable("company/" + CARRIER, 4, MONDAY));
    }

    @ParameterizedTest
    @MethodSource("allKinds")
    void readsBackWhatItWrote(Known known) {
        assertThat(KnownDocuments.read(KnownDocuments.write(known))).isEqualTo(known);
    }

    @Test
    void aSpoiltDocumentTrustsNobody() {
        var document = KnownDocuments.write(carrierIs(MembershipStatus.ACTIVE, 1, MONDAY));
        for (Object spoilt : List.of(
                "no document",
                new Document("kind", "membership").append("status", "ACTIVE"),
                new Document(document.get("fact", Document.class)).append("status", "TOLERATED"),
                new Document())) {
            document.put("fact", spoilt);
            assertThat(KnownDocuments.read(document).fact()).isInstanceOf(Unreadable.class);
        }
    }

    @Test
    void anUnreadableVersionDoesNotTakeThePlaceOfAReadableOne() {
        var readable = KnownDocuments.write(carrierIs(MembershipStatus.ACTIVE, 2, MONDAY));
        var unreadable = KnownDocuments.write(unreadable("membership/m-carrier", 2, MONDAY));
        assertThat(readable.get(KnownDocuments.KEY)).isNotEqualTo(unreadable.get(KnownDocuments.KEY));
    }
}
