package org.trustedtrader.assessment.config.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trustedtrader.assessment.config.files.CatalogueFiles.CatalogueException;
import org.trustedtrader.assessment.criteria.Catalogues;

class CatalogueFilesTest {

    private static final Path GOOD = Path.of("src/main/resources/catalogue/2026.1");

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}: {1} → {2}")
    @CsvSource(delimiter = '|', textBlock = """
            06-seals.yaml           | level: SHOULD             | level: SHALL              | SHALL
            06-seals.yaml           | appliesTo: [SHIPPERS      | appliesTo: [SHIPPER       | SHIPPER
            06-seals.yaml           | answer: TEXT              | answer: TEXT, colour: red | 06-seals.yaml
            06-seals.yaml           | id: DGC52                 | id: dgc52                 | the id must match
            06-seals.yaml           | id: DGC52                 | id: A3CHY                 | criterion A3CHY is there twice
            06-seals.yaml           | threats: [CONTRABAND]     | threats: []               | mitigate a threat
            06-seals.yaml           | validForDays: 730         | validForDays: 0           | at least one day
            06-seals.yaml           | category: SEALS           | category: PROCEDURAL      | category SEALS has no criterion
            02-risk-assessment.yaml | maxAgeDays: 365           | maxAgeDay: 365            | maxAgeDay
            catalogue.yaml          | files:                    | files: []\\nrest:         | rest
            catalogue.yaml          | 12-education-and-training | 13-missing                | there is no such file
            """)
    void refusesAWrongFileAndSaysWhereAndWhy(String file, String good, String wrong, String reason) throws IOException {
        copyOfTheGoodOne();
        Path changed = folder.resolve(file);
        String before = Files.readString(changed);
        assertThat(before).contains(good);
        Files.writeString(changed, before.replace(good, wrong.replace("\\n", "\n")));
        assertThatExceptionOfType(CatalogueException.class)
                .isThrownBy(() -> CatalogueFiles.load(List.of(folder.toString())))
                .withMessageStartingWith("The criteria catalogue cannot be used.")
                .withMessageContaining(reason);
    }

    @Test
    void refusesACriterionWithoutItsFrenchText() throws IOException {
        copyOfTheGoodOne();
        Path changed = folder.resolve("06-seals.yaml");
        String before = Files.readString(changed);
        Files.writeString(changed, before.replaceFirst("(?m)^      fr: .*$", "      fr: ''"));
        assertThatExceptionOfType(CatalogueException.class)
                .isThrownBy(() -> CatalogueFiles.load(List.of(folder.toString())))
                .withMessageContaining("06-seals.yaml");
    }

    @Test
    void takesTheNewestVersionThatIsInEffect() throws IOException {
        copyOfTheGoodOne();
        Path head = folder.resolve("catalogue.yaml");
        Files.writeString(
                head, Files.readString(head).replace("\"2026.1\"", "\"2027.1\"").replace("2026-01-01", "2027-04-01"));
        Catalogues catalogues = CatalogueFiles.load(List.of(folder.toString(), "catalogue/2026.1"));
        assertThat(catalogues.on(LocalDate.parse("2025-06-01")).version()).isEqualTo("2026.1");
        assertThat(catalogues.on(LocalDate.parse("2027-03-31")).version()).isEqualTo("2026.1");
        assertThat(catalogues.on(LocalDate.parse("2027-04-01")).version()).isEqualTo("2027.1");
        assertThat(catalogues.kept("2026.1").effectiveFrom()).isEqualTo("2026-01-01");
    }

    @Test
    void refusesTwoVersionsOfTheSameName() {
        assertThatExceptionOfType(CatalogueException.class)
                .isThrownBy(() -> CatalogueFiles.load(List.of("catalogue/2026.1", "catalogue/2026.1")))
                .withMessageContaining("same version");
    }

    @Test
    void refusesThreatLevelsThatAreMissing() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> ThreatLevelFile.load("no-threats.yaml"))
                .withMessageContaining("no-threats.yaml");
    }

    private void copyOfTheGoodOne() throws IOException {
        try (var files = Files.list(GOOD)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName().toString()));
            }
        }
    }
}
