package org.trustedtrader.border;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import org.junit.jupiter.api.Test;
import org.trustedtrader.border.memory.BatchLookup;
import org.trustedtrader.border.memory.BorderMemory;
import org.trustedtrader.border.memory.Lookup;
import org.trustedtrader.border.memory.MemoryImage;
import org.trustedtrader.border.memory.StatusListener;

/** The engine is plain Java: a lane runs it without any of the service's libraries. A rule that matches no class fails. */
class ArchitectureTest {

    private static final JavaClasses ENGINE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("/border/client/"))
            .importPackages("org.trustedtrader.border");

    @Test
    void theEngineNeedsNoFramework() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..",
                        "org.bson..",
                        "com.mongodb..",
                        "jakarta..",
                        "io.netty..",
                        "java.net.http..",
                        "org.slf4j..",
                        "org.trustedtrader.platform..",
                        "org.trustedtrader.benefits..")
                .check(ENGINE);
    }

    @Test
    void theRulesKnowNoJson() {
        noClasses()
                .that()
                .resideOutsideOfPackages("..json..", "..snapshot..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("tools.jackson..", "com.fasterxml.jackson..", "com.networknt..")
                .check(ENGINE);
    }

    @Test
    void noPackagesDependOnEachOtherInCircles() {
        slices().assignedFrom(PackageSlices.EACH).should().beFreeOfCycles().check(ENGINE);
    }

    /** No other package uses columns, rows and indexes: questions go through these classes. */
    @Test
    void theColumnsLieBehindOneDoor() {
        classes()
                .that()
                .resideInAPackage("..memory")
                .and()
                .doNotBelongToAnyOf(
                        BorderMemory.class, BatchLookup.class, Lookup.class, MemoryImage.class, StatusListener.class)
                .should()
                .notBePublic()
                .check(ENGINE);
    }

    @Test
    void namesSayWhatAThingIs() {
        classes()
                .that()
                .areTopLevelClasses()
                .should()
                .haveNameNotMatching(".*(Impl|Helper|Utils?|Manager|Dto|DTO)$")
                .check(ENGINE);
    }

    /** Packages within packages are slices of their own. */
    private enum PackageSlices implements SliceAssignment {
        EACH;

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return SliceIdentifier.of(type.getPackageName());
        }

        @Override
        public String getDescription() {
            return "packages";
        }
    }
}
