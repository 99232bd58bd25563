package org.trustedtrader.platform;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** This module runs in every process, whatever its web server: it depends on the JDK, Nimbus and Caffeine only. */
@AnalyzeClasses(packages = "org.trustedtrader.platform", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule dependsOnNoFramework = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "javax.crypto..",
                    "org.jspecify.annotations..",
                    "com.nimbusds.jose..",
                    "com.nimbusds.jwt..",
                    "com.github.benmanes.caffeine..",
                    "org.trustedtrader.platform..");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("org.trustedtrader.platform.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule domainIsIndependentOfTokens = noClasses()
            .that()
            .resideInAnyPackage("..aggregate..", "..event..", "..history..", "..refusal..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.nimbusds..", "com.github.benmanes..");
}
