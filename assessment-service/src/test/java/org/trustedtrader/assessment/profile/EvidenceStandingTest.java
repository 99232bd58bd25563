package org.trustedtrader.assessment.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.trustedtrader.assessment.config.files.CatalogueFiles;
import org.trustedtrader.assessment.criteria.Criterion;
import org.trustedtrader.assessment.criteria.EvidenceKind;
import org.trustedtrader.assessment.criteria.Scope;
import org.trustedtrader.assessment.profile.EvidenceFolder.Standing;

class EvidenceStandingTest {

    private static final Instant AT = Instant.parse("2026-11-23T12:00:00Z");
    private static final Moment NOW = new Moment(AT, ZoneId.of("America/Toronto"));
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    /** Wants a file. */
    private static final Criterion CRITERION = CatalogueFiles.load(List.of("catalogue/2026.1"))
            .kept("2026.1")
            .find("A3CHY")
            .orElseThrow();

    @Test
    void isMissingWithoutAFileThatCounts() {
        assertThat(standing()).isEqualTo(new Standing(true, Optional.empty()));
        assertThat(standing(TODAY.minusDays(1))).isEqualTo(new Standing(true, Optional.empty()));
    }

    @Test
    void countsToTheLastDayOfTheFileThatLastsLongest() {
        assertThat(standing(TODAY)).isEqualTo(new Standing(false, Optional.of(TODAY)));
        assertThat(standing(TODAY.minusDays(1), TODAY.plusDays(30), TODAY.plusDays(9)))
                .isEqualTo(new Standing(false, Optional.of(TODAY.plusDays(30))));
    }

    @Test
    void countsAsLongAsTheCriterionSaysIfTheFileNamesNoDay() {
        var validFor = CRITERION.evidence().validForDays();
        var until =
                validFor.isPresent() ? Optional.of(TODAY.plusDays(validFor.getAsInt())) : Optional.<LocalDate>empty();
        assertThat(standing((LocalDate) null)).isEqualTo(new Standing(false, until));
    }

    private static Standing standing(@Nullable LocalDate... expiries) {
        var files = Arrays.stream(expiries).map(EvidenceStandingTest::file).toList();
        return new EvidenceFolder(files)
                .standing(CRITERION, Scope.COMPANY, Answer.missing(CRITERION.id(), CRITERION.revision()), NOW);
    }

    private static EvidenceFile file(@Nullable LocalDate expiresOn) {
        return new EvidenceFile(
                "f-" + expiresOn,
                "content",
                "A3CHY",
                EvidenceKind.PROCEDURE,
                "seals.pdf",
                1,
                "application/pdf",
                123,
                "ab".repeat(32),
                Optional.ofNullable(expiresOn),
                AT,
                Scope.COMPANY);
    }
}
