package org.trustedtrader.assessment.config;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.trustedtrader.assessment.config.files.CatalogueFiles;
import org.trustedtrader.assessment.config.files.MeasureFile;
import org.trustedtrader.assessment.criteria.Catalogues;
import org.trustedtrader.assessment.profile.EvidenceRules;
import org.trustedtrader.assessment.profile.EvidenceStore;
import org.trustedtrader.assessment.review.AdoptCatalogue;
import org.trustedtrader.assessment.review.ApplicationSnapshots;
import org.trustedtrader.assessment.review.AskedCriteria;
import org.trustedtrader.assessment.review.AssessmentRules;
import org.trustedtrader.assessment.review.Assessments;
import org.trustedtrader.assessment.review.AttachEvidence;
import org.trustedtrader.assessment.review.CompanyClock;
import org.trustedtrader.assessment.review.DeclareSupplyChain;
import org.trustedtrader.assessment.review.FollowApplication;
import org.trustedtrader.assessment.review.FollowSites;
import org.trustedtrader.assessment.review.MembershipSnapshots;
import org.trustedtrader.assessment.review.ReassessForChange;
import org.trustedtrader.assessment.review.SimulateRisk;
import org.trustedtrader.assessment.review.TakeOverProfile;
import org.trustedtrader.assessment.risk.RiskModel;
import org.trustedtrader.assessment.sitemeasure.SiteMeasureRecords;
import org.trustedtrader.assessment.sitemeasure.StateMeasure;
import org.trustedtrader.assessment.supplychain.CompanySites;
import org.trustedtrader.platform.region.RegionRecordsConfiguration;

@Configuration
@EnableConfigurationProperties(AssessmentProperties.class)
@Import(RegionRecordsConfiguration.class)
class AssessmentConfiguration {

    @Bean
    Catalogues catalogues(AssessmentProperties properties) {
        return CatalogueFiles.load(properties.catalogues());
    }

    @Bean
    AssessmentRules assessmentRules(AssessmentProperties properties, Catalogues catalogues, RiskModel model) {
        return new AssessmentRules(catalogues, model, properties.actionDueDays());
    }

    @Bean
    CompanyClock companyClock(Clock clock, CompanySites sites) {
        return new CompanyClock(clock, sites);
    }

    @Bean
    AskedCriteria askedCriteria(Catalogues catalogues, CompanySites companies) {
        return new AskedCriteria(catalogues, companies);
    }

    @Bean
    FollowSites followSites(Assessments assessments, AskedCriteria criteria, CompanyClock clock) {
        return new FollowSites(assessments, criteria, clock);
    }

    @Bean
    FollowApplication followApplication(
            Assessments assessments,
            ApplicationSnapshots applications,
            MembershipSnapshots memberships,
            AskedCriteria criteria,
            CompanyClock clock) {
        return new FollowApplication(assessments, applications, memberships, criteria, clock);
    }

    @Bean
    ReassessForChange reassessForChange(Assessments assessments, CompanyClock clock) {
        return new ReassessForChange(assessments, clock);
    }

    @Bean
    AdoptCatalogue adoptCatalogue(Assessments assessments, AskedCriteria criteria, CompanyClock clock) {
        return new AdoptCatalogue(assessments, criteria, clock);
    }

    @Bean
    EvidenceRules evidenceRules(AssessmentProperties properties) {
        var evidence = properties.evidence();
        return new EvidenceRules(
                evidence.contentTypes(),
                evidence.largest().toBytes(),
                evidence.total().toBytes());
    }

    @Bean
    TakeOverProfile takeOverProfile(
            Assessments assessments, AssessmentRules rules, EvidenceRules limits, CompanyClock clock) {
        return new TakeOverProfile(assessments, rules, limits, clock);
    }

    @Bean
    AttachEvidence attachEvidence(
            Assessments assessments, EvidenceStore store, EvidenceRules rules, CompanyClock clock) {
        return new AttachEvidence(assessments, store, rules, clock);
    }

    @Bean
    DeclareSupplyChain declareSupplyChain(Assessments assessments, CompanySites companies, CompanyClock clock) {
        return new DeclareSupplyChain(assessments, companies, clock);
    }

    @Bean
    StateMeasure stateMeasure(
            SiteMeasureRecords records,
            Assessments assessments,
            CompanySites companies,
            AssessmentProperties properties,
            CompanyClock clock) {
        return new StateMeasure(records, assessments, companies, MeasureFile.load(properties.siteMeasures()), clock);
    }

    @Bean
    SimulateRisk simulateRisk(
            Assessments assessments, DeclareSupplyChain declareSupplyChain, AssessmentRules rules, CompanyClock clock) {
        return new SimulateRisk(assessments, declareSupplyChain, rules, clock);
    }
}
