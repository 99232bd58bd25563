package org.trustedtrader.simulation;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The reference is worth something only as long as it shares nothing with what it is compared with. */
@AnalyzeClasses(packages = "org.trustedtrader.simulation")
class ArchitectureTest {

    private static final String REFERENCE = "org.trustedtrader.simulation.reference..";

    @ArchTest
    static final ArchRule theReferenceUsesNothingOfThePlatform = classes()
            .that()
            .resideInAPackage(REFERENCE)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(REFERENCE, "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule noFrameworkIsUsed = noClasses()
            .that()
            .resideInAPackage("org.trustedtrader.simulation..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "com.mongodb..", "org.bson..", "com.rabbitmq..");
}
