package org.trustedtrader.platform;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom in the servlet services' platform: consumers know storage, storage knows the outbox, none knows back. */
@AnalyzeClasses(packages = "org.trustedtrader.platform", importOptions = DoNotIncludeTests.class)
class PlatformArchitectureTest {

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("org.trustedtrader.platform.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule outboxKnowsNoDatabase = noClasses()
            .that()
            .resideInAPackage("..platform.outbox..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.mongodb..", "org.bson..", "..platform.mongo..", "..platform.inbox..");

    @ArchTest
    static final ArchRule storageKnowsNoBrokerAndNoWeb = noClasses()
            .that()
            .resideInAPackage("..platform.mongo..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework.amqp..",
                    "com.rabbitmq..",
                    "org.springframework.web..",
                    "jakarta.servlet..",
                    "..platform.inbox..",
                    "..platform.web..");

    @ArchTest
    static final ArchRule codecsKnowRecordsAndDocumentsOnly = noClasses()
            .that()
            .resideInAPackage("..platform.mongo.codec..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework..", "com.mongodb..", "..platform.aggregate..", "..platform.outbox..");
}
