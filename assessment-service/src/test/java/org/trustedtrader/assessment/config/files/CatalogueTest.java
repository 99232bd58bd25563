package org.trustedtrader.assessment.config.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trustedtrader.assessment.criteria.Catalogue;
import org.trustedtrader.assessment.criteria.Category;
import org.trustedtrader.assessment.criteria.Criterion;
import org.trustedtrader.assessment.criteria.LineOfBusiness;
import org.trustedtrader.assessment.criteria.Programme;

class CatalogueTest {

    private final Catalogue catalogue =
            CatalogueFiles.load(List.of("catalogue/2026.1")).kept("2026.1");

    @Test
    void holdsAtLeast48CriteriaWithIdsOfTheirOwn() {
        assertThat(catalogue.all()).hasSizeGreaterThanOrEqualTo(48);
        assertThat(catalogue.all()).extracting(Criterion::id).doesNotHaveDuplicates();
    }

    @Test
    void idsAreNotInAnyOrder() {
        assertThat(catalogue.all().stream().map(Criterion::id).sorted().toList())
                .isNotEqualTo(catalogue.all().stream().map(Criterion::id).toList());
    }

    @ParameterizedTest
    @EnumSource(Category.class)
    void asksAMustAndAShouldInEveryCategory(Category category) {
        var levels = catalogue.all().stream()
                .filter(criterion -> criterion.category() == category)
                .collect(Collectors.groupingBy(Criterion::level, Collectors.counting()));
        assertThat(levels).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(LineOfBusiness.class)
    void asksEveryLineOfBusinessSomethingRequiredInTheCorporateCategories(LineOfBusiness line) {
        var categories = catalogue.applicableTo(Set.of(line)).stream()
                .filter(Criterion::isMust)
                .map(Criterion::category)
                .collect(Collectors.toSet());
        assertThat(categories)
                .contains(
                        Category.VISION_AND_RESPONSIBILITY,
                        Category.RISK_ASSESSMENT,
                        Category.BUSINESS_PARTNERS,
                        Category.CYBERSECURITY,
                        Category.PERSONNEL,
                        Category.EDUCATION_AND_TRAINING);
    }

    @Test
    void asksBrokersNothingAboutConveyancesAndSeals() {
        assertThat(categoriesOf(LineOfBusiness.CUSTOMS_BROKER)).doesNotContain(Category.CONVEYANCES, Category.SEALS);
    }

    @Test
    void asksCarriersOtherThingsThanImporters() {
        assertThat(idsOf(LineOfBusiness.HIGHWAY_CARRIER))
                .contains("TC6R8")
                .isNotEqualTo(idsOf(LineOfBusiness.IMPORTER));
        assertThat(idsOf(LineOfBusiness.IMPORTER)).contains("HA998").doesNotContain("TC6R8");
    }

    @Test
    void sharesCriteriaBetweenLinesOfOneCompanyOnce() {
        Set<LineOfBusiness> both = Set.of(LineOfBusiness.HIGHWAY_CARRIER, LineOfBusiness.IMPORTER);
        assertThat(catalogue.applicableTo(both))
                .extracting(Criterion::id)
                .doesNotHaveDuplicates()
                .containsAll(idsOf(LineOfBusiness.HIGHWAY_CARRIER))
                .containsAll(idsOf(LineOfBusiness.IMPORTER));
    }

    @Test
    void everyTextExistsInEnglishAndInFrenchAndIsATranslation() {
        assertThat(catalogue.all()).allSatisfy(criterion -> {
            assertThat(criterion.text().fr())
                    .isNotBlank()
                    .isNotEqualTo(criterion.text().en());
            assertThat(criterion.guidance().fr())
                    .isNotBlank()
                    .isNotEqualTo(criterion.guidance().en());
            assertThat(criterion.text().en()).endsWith(".");
            assertThat(criterion.text().fr()).endsWith(".");
        });
    }

    @Test
    void everyCriterionIsCrossWalkedToEveryProgramme() {
        assertThat(catalogue.all())
                .allSatisfy(criterion -> assertThat(criterion.crosswalk()).containsOnlyKeys(Programme.values()));
    }

    private Set<Category> categoriesOf(LineOfBusiness line) {
        return catalogue.applicableTo(Set.of(line)).stream()
                .map(Criterion::category)
                .collect(Collectors.toSet());
    }

    private List<String> idsOf(LineOfBusiness... lines) {
        return catalogue.applicableTo(Set.copyOf(Arrays.asList(lines))).stream()
                .map(Criterion::id)
                .toList();
    }
}
