package org.trustedtrader.enrolment.application;

/**
 * The reports of assessment and validation, kept whole and newest-only beside the applications, so that a report is
 * there when its application becomes ready for it, whatever order the events came in.
 */
public interface ReviewReports {

    /** Keeps a report on the application's assessment; an older one than is kept is ignored. */
    void keep(String applicationId, AssessmentReport report);

    /** Keeps a report on one visit; an older one than is kept is ignored. */
    void keep(String applicationId, VisitReport report);

    /** Everything kept about an application. */
    ApplicationReports about(String applicationId);
}
