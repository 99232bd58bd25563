package org.trustedtrader.benefits.recognition;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.trustedtrader.border.policy.Benefit;
import org.trustedtrader.border.policy.LocalizedText;
import org.trustedtrader.platform.aggregate.Actor;

/** Partners and people as tests speak of them. */
public final class Given {

    public static final Actor MANAGER = new Actor("user:m", Set.of("programme-manager"), Optional.empty());
    public static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");

    public static final Partner CTPAT = partner("US-CTPAT", "CTPAT", "US");
    public static final Partner AEO = partner("EU-AEO", "AEO", "DE", "FR");

    private Given() {}

    public static Partner partner(String code, String programme, String... countries) {
        return new Partner(
                code,
                new LocalizedText(code, code),
                programme,
                Set.of(countries),
                LocalDate.parse("2008-06-27"),
                Duration.ofHours(48),
                Map.of("IMPORTER", Set.of(Benefit.REDUCED_EXAMINATION)),
                List.of());
    }
}
