package org.trustedtrader.border.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trustedtrader.border.test.TraderFixtures.MONDAY;
import static org.trustedtrader.border.test.TraderFixtures.TUESDAY;
import static org.trustedtrader.border.test.TraderFixtures.WEDNESDAY;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trustedtrader.border.feed.Batch;
import org.trustedtrader.border.feed.Change;
import org.trustedtrader.border.feed.SignedLineCodec;
import org.trustedtrader.border.feed.TrustedKeys;
import org.trustedtrader.border.feed.json.BatchJson;
import org.trustedtrader.border.policy.Benefit;
import org.trustedtrader.border.recognition.Arrangement;
import org.trustedtrader.border.recognition.MemberFact;
import org.trustedtrader.border.recognition.MemberFact.Period;
import org.trustedtrader.border.recognition.MemberState;

/** What a batch says of partners is read as it was written, or not understood; a program that does not know it passes it over. */
class PartnerChangesTest {

    private static final TrustedKeys KEYS = new TrustedKeys(List.of(ServiceInMemory.KEY.publicKey()));

    private static final Change MEMBER = new Change.OfPartnerMember(
            new MemberFact(
                    "US1",
                    "US-CTPAT",
                    4,
                    List.of(
                            new Period(1, Long.MIN_VALUE, MemberState.ACTIVE, Set.of(), Long.MAX_VALUE),
                            new Period(
                                    3,
                                    MONDAY.toEpochMilli(),
                                    MemberState.SUSPENDED,
                                    Set.of("IMPORTER", "EXPORTER"),
                                    TUESDAY.toEpochMilli() + 1))),
            false);
    private static final Change ARRANGEMENTS = new Change.OfArrangements(List.of(
            Partner.ARRANGEMENT,
            new Arrangement("SG-STP", 1, Duration.ofMillis(1), Map.of()),
            new Arrangement(
                    "EU-AEO",
                    0,
                    Duration.ofHours(48),
                    Map.of("CARRIER", Set.of(Benefit.values()), "IMPORTER", Set.of()))));
    private static final Change LISTS = new Change.OfPartnerLists("US-CTPAT", Partner.drew(MONDAY, TUESDAY));

    @Test
    void eachIsReadAsItWasWritten() throws Exception {
        var all = List.of(ARRANGEMENTS, MEMBER, LISTS, new Change.OfPartnerLists("SG-STP", List.of()));
        assertThat(BatchJson.read(BatchJson.line(batch(all), ServiceInMemory.KEY), KEYS)
                        .changes())
                .isEqualTo(all);
    }

    @Test
    void aProgramThatDoesNotKnowThemMayPassThemOver() throws Exception {
        for (var kind : List.of("PARTNER_MEMBER", "ARRANGEMENTS", "PARTNER_LISTS")) {
            var read = altered("\"" + kind + "\"", "\"OF_A_LATER_VERSION\"");
            assertThat(read)
                    .contains(new Change.Ignorable("OF_A_LATER_VERSION"))
                    .allMatch(Change::understood);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "tin":"US1"                   | "tin":"us1"
            "tin":"US1"                   | "tin":null
            "tin":"US1",                  |
            "partner":"US-CTPAT","version" | "partner":"","version"
            "partner":"US-CTPAT","version" | "version"
            "version":4                   | "version":0
            "version":4                   | "version":null
            "version":4                   | "version":"x"
            "stored":false                | "stored":null
            "stored":false                | "stored":false,"more":1
            "stored":false,               |
            "state":"SUSPENDED"           | "state":"TOLERATED"
            "state":"SUSPENDED"           | "state":null
            "state":"SUSPENDED"           | "state":0
            "lines":[]                    | "lines":null
            "lines":[]                    | "lines":[null]
            "version":3                   | "version":0
            "version":1,                  | "version":5,
            "from":null                   | "from":99999999999999
            "from":null,                  |
            "spells":[{                   | "spells":[null,{
            "spells":[                    | "spells":null,"other":[
            "inForce":"1970-01-01T00:00:00Z" | "inForce":null
            "inForce":"1970-01-01T00:00:00Z" | "inForce":"one day"
            "staleAfterMillis":1,         | "staleAfterMillis":0,
            "staleAfterMillis":1,         | "staleAfterMillis":-1,
            "partner":"SG-STP"            | "partner":"EU-AEO"
            "partner":"SG-STP"            | "partner":null
            "FAST_LANE"                   | "FLYING_CARPET"
            "FAST_LANE"                   | null
            "benefits":{}                 | "benefits":null
            "benefits":{}                 | "benefits":{"IMPORTER":null}
            "partner":"US-CTPAT","lists"  | "partner":"","lists"
            "lists":[                     | "lists":[null,
            "version":2,"drawnAt"         | "version":0,"drawnAt"
            "drawnAt":                    | "drewAt":
            """)
    void oneThatMakesNoSenseIsNotPassedOver(String written, String instead) throws Exception {
        assertThat(altered(written, instead == null ? "" : instead))
                .filteredOn(change -> !change.understood())
                .isNotEmpty()
                .allMatch(Change.NotUnderstood.class::isInstance);
    }

    private static List<Change> altered(String written, String instead) throws Exception {
        var line = BatchJson.line(batch(List.of(ARRANGEMENTS, MEMBER, LISTS)), ServiceInMemory.KEY);
        var payload = new String(SignedLineCodec.read(line, KEYS), StandardCharsets.UTF_8);
        assertThat(payload).contains(written);
        var other = payload.replaceFirst(Pattern.quote(written), instead);
        var signed = SignedLineCodec.write(other.getBytes(StandardCharsets.UTF_8), ServiceInMemory.KEY);
        return BatchJson.read(signed, KEYS).changes();
    }

    private static Batch batch(List<Change> changes) {
        var issue = new Batch.Issue(WEDNESDAY, WEDNESDAY, Duration.ZERO, Duration.ofSeconds(60));
        return new Batch(Batch.Kind.CHANGES, "epoch", Batch.LIVE, 8, 7, 7 + changes.size(), issue, changes);
    }
}
