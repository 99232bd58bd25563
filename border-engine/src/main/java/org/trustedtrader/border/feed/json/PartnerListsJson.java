package org.trustedtrader.border.feed.json;

import java.util.List;
import org.trustedtrader.border.feed.Change;
import org.trustedtrader.border.recognition.Refresh;

/** @param lists ascending by version */
record PartnerListsJson(String partner, List<ListJson> lists) {

    static final String KIND = "PARTNER_LISTS";

    /** @param drawnAt milliseconds since the epoch */
    record ListJson(long version, long drawnAt) {}

    static PartnerListsJson of(Change.OfPartnerLists change) {
        return new PartnerListsJson(
                change.partner(),
                change.refreshes().stream()
                        .map(refresh -> new ListJson(refresh.version(), refresh.drawnAt()))
                        .toList());
    }

    Change change() {
        for (int i = 1; i < lists.size(); i++) {
            if (lists.get(i - 1).version() > lists.get(i).version()) {
                throw new IllegalArgumentException("The lists of " + partner + " are out of order.");
            }
        }
        if (partner.isEmpty()) {
            throw new IllegalArgumentException("Lists need a partner.");
        }
        return new Change.OfPartnerLists(
                partner,
                lists.stream()
                        .map(list -> new Refresh(list.version(), list.drawnAt()))
                        .toList());
    }
}
