package org.trustedtrader.assessment.config.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.trustedtrader.assessment.criteria.Catalogue;
import org.trustedtrader.assessment.criteria.Catalogues;
import org.trustedtrader.assessment.criteria.Criterion;
import org.trustedtrader.assessment.criteria.LineOfBusiness;
import org.trustedtrader.assessment.criteria.Programme;

/** Version 2026.2: what those are asked who act for others, beside all that 2026.1 asks. */
class IntermediariesCatalogueTest {

    private static final Path FILES = Path.of("src/main/resources/catalogue/2026.2");
    private static final Catalogues CATALOGUES = CatalogueFiles.load(List.of("catalogue/2026.1", "catalogue/2026.2"));
    private static final Catalogue BEFORE = CATALOGUES.kept("2026.1");
    private static final Catalogue NOW = CATALOGUES.kept("2026.2");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "CUSTOMS_BROKER,     KV7PN W2FQD TH5YC P8RZB DX3GM Y6JMV",
        "FREIGHT_FORWARDER,  KV7PN W2FQD TH5YC P8RZB DX3GM Y6JMV",
        "SHIPPING_AGENT,     KV7PN W2FQD TH5YC P8RZB DX3GM Y6JMV",
        "WAREHOUSE_OPERATOR, KV7PN TH5YC P8RZB Y6JMV N9EUK"
    })
    void intermediariesAreAskedForWhatIsTheirs(LineOfBusiness line, String criteria) {
        assertThat(added(line)).extracting(Criterion::id).containsExactly(criteria.split(" "));
    }

    @ParameterizedTest
    @EnumSource(
            value = LineOfBusiness.class,
            names = {"CUSTOMS_BROKER", "FREIGHT_FORWARDER", "SHIPPING_AGENT", "WAREHOUSE_OPERATOR"},
            mode = EnumSource.Mode.EXCLUDE)
    void nothingChangesForTheOthers(LineOfBusiness line) {
        assertThat(NOW.applicableTo(Set.of(line))).isEqualTo(BEFORE.applicableTo(Set.of(line)));
    }

    @Test
    void everyCriterionOfTheVersionBeforeIsAskedUnchanged() {
        assertThat(NOW.all()).containsAll(BEFORE.all()).hasSize(BEFORE.all().size() + 7);
        assertThat(NOW.all()).extracting(Criterion::category).isSorted();
    }

    @Test
    void everyNewTextExistsInBothLanguagesAndIsCrossWalked() {
        for (LineOfBusiness line : LineOfBusiness.values()) {
            assertThat(added(line)).allSatisfy(criterion -> {
                assertThat(criterion.text().fr())
                        .isNotEqualTo(criterion.text().en())
                        .endsWith(".");
                assertThat(criterion.guidance().fr())
                        .isNotEqualTo(criterion.guidance().en())
                        .endsWith(".");
                assertThat(criterion.crosswalk()).containsOnlyKeys(Programme.values());
            });
        }
    }

    @Test
    void itIsInEffectFromItsDay() {
        assertThat(CATALOGUES.on(LocalDate.parse("2026-11-28"))).isEqualTo(BEFORE);
        assertThat(CATALOGUES.on(LocalDate.parse("2026-11-29"))).isEqualTo(NOW);
    }

    @Test
    void aBrokerMovesNoGoodsAndAWarehouseHoldsThem() {
        assertThat(NOW.linesWithGoods(Set.of(LineOfBusiness.values())))
                .doesNotContain(LineOfBusiness.CUSTOMS_BROKER, LineOfBusiness.SHIPPING_AGENT)
                .contains(LineOfBusiness.FREIGHT_FORWARDER, LineOfBusiness.WAREHOUSE_OPERATOR)
                .hasSize(LineOfBusiness.values().length - 2);
    }

    @Test
    void aCriterionOfTheVersionBeforeIsReplacedByAHigherRevisionOnly() throws IOException {
        for (String file : List.of("catalogue.yaml", "03-business-partners.yaml", "04-cybersecurity.yaml")) {
            Files.copy(FILES.resolve(file), folder.resolve(file));
        }
        String procedural = Files.readString(FILES.resolve("07-procedural.yaml"));
        Path changed = folder.resolve("07-procedural.yaml");
        Files.writeString(changed, procedural.replace("id: N9EUK", "id: UGX7K"));
        assertThatExceptionOfType(CatalogueFiles.CatalogueException.class)
                .isThrownBy(() -> CatalogueFiles.load(List.of(folder.toString())))
                .withMessageContaining("UGX7K is there twice");
        Files.writeString(changed, procedural.replace("id: N9EUK", "id: UGX7K\n    revision: 2"));
        Catalogue revised = CatalogueFiles.load(List.of(folder.toString())).kept("2026.2");
        assertThat(revised.find("UGX7K").orElseThrow().revision()).isEqualTo(2);
    }

    private static List<Criterion> added(LineOfBusiness line) {
        var before = BEFORE.applicableTo(Set.of(line));
        return NOW.applicableTo(Set.of(line)).stream()
                .filter(criterion -> !before.contains(criterion))
                .toList();
    }
}
