package org.trustedtrader.platform.test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * The rules of architecture that every service keeps. A rule that matches no class fails, so that none is kept by accident.
 * To be returned from a {@code @TestFactory}: {@code ArchitectureRules.of("org.trustedtrader.enrolment")}.
 */
public final class ArchitectureRules {

    private static final Set<String> EDGES = Set.of("web", "mongo", "messaging", "clients", "config");
    private static final Pattern BANNED = Pattern.compile(".*(Impl|Helper|Utils?|Manager|Dto|DTO)$");

    /** All rules of a module are about the same classes, which take seconds to read and much memory to keep. */
    private static final Map<String, SoftReference<JavaClasses>> READ = new ConcurrentHashMap<>();

    private ArchitectureRules() {}

    public static Stream<DynamicTest> of(String basePackage) {
        var classes = classesOf(basePackage);
        return rules(basePackage).entrySet().stream()
                .map(rule -> dynamicTest(rule.getKey(), () -> rule.getValue().check(classes)));
    }

    /** A module's classes without its tests. */
    static JavaClasses classesOf(String basePackage) {
        var known = READ.get(basePackage);
        var classes = known == null ? null : known.get();
        if (classes == null) {
            classes = new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages(basePackage);
            READ.put(basePackage, new SoftReference<>(classes));
        }
        return classes;
    }

    static Map<String, ArchRule> rules(String base) {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put(
                "the domain knows neither Spring nor MongoDB, HTTP or JSON",
                noClasses()
                        .that(areDomain(base))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "org.springframework..",
                                "org.bson..",
                                "com.mongodb..",
                                "jakarta.servlet..",
                                "tools.jackson..",
                                "com.fasterxml.jackson..",
                                "feign..",
                                "..platform.mongo..",
                                "..platform.web.."));
        rules.put(
                "the domain does not know its own edges",
                noClasses().that(areDomain(base)).should().dependOnClassesThat(areEdges(base)));
        rules.put(
                "only packages named mongo speak to MongoDB",
                noClasses()
                        .that()
                        .resideOutsideOfPackage("..mongo..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("org.bson..", "com.mongodb.."));
        rules.put("features do not depend on each other in circles", featuresFreeOfCycles(base));
        rules.put("names say what a thing is", classes().should().haveNameNotMatching(BANNED.pattern()));
        rules.put(
                "no service knows another one",
                noClasses()
                        .that()
                        .resideInAPackage(base + "..")
                        .should()
                        .dependOnClassesThat(areOfAnotherService(base)));
        return rules;
    }

    private static ArchRule featuresFreeOfCycles(String base) {
        return slices().matching(base + ".(*)..").should().beFreeOfCycles();
    }

    /** What lies neither at the root, where the main class is, nor in a package named after an edge. */
    private static DescribedPredicate<JavaClass> areDomain(String base) {
        return DescribedPredicate.describe(
                "are domain classes",
                type -> inside(base, type)
                        && !type.getPackageName().equals(base)
                        && Stream.of(type.getPackageName().split("\\.")).noneMatch(EDGES::contains));
    }

    private static DescribedPredicate<JavaClass> areEdges(String base) {
        return DescribedPredicate.describe(
                "are edge classes",
                type -> inside(base, type)
                        && Stream.of(type.getPackageName().split("\\.")).anyMatch(EDGES::contains));
    }

    private static DescribedPredicate<JavaClass> areOfAnotherService(String base) {
        return DescribedPredicate.describe(
                "are of another service",
                type -> type.getPackageName().startsWith("org.trustedtrader.")
                        && !type.getPackageName().startsWith("org.trustedtrader.platform")
                        && !type.getPackageName().startsWith("org.trustedtrader.border")
                        && !inside(base, type));
    }

    private static boolean inside(String base, JavaClass type) {
        return (type.getPackageName() + ".").startsWith(base + ".");
    }
}
