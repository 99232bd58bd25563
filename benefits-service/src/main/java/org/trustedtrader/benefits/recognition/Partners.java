package org.trustedtrader.benefits.recognition;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.trustedtrader.border.recognition.Arrangement;
import org.trustedtrader.platform.refusal.Refusal;

/** All partners, in the order of their file. No country belongs to two. */
public final class Partners {

    private final List<Partner> all;

    public Partners(List<Partner> all) {
        this.all = List.copyOf(all);
        Map<String, String> owners = new HashMap<>();
        for (var partner : all) {
            for (var country : partner.countries()) {
                if (owners.put(country, partner.code()) != null) {
                    throw new IllegalArgumentException("Two partners send TINs of " + country + ".");
                }
            }
        }
    }

    public List<Partner> all() {
        return all;
    }

    public Partner named(String code) {
        return all.stream()
                .filter(partner -> partner.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new Refusal.NotFound("partner"));
    }

    public List<Arrangement> arrangements() {
        return all.stream().map(Partner::arrangement).toList();
    }
}
