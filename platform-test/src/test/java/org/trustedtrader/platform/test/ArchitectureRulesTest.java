package org.trustedtrader.platform.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.trustedtrader.platform.test.layout.LayoutApplication;

/** The rules are tried on a small service that breaks each of them; on nothing at all they fail too. */
class ArchitectureRulesTest {

    private static final String BAD = LayoutApplication.class.getPackageName();

    @TestFactory
    Stream<DynamicTest> everyRuleFindsWhatBreaksIt() {
        JavaClasses classes = new ClassFileImporter().importPackages(BAD, "org.trustedtrader.elsewhere");
        return rules(classes);
    }

    @TestFactory
    Stream<DynamicTest> noRuleIsKeptByMatchingNothing() {
        return rules(new ClassFileImporter().importPackages("org.trustedtrader.nowhere"));
    }

    private static Stream<DynamicTest> rules(JavaClasses classes) {
        var rules = ArchitectureRules.rules(BAD);
        assertThat(rules).hasSize(6);
        return rules.entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(rule.getKey(), () -> refused(rule.getValue(), classes)));
    }

    private static void refused(ArchRule rule, JavaClasses classes) {
        assertThatThrownBy(() -> rule.check(classes)).isInstanceOf(AssertionError.class);
    }
}
