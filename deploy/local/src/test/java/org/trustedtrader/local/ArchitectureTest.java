package org.trustedtrader.local;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * The launcher starts the platform as processes and shares no code with it. The command line depends on the launcher, never
 * the other way round. A rule that matches no class fails.
 */
@AnalyzeClasses(packages = "org.trustedtrader.local", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] EMBEDDED_SERVERS = {
        "de.bwaldvogel..", "org.h2..", "org.apache.qpid..", "io.netty..", "com.mongodb..", "com.rabbitmq.."
    };

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("org.trustedtrader.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule sharesNoCodeWithThePlatform = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.jspecify.annotations..",
                    "tools.jackson..",
                    "org.trustedtrader.local..",
                    "de.bwaldvogel..",
                    "org.h2..",
                    "org.apache.qpid..",
                    "io.netty..");

    @ArchTest
    static final ArchRule commandsKnowNoEmbeddedServer = noClasses()
            .that()
            .resideInAPackage("..local.command..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(EMBEDDED_SERVERS);

    @ArchTest
    static final ArchRule launcherKnowsNoCommand = noClasses()
            .that()
            .resideInAPackage("org.trustedtrader.local")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..local.command..");

    @ArchTest
    static final ArchRule databaseAndBrokerAreIndependent = noClasses()
            .that()
            .haveSimpleNameStartingWith("EmbeddedMongo")
            .or()
            .haveSimpleNameStartingWith("Stored")
            .should()
            .dependOnClassesThat()
            .haveSimpleNameStartingWith("EmbeddedBroker");
}
