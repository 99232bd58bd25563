package org.trustedtrader.assessment.criteria;

/** What an evidence file shows. */
public enum EvidenceKind {
    AUDIT_REPORT,
    CERTIFICATE,
    CHECKLIST,
    CONTRACT,
    CORRESPONDENCE,
    ORGANISATION_CHART,
    PHOTO,
    POLICY,
    PROCEDURE,
    PROCESS_MAP,
    QUESTIONNAIRE,
    RECORD,
    RISK_ASSESSMENT,
    SCREENSHOT,
    SITE_PLAN,
    TRAINING_MATERIAL,
    TRAINING_RECORD,
    OTHER
}
