package org.trustedtrader.border.snapshot;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.trustedtrader.border.eligibility.Profile;
import org.trustedtrader.border.eligibility.TraderState;
import org.trustedtrader.border.feed.Change;
import org.trustedtrader.border.feed.json.ChangesJson;
import org.trustedtrader.border.memory.MemoryImage;
import org.trustedtrader.border.trader.Identifier;
import org.trustedtrader.border.trader.Revision;
import org.trustedtrader.border.trader.Scheme;
import tools.jackson.databind.json.JsonMapper;

/** What of a snapshot is no array: profiles, traders that are not plain, disputes, cards and cursors, in the feed's forms. */
final class SnapshotJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private SnapshotJson() {}

    record Part(
            String store, Map<String, String> cursors, List<Integer> traders, List<Dispute> disputes, String changes) {}

    record Dispute(Scheme scheme, String value, int[] traders) {}

    static byte[] write(SnapshotFile.Content content) {
        var image = content.image();
        List<Integer> traders = new ArrayList<>();
        List<Change> changes = new ArrayList<>();
        image.states().forEach((trader, state) -> {
            traders.add(trader);
            changes.add(new Change.OfTrader(state));
        });
        image.cards().forEach(card -> changes.add(new Change.OfCard(card, true)));
        List<Dispute> disputes = new ArrayList<>();
        image.disputes()
                .forEach((identifier, claimants) ->
                        disputes.add(new Dispute(identifier.scheme(), identifier.value(), claimants)));
        return JSON.writeValueAsBytes(new Part(
                content.store(), content.cursors(), traders, disputes, ChangesJson.write(image.profiles(), changes)));
    }

    static SnapshotFile.Content read(byte[] json, int[] narrow, int[] wide, int[] rowOf, long[] rows) {
        var part = JSON.readValue(json, Part.class);
        var read = ChangesJson.read(part.changes());
        Map<Integer, TraderState> states = new HashMap<>();
        List<Revision> cards = new ArrayList<>();
        for (var change : read.changes()) {
            switch (change) {
                case Change.OfTrader trader -> states.put(part.traders().get(states.size()), trader.state());
                case Change.OfCard card -> cards.add(card.revision());
                default -> throw new IllegalArgumentException("A snapshot holds traders and cards only.");
            }
        }
        Map<Identifier, int[]> disputes = new HashMap<>();
        part.disputes()
                .forEach(dispute -> disputes.put(new Identifier(dispute.scheme(), dispute.value()), dispute.traders()));
        List<Profile> profiles = read.profiles();
        return new SnapshotFile.Content(
                part.store(),
                part.cursors(),
                new MemoryImage(narrow, wide, rowOf, rows, profiles, states, disputes, cards));
    }
}
