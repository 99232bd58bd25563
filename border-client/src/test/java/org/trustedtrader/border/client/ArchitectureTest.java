package org.trustedtrader.border.client;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** A lane adds the client, the engine and Jackson to its program, and nothing else. A rule that matches no class fails. */
class ArchitectureTest {

    private static final JavaClasses CLIENT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.trustedtrader.border.client");

    @Test
    void theClientNeedsTheEngineAndJacksonOnly() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "tools.jackson..", "org.jspecify..", "org.trustedtrader.border..")
                .check(CLIENT);
    }

    @Test
    void nothingDependsOnTheExample() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..example")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..example")
                .check(CLIENT);
    }
}
