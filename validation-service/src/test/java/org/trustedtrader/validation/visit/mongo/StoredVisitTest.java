package org.trustedtrader.validation.visit.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.bson.Document;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trustedtrader.platform.aggregate.Aggregate.Stored;
import org.trustedtrader.validation.visit.AVisit;
import org.trustedtrader.validation.visit.RiskLevel;
import org.trustedtrader.validation.visit.Visit;
import org.trustedtrader.validation.visit.VisitState;

/** The stored form of a visit is that of the golden documents, which the first version of this service wrote. */
class StoredVisitTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final JsonWriterSettings EXACT = JsonWriterSettings.builder()
            .outputMode(JsonMode.EXTENDED)
            .indent(true)
            .build();

    private final VisitMapping mapping = new VisitMapping();

    @ParameterizedTest
    @EnumSource
    void aVisitInEveryStateIsStoredAndReadAsTheGoldenDocument(VisitState state) throws IOException {
        isGolden("visit-" + state.name().toLowerCase(Locale.ROOT).replace('_', '-'), AVisit.in(state));
    }

    @Test
    void anOrderedVisitIsStoredAndReadAsTheGoldenDocument() throws IOException {
        isGolden("visit-ordered", AVisit.adHoc(RiskLevel.HIGH));
    }

    private void isGolden(String name, Visit visit) throws IOException {
        var file = GOLDEN.resolve(name + ".json");
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(file, mapping.state(visit).toJson(EXACT) + "\n");
        }
        var golden = Document.parse(Files.readString(file));
        assertThat(mapping.state(visit).toBsonDocument()).isEqualTo(golden.toBsonDocument());
        assertThat(mapping.restore(new Stored(visit.id(), 7, Map.of()), golden).file())
                .isEqualTo(visit.file());
    }
}
