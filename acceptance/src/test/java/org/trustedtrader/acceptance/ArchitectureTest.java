package org.trustedtrader.acceptance;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The story runs outside the platform: it uses HTTP and the broker only. */
@AnalyzeClasses(packages = "org.trustedtrader", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ACCEPTANCE = "org.trustedtrader.acceptance..";

    @ArchTest
    static final ArchRule knowsThePlatformFromOutsideOnly = noClasses()
            .that()
            .resideInAPackage(ACCEPTANCE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.trustedtrader.platform..",
                    "org.trustedtrader.local..",
                    "org.trustedtrader.border..",
                    "com.mongodb..",
                    "org.springframework..");

    @ArchTest
    static final ArchRule clientKnowsNoStory = noClasses()
            .that()
            .resideInAnyPackage("..acceptance.client..", "..acceptance.evidence..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..acceptance.journey..");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("org.trustedtrader.acceptance.(*)..").should().beFreeOfCycles();
}
