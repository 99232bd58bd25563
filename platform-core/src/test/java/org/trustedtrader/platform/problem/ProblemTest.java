package org.trustedtrader.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.trustedtrader.platform.message.Bundles;
import org.trustedtrader.platform.message.Message;

class ProblemTest {

    @ParameterizedTest
    @FieldSource("org.trustedtrader.platform.problem.ProblemType#ALL")
    void everyTypeHasATitleInBothLanguages(ProblemType type) {
        assertThat(Bundles.contains(type.title().key())).as(type.name()).isTrue();
        assertThat(type.title().in(Locale.FRENCH)).isNotEqualTo(type.title().in(Locale.ENGLISH));
    }

    @Test
    void aNameIsGivenOnce() {
        assertThat(ProblemType.ALL).extracting(ProblemType::name).doesNotHaveDuplicates();
    }

    @Test
    void theDocumentIsRenderedInOneLanguage() {
        var problem = Problem.of(
                        ProblemType.BAD_PARAMETER, "request.parameter", "at", Message.of("request.parameter-missing"))
                .with("at", Message.of("request.parameter-missing"));
        assertThat(problem.document(Locale.FRENCH, "/v1/x", "7").toString())
                .isEqualTo(
                        "{type=urn:ttp:problem:bad-parameter, title=Un paramètre de l’adresse est incorrect, status=400,"
                                + " detail=Le paramètre at manque., instance=/v1/x, traceId=7, errors=[{field=at, message=manque}]}");
    }

    @Test
    void aRuleWithoutATitleOfItsOwnHasTheTitleOfAllRules() {
        assertThat(ProblemType.rule("application-incomplete").title()).isEqualTo(Message.of("problem.rule-broken"));
        assertThat(ProblemType.rule("application-incomplete").uri())
                .isEqualTo("urn:ttp:problem:application-incomplete");
    }
}
