package org.trustedtrader.assessment.criteria;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CriterionTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");

    @ParameterizedTest
    @CsvSource({
        "YES_NO, YES, true",
        "YES_NO, NO, true",
        "YES_NO, yes, false",
        "YES_NO, maybe, false",
        "TEXT, We check every door., true",
        "TEXT, short, false",
        "DATE, 2026-11-23, true",
        "DATE, 2026-11-24, false",
        "DATE, 1900-01-01, true",
        "DATE, 1899-12-31, false",
        "DATE, 2999-12-31, false",
        "DATE, -999999999-01-01, false",
        "DATE, +999999999-12-31, false",
        "DATE, 23.11.2026, false"
    })
    void knowsTheFormOfAnAnswer(AnswerType type, String value, boolean good) {
        assertThat(criterion(Level.MUST, type, OptionalInt.empty())
                        .faultIn(value, TODAY)
                        .isEmpty())
                .isEqualTo(good);
    }

    @Test
    void aRequiredCriterionIsNotMetByNo() {
        var none = OptionalInt.empty();
        assertThat(criterion(Level.MUST, AnswerType.YES_NO, none).shortfallOf("NO", TODAY))
                .isPresent();
        assertThat(criterion(Level.MUST, AnswerType.YES_NO, none).shortfallOf("YES", TODAY))
                .isEmpty();
        assertThat(criterion(Level.SHOULD, AnswerType.YES_NO, none).shortfallOf("NO", TODAY))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2025-11-23, true", "2025-11-22, false"})
    void aDateMayLieSoManyDaysBackAndNotOneMore(String date, boolean met) {
        var yearly = criterion(Level.MUST, AnswerType.DATE, OptionalInt.of(365));
        assertThat(yearly.shortfallOf(date, TODAY).isEmpty()).isEqualTo(met);
    }

    @Test
    void onlyADateHasAnAge() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> criterion(Level.MUST, AnswerType.TEXT, OptionalInt.of(365)));
    }

    private static Criterion criterion(Level level, AnswerType type, OptionalInt maxAgeDays) {
        return new Criterion(
                "AB2CD",
                1,
                Category.SEALS,
                level,
                Set.of(LineOfBusiness.IMPORTER),
                type,
                maxAgeDays,
                new LocalText("Seal it.", "Scellez-le."),
                new LocalText("Well.", "Bien."),
                new EvidenceRequirement(Set.of(EvidenceKind.PHOTO), OptionalInt.empty(), false),
                LocalDate.parse("2026-01-01"),
                Optional.empty(),
                Map.of(),
                Set.of(Threat.CONTRABAND),
                AnswerLevel.COMPANY);
    }
}
