package org.trustedtrader.assessment.config;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.trustedtrader.assessment.assessment.AssessmentRules;
import org.trustedtrader.assessment.assessment.Assessments;
import org.trustedtrader.assessment.assessment.AttachEvidence;
import org.trustedtrader.assessment.assessment.DeclareSupplyChain;
import org.trustedtrader.assessment.assessment.EvidenceLimits;
import org.trustedtrader.assessment.assessment.EvidenceVault;
import org.trustedtrader.assessment.assessment.FollowApplication;
import org.trustedtrader.assessment.assessment.HeardApplications;
import org.trustedtrader.assessment.assessment.HeardCompanies;
import org.trustedtrader.assessment.assessment.JudgeProfile;
import org.trustedtrader.assessment.assessment.PrepareProfile;
import org.trustedtrader.assessment.assessment.WhatIf;
import org.trustedtrader.assessment.assessment.WorkOnActions;
import org.trustedtrader.assessment.config.files.CatalogueFiles;
import org.trustedtrader.assessment.config.files.ThreatFile;
import org.trustedtrader.assessment.criteria.Catalogues;
import org.trustedtrader.assessment.risk.RiskModel;

@Configuration
@EnableConfigurationProperties(AssessmentSettings.class)
class UseCases {

    @Bean
    Catalogues catalogues(AssessmentSettings settings) {
        return CatalogueFiles.load(settings.catalogues());
    }

    @Bean
    AssessmentRules assessmentRules(AssessmentSettings settings, Catalogues catalogues) {
        var model = new RiskModel(ThreatFile.load(settings.threatLevels()));
        return new AssessmentRules(catalogues, model, settings.actionDueDays());
    }

    @Bean
    FollowApplication followApplication(
            Assessments assessments, HeardApplications heard, Catalogues catalogues, Clock clock) {
        return new FollowApplication(assessments, heard, catalogues, clock);
    }

    @Bean
    PrepareProfile prepareProfile(Assessments assessments, Catalogues catalogues, Clock clock) {
        return new PrepareProfile(assessments, catalogues, clock);
    }

    @Bean
    JudgeProfile judgeProfile(Assessments assessments, AssessmentRules rules, Clock clock) {
        return new JudgeProfile(assessments, rules, clock);
    }

    @Bean
    WorkOnActions workOnActions(Assessments assessments, AssessmentRules rules, Clock clock) {
        return new WorkOnActions(assessments, rules, clock);
    }

    @Bean
    AttachEvidence attachEvidence(
            Assessments assessments, EvidenceVault vault, AssessmentSettings settings, Clock clock) {
        var evidence = settings.evidence();
        var limits =
                new EvidenceLimits(evidence.contentTypes(), evidence.largest().toBytes());
        return new AttachEvidence(assessments, vault, limits, clock);
    }

    @Bean
    DeclareSupplyChain declareSupplyChain(Assessments assessments, HeardCompanies companies, Clock clock) {
        return new DeclareSupplyChain(assessments, companies, clock);
    }

    @Bean
    WhatIf whatIf(Assessments assessments, DeclareSupplyChain declaring, AssessmentRules rules, Clock clock) {
        return new WhatIf(assessments, declaring, rules, clock);
    }
}
