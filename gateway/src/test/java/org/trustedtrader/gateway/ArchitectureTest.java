package org.trustedtrader.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.server.WebFilter;

@AnalyzeClasses(packages = "org.trustedtrader.gateway", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("org.trustedtrader.gateway.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule filtersAreCalledFilters = classes()
            .that()
            .implement(WebFilter.class)
            .or()
            .implement(GlobalFilter.class)
            .should()
            .haveSimpleNameEndingWith("Filter");

    @ArchTest
    static final ArchRule configurationsAreCalledConfigurations =
            classes().that().areAnnotatedWith(Configuration.class).should().haveSimpleNameEndingWith("Configuration");

    @ArchTest
    static final ArchRule settingsAreCalledProperties = classes()
            .that()
            .areAnnotatedWith(ConfigurationProperties.class)
            .should()
            .haveSimpleNameEndingWith("Properties");

    /** The event loop waits for nobody. */
    @ArchTest
    static final ArchRule nothingIsServedByServlets =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("jakarta.servlet..", "org.apache.tomcat..");

    @ArchTest
    static final ArchRule settingsDependOnNothingElseHere = noClasses()
            .that()
            .resideInAPackage("..gateway.config")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..gateway.limits",
                    "..gateway.pages",
                    "..gateway.problems",
                    "..gateway.routes",
                    "..gateway.security",
                    "..gateway.session",
                    "..gateway.signin",
                    "..gateway.tracing");
}
