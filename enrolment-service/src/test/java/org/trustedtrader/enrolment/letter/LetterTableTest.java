package org.trustedtrader.enrolment.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trustedtrader.enrolment.letter.LetterKind.Aggregates.*;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trustedtrader.enrolment.changereport.ChangeReport;
import org.trustedtrader.enrolment.company.LineOfBusiness;
import org.trustedtrader.enrolment.company.OfficialLanguage;
import org.trustedtrader.enrolment.compliance.ComplianceCase;
import org.trustedtrader.enrolment.membership.ReasonCode;
import org.trustedtrader.platform.message.Bundles;

/** Every change of a record that touches a right has a letter, in both languages, without a text that is missing. */
class LetterTableTest {

    private static final Path SOURCES = Path.of("src/main/java/org/trustedtrader/enrolment");

    /** How the aggregates name a change. */
    private static final Pattern CHANGE =
            Pattern.compile("\\b(?:to|within|between|become|decide|decideAppeal|decided|change|serve|birth)\\("
                    + "(?:[^;\"]*?,)?\\s*\"([a-z]+(?:-[a-z]+)*)\"");

    private static final Map<String, String> AGGREGATES = Map.of(
            APPLICATION, "application/MembershipApplication.java",
            MEMBERSHIP, "membership/Membership.java",
            COMPLIANCE_CASE, "compliance/ComplianceCase.java",
            OBLIGATION, "obligation/Obligation.java",
            CHANGE_REPORT, "changereport/ChangeReport.java",
            ANNUAL_REVIEW, "annualreview/AnnualReview.java",
            COMPANY, "company/Company.java");

    /** Changes without a letter: the company's own acts, steps between officers, and what another letter tells. */
    private static final Map<String, Set<String>> WITHOUT = Map.of(
            APPLICATION,
            Set.of(
                    "drafted",
                    "amended",
                    "submitted",
                    "consideration-proposed",
                    "decider-named",
                    "check-started",
                    "information-provided",
                    "vetted",
                    "clock-started",
                    "clock-stopped",
                    "approval-proposed",
                    "terms-signed",
                    "withdrawn",
                    "lines-withdrawn",
                    "membership-ended"),
            MEMBERSHIP,
            Set.of(
                    "objected",
                    "proposed",
                    "proposal-dropped",
                    "decider-named",
                    "appealed",
                    "change-noted",
                    "variation-noted",
                    "line-given-up",
                    "withdrawn",
                    "case-noted"),
            COMPLIANCE_CASE,
            Set.of(
                    "notice-read",
                    "notice-deemed-served",
                    "answered",
                    "cured",
                    "answer-period-over",
                    "escalated",
                    "benefits-paused",
                    "proposed",
                    "decider-named"),
            OBLIGATION,
            Set.of(
                    "opened",
                    "reopened",
                    "met",
                    "source-rescheduled",
                    "rescheduled",
                    "turn-changed",
                    "voided",
                    "overdue",
                    "reminded",
                    "proposed",
                    "decider-named"),
            CHANGE_REPORT,
            Set.of("reported", "triaged", "decider-named", "answered", "voided"),
            ANNUAL_REVIEW,
            Set.of("covered", "affirmed", "list-confirmed", "submitted", "voided"),
            COMPANY,
            Set.of(
                    "registered",
                    "amended",
                    "identifier-claimed",
                    "identifiers-migrated",
                    "claims-lapsed",
                    "claims-renewed"));

    @TestFactory
    Stream<DynamicTest> everyChangeHasALetterOrAReasonToHaveNone() {
        return AGGREGATES.entrySet().stream()
                .map(one -> DynamicTest.dynamicTest(one.getKey(), () -> {
                    var expected = new TreeSet<>(WITHOUT.get(one.getKey()));
                    expected.addAll(lettersOf(one.getKey()));
                    assertThat(changesIn(one.getValue())).isEqualTo(expected);
                }));
    }

    @Test
    void noChangeHasALetterAndAReasonToHaveNone() {
        WITHOUT.forEach((aggregate, changes) ->
                assertThat(lettersOf(aggregate)).as(aggregate).doesNotContainAnyElementsOf(changes));
    }

    @ParameterizedTest
    @EnumSource
    void everyKindHasItsTextsInBothLanguages(LetterKind kind) {
        assertTexts(kind.key("title"));
        assertTexts(kind.key("text"));
        assertTexts(kind.basis().key());
    }

    @ParameterizedTest
    @EnumSource
    void everyRemedySaysWhatToDoAndToWhom(Remedy remedy) {
        assertTexts(remedy.key());
        assertTexts(remedy.addresseeKey());
    }

    @Test
    void everyCodeThatALetterShowsHasWords() {
        assertCodes("reason-code", ReasonCode.values());
        assertCodes("line", LineOfBusiness.values());
        assertCodes("case-outcome", ComplianceCase.Outcome.values());
        assertCodes("change-outcome", ChangeReport.Outcome.values());
        assertCodes("change-kind", ChangeReport.Kind.values());
    }

    /** What takes something away always says what can be done, and to whom. */
    @Test
    void whatTakesAwayHasARemedy() {
        assertThat(Stream.of(
                                LetterKind.INTENT_TO_DENY,
                                LetterKind.DENIAL,
                                LetterKind.LINES_DENIED,
                                LetterKind.LAPSE,
                                LetterKind.SUSPENSION,
                                LetterKind.SUSPENSION_CONFIRMED,
                                LetterKind.SUSPENSION_EXTENDED,
                                LetterKind.OBJECTION_DISMISSED,
                                LetterKind.CANCELLATION,
                                LetterKind.CANCELLATION_FINAL,
                                LetterKind.APPEAL_DISMISSED,
                                LetterKind.BENEFITS_PAUSED,
                                LetterKind.CASE_NOTICE,
                                LetterKind.CASE_DEFAULT,
                                LetterKind.IDENTIFIER_REFUSED,
                                LetterKind.IDENTIFIER_REVOKED,
                                LetterKind.IDENTIFIERS_EXPIRED)
                        .map(LetterKind::remedy))
                .doesNotContain(Remedy.NONE);
    }

    private static void assertCodes(String group, Enum<?>... constants) {
        for (var constant : constants) {
            assertTexts("letter." + group + "." + Remedy.kebab(constant.name()));
        }
    }

    private static void assertTexts(String key) {
        assertThat(Bundles.contains(key)).as(key).isTrue();
        var texts = Arrays.stream(OfficialLanguage.values())
                .map(language -> Bundles.pattern(key, language.locale()).orElseThrow())
                .collect(Collectors.toSet());
        assertThat(texts).as(key).doesNotContain("");
    }

    private static Set<String> lettersOf(String aggregate) {
        return Arrays.stream(LetterKind.values())
                .filter(kind -> kind.aggregate().equals(aggregate))
                .map(LetterKind::change)
                .collect(Collectors.toSet());
    }

    private static Set<String> changesIn(String file) throws IOException {
        return CHANGE.matcher(Files.readString(SOURCES.resolve(file)))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
