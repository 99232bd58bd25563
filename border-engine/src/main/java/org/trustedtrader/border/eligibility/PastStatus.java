package org.trustedtrader.border.eligibility;

import java.util.Map;
import org.trustedtrader.border.trader.Identifier;
import org.trustedtrader.border.trader.Known;

/** The status as it was when certain versions were the newest. Rebuilds timelines, so it is for auditors, not the border. */
final class PastStatus implements Status {

    private final StatusMemory memory;
    private final Map<String, Long> versions;

    PastStatus(StatusMemory memory, Map<String, Long> versions) {
        this.memory = memory;
        this.versions = Map.copyOf(versions);
    }

    @Override
    public Party party(Identifier identifier, long millis) {
        var claimants = memory.claimants(identifier).stream()
                .map(trader -> trader.upTo(versions))
                .filter(trader -> trader.identifiers().contains(identifier))
                .toList();
        return claimants.isEmpty() ? Party.UNKNOWN : Claims.settle(identifier, millis, claimants);
    }

    @Override
    public Card card(String number, long millis) {
        var version = versions.get(Known.DRIVER_CARD + number);
        return version == null ? Card.UNKNOWN : memory.cards().at(number, version, millis);
    }
}
