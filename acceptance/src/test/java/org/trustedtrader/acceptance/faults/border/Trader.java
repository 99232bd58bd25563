package org.trustedtrader.acceptance.faults.border;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/**
 * One company that is carrier and importer at once.
 *
 * @param card of the driver, who drives for no other
 */
record Trader(String bn9, String carrierCode, String membershipId, Timeline membership, Timeline code, Timeline card) {

    static Trader numbered(int number, String bn9) {
        var membership =
                UUID.nameUUIDFromBytes(bn9.getBytes(StandardCharsets.UTF_8)).toString();
        return new Trader(
                bn9,
                "W%03d".formatted(number),
                membership,
                new Timeline("membership/" + membership),
                new Timeline("company/" + bn9),
                new Timeline("driver-card/" + "FAST%08d".formatted(number)));
    }

    String bn15() {
        return bn9 + "RM0001";
    }

    String cardNumber() {
        return card.subject().substring(card.subject().indexOf('/') + 1);
    }

    List<Timeline> asCarrier() {
        return List.of(membership, code);
    }

    List<Timeline> asImporter() {
        return List.of(membership);
    }

    List<Timeline> atCrossing() {
        return List.of(membership, code, card);
    }
}
