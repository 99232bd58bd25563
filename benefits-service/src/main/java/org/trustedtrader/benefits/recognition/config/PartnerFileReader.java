package org.trustedtrader.benefits.recognition.config;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.benefits.recognition.Partner;
import org.trustedtrader.benefits.recognition.Partners;
import org.trustedtrader.border.policy.Benefit;
import org.trustedtrader.border.policy.LocalizedText;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads the partners from JSON; a file that is not sound is refused whole. */
final class PartnerFileReader {

    private static final long STALE_AFTER_HOURS = 48;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private PartnerFileReader() {}

    record File(List<Entry> partners) {}

    /** @param staleAfterHours 48 where it is not given */
    record Entry(
            String code,
            LocalizedText name,
            String programme,
            Set<String> countries,
            LocalDate inForceSince,
            @Nullable Long staleAfterHours,
            Map<String, Set<Benefit>> benefits,
            List<String> unconfirmed) {

        Partner partner() {
            var hours = staleAfterHours == null ? STALE_AFTER_HOURS : staleAfterHours;
            return new Partner(
                    code, name, programme, countries, inForceSince, Duration.ofHours(hours), benefits, unconfirmed);
        }
    }

    /** The partners that the program ships with. */
    static Partners shipped() throws IOException {
        return read(Objects.requireNonNull(PartnerFileReader.class.getResourceAsStream("/recognition/partners.json")));
    }

    static Partners read(InputStream file) throws IOException {
        try (file) {
            var entries = JSON.readValue(file, File.class).partners();
            return new Partners(entries.stream().map(Entry::partner).toList());
        }
    }
}
