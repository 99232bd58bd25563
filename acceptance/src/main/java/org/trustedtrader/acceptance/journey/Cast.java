package org.trustedtrader.acceptance.journey;

import java.util.List;
import org.trustedtrader.acceptance.client.Callers;
import org.trustedtrader.acceptance.client.Platform;

/** Everybody who appears in the story, each signed in as a user or client of the demo realm. */
public record Cast(
        CompanyRoles carrier,
        CompanyRoles importer,
        IntakeOfficer intake,
        IntakeOfficer vetting,
        OtherRegionOfficer otherRegion,
        Validator validator,
        Approver approver,
        Approver insider,
        Auditor auditor,
        Competitor competitor,
        ProgrammeTime time,
        DriverCard driverCard,
        Border border,
        Suspension suspension,
        OverdueAction overdueAction,
        RecordChange recordChange,
        AnnualReview annualReview,
        EventReplayer replayer) {

    private static final String VERA = "user:00000000-0000-4000-8000-000000000008";
    private static final String SEAL_CHECKS = "JZB8A";
    private static final String SEAL_NUMBERS_AHEAD = "DGC52";

    public static Cast of(Callers callers, Platform.Broker broker) {
        var carrierRecord = Applicant.recordNamed("carrier.json");
        var importerRecord = Applicant.recordNamed("importer.json");
        var carrier = new Trader("carrier", "123456782", "HIGHWAY_CARRIER", callers.user("carla.owner"));
        var importer = new Trader("importer", "987654324", "IMPORTER", callers.user("ivan.owner"));
        var time = new ProgrammeTime(callers.user("oscar.operator"));
        var card = new DriverCard(callers.user("pm.morgan"), time);
        var border = new Border(callers.client("border-windsor"), time, "77YY", "987654324RM0001", card);
        var approver = new Approver(callers.user("paul.approver"));
        return new Cast(
                CompanyRoles.of(
                        carrier,
                        new Applicant(carrier, carrierRecord),
                        SEAL_CHECKS,
                        new Assessor(callers.user("adam.assessor"))),
                CompanyRoles.of(
                        importer,
                        new Applicant(importer, importerRecord),
                        SEAL_NUMBERS_AHEAD,
                        new Assessor(callers.user("erin.everything"))),
                new IntakeOfficer(callers.user("olivia.intake")),
                new IntakeOfficer(callers.user("iris.intelligence")),
                new OtherRegionOfficer(callers.user("bruno.intake"), callers.user("audrey.auditor")),
                new Validator(callers.user("vera.validator"), VERA),
                approver,
                new Approver(callers.user("erin.everything")),
                new Auditor(callers.user("audrey.auditor")),
                new Competitor(callers.user("mallory.owner")),
                time,
                card,
                border,
                new Suspension(approver, new Approver(callers.user("pm.morgan")), border, time, carrier),
                new OverdueAction(carrier, callers.user("adam.assessor"), callers.user("pm.morgan"), time, SEAL_CHECKS),
                new RecordChange(
                        carrier,
                        importer,
                        new RecordChange.Officers(
                                callers.user("olivia.intake"),
                                callers.user("erin.everything"),
                                callers.user("paul.approver")),
                        List.of("77YY", "77YZ"),
                        List.of(
                                border,
                                new Border(callers.client("border-windsor"), time, "77YZ", "987654324RM0001", card))),
                new AnnualReview(
                        carrier,
                        new SecurityProfile(carrier, SEAL_CHECKS),
                        callers.user("adam.assessor"),
                        callers.user("pm.morgan"),
                        time),
                new EventReplayer(broker, carrier));
    }

    List<CompanyRoles> companies() {
        return List.of(carrier, importer);
    }
}
