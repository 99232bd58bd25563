package org.trustedtrader.assessment.review.mongo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.trustedtrader.assessment.action.CorrectiveAction;
import org.trustedtrader.assessment.criteria.Category;
import org.trustedtrader.assessment.criteria.EvidenceKind;
import org.trustedtrader.assessment.criteria.Level;
import org.trustedtrader.assessment.criteria.LineOfBusiness;
import org.trustedtrader.assessment.criteria.Scope;
import org.trustedtrader.assessment.criteria.SiteFunction;
import org.trustedtrader.assessment.criteria.SiteFunctions;
import org.trustedtrader.assessment.criteria.Threat;
import org.trustedtrader.assessment.profile.Answer;
import org.trustedtrader.assessment.profile.EvidenceFile;
import org.trustedtrader.assessment.profile.ProfileScopes;
import org.trustedtrader.assessment.profile.SecurityProfile;
import org.trustedtrader.assessment.profile.SecurityProfile.Progress;
import org.trustedtrader.assessment.review.Assessment;
import org.trustedtrader.assessment.review.ExemptionProposal;
import org.trustedtrader.assessment.risk.Failure;
import org.trustedtrader.assessment.risk.RiskAssessment;
import org.trustedtrader.assessment.risk.RiskInputs;
import org.trustedtrader.assessment.risk.RiskModel;
import org.trustedtrader.assessment.risk.ThreatLevels;
import org.trustedtrader.assessment.supplychain.Leg;
import org.trustedtrader.assessment.supplychain.Place;
import org.trustedtrader.assessment.supplychain.SupplyChain;
import org.trustedtrader.assessment.supplychain.TransportMode;
import org.trustedtrader.platform.aggregate.Aggregate;

/** The assessments of the golden documents: one with every optional field, one with none. */
final class StoredAssessments {

    static final Aggregate.Stored STORED = new Aggregate.Stored("0b7c6f1e-5f0a-4b7e-9a55-6a1f8a3f9d10", 7, Map.of());

    private static final Instant OPENED = Instant.parse("2026-11-02T09:30:00Z");
    private static final Instant AT = Instant.parse("2026-11-23T12:00:00Z");
    private static final Place YARD = new Place(Optional.of("S1"), "Windsor yard", "CA", Optional.of("ON"));
    private static final SupplyChain CHAIN = new SupplyChain(List.of(
            new Leg("L1", YARD, Place.party("Parts Inc.", "US"), TransportMode.ROAD, true),
            new Leg("L2", YARD, YARD, TransportMode.STORAGE, false)));
    private static final Place MILL = Place.party("Mill", "DE");
    private static final Place PORT = new Place(Optional.empty(), "Montréal port", "CA", Optional.of("QC"));
    private static final SupplyChain CHAINS = new SupplyChain(List.of(
            new Leg("P1", YARD, Place.party("Parts Inc.", "US"), TransportMode.ROAD, true, Optional.of("Parts")),
            new Leg("S1", MILL, PORT, TransportMode.MARINE, true, Optional.of("Steel")),
            new Leg("S2", PORT, YARD, TransportMode.RAIL, false, Optional.of("Steel"))));

    private static final Set<LineOfBusiness> LINES = Set.of(LineOfBusiness.IMPORTER, LineOfBusiness.HIGHWAY_CARRIER);

    private static final List<SiteFunctions> SITES =
            List.of(new SiteFunctions("windsor", Set.of(SiteFunction.YARD, SiteFunction.CROSS_DOCK)));

    private static final List<ProfileScopes.StoredScope> SCOPES = List.of(
            new ProfileScopes.StoredScope(
                    Scope.line(LineOfBusiness.HIGHWAY_CARRIER), false, reference(2, Optional.of(2L)), List.of()),
            new ProfileScopes.StoredScope(
                    Scope.site("windsor"), false, reference(3, Optional.of(3L)), List.of(unasked())),
            new ProfileScopes.StoredScope(Scope.site("sarnia"), true, reference(1, Optional.empty()), List.of()));

    private StoredAssessments() {}

    /** The answers as a version stored them that did not know in which version of the profile they were given. */
    static List<Answer> answers() {
        return List.of(
                new Answer(
                        "A3CHY",
                        2,
                        true,
                        Answer.State.REJECTED,
                        Optional.of("We wrote it down."),
                        Optional.of("See the procedure."),
                        Optional.empty(),
                        Optional.of("This is not enough."),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        false),
                new Answer(
                        "TC6R8",
                        1,
                        true,
                        Answer.State.EXEMPTED,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("We own no trailers at all."),
                        Optional.of("No trailers."),
                        Optional.of(LocalDate.parse("2027-03-31")),
                        Optional.empty(),
                        Optional.empty(),
                        false),
                unasked());
    }

    static Answer unasked() {
        return new Answer(
                "GB6QN",
                1,
                false,
                Answer.State.EMPTY,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false);
    }

    static Assessment.Snapshot full(Optional<SecurityProfile.Reference> profile, List<Answer> answers) {
        return full(profile, answers, RiskModel.VERSION, CHAINS, LINES, Scope.site("windsor"));
    }

    /** With the rating as the version before stored it. */
    static Assessment.Snapshot fullOfModel1(Optional<SecurityProfile.Reference> profile, List<Answer> answers) {
        return full(profile, answers, "risk-model-1", CHAIN, Set.of(), Scope.COMPANY);
    }

    private static Assessment.Snapshot full(
            Optional<SecurityProfile.Reference> profile,
            List<Answer> answers,
            String modelVersion,
            SupplyChain chain,
            Set<LineOfBusiness> chainNeededBy,
            Scope second) {
        var model =
                new RiskModel(new ThreatLevels("2026-11", "made up", 1, Map.of("US", Map.of(Threat.CONTRABAND, 3))));
        var failures = List.of(
                new Failure("A3CHY", Category.SEALS, Level.MUST, Scope.COMPANY),
                new Failure("GB6QN", Category.PERSONNEL, Level.SHOULD, second));
        var assessed = model.assess(chain, chainNeededBy, failures, "2026.1", AT);
        var inputs = new RiskInputs(
                modelVersion,
                "2026-11",
                "2026.1",
                chainNeededBy,
                assessed.inputs().legs(),
                failures);
        return new Assessment.Snapshot(
                "123456782",
                LINES,
                "2026.1",
                Assessment.State.COMPLETED,
                profile,
                answers,
                List.of(file(1, "sceaux – procédure.pdf", Scope.COMPANY), file(2, "gate.jpg", second)),
                chain,
                Optional.of(new RiskAssessment(inputs, RiskModel.rate(inputs), AT)),
                List.of(verified(), proposed(second)),
                Set.of("user:adam", "user:zoe"),
                Set.of("user:paul"),
                OPENED,
                Optional.of(AT),
                Optional.of(AT.plusSeconds(60)),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                second.equals(Scope.COMPANY) ? List.of() : SCOPES,
                second.equals(Scope.COMPANY) ? List.of() : SITES);
    }

    /** Opened again for a revalidation. */
    static Assessment.Snapshot inRevalidation() {
        return new Assessment.Snapshot(
                "123456782",
                Set.of(LineOfBusiness.HIGHWAY_CARRIER),
                "2026.1",
                Assessment.State.REOPENED,
                Optional.of(reference(5, Optional.of(3L))),
                answers().subList(0, 1),
                List.of(),
                CHAIN,
                Optional.empty(),
                List.of(proposed(Scope.COMPANY)),
                Set.of("user:adam"),
                Set.of(),
                OPENED,
                Optional.of(AT),
                Optional.empty(),
                Optional.of(AT.plusSeconds(120)),
                Optional.empty(),
                List.of(new ExemptionProposal(
                        "A3CHY", "user:adam", "Not sealable.", LocalDate.of(2027, 3, 1), Scope.COMPANY)),
                List.of(),
                List.of());
    }

    /** Opened again for the changes of an annual review. */
    static Assessment.Snapshot withStatedChanges() {
        return new Assessment.Snapshot(
                "123456782",
                Set.of(LineOfBusiness.HIGHWAY_CARRIER),
                "2026.1",
                Assessment.State.REOPENED,
                Optional.of(reference(5, Optional.of(3L))),
                answers().subList(0, 1),
                List.of(),
                CHAIN,
                Optional.empty(),
                List.of(),
                Set.of("user:adam"),
                Set.of(),
                OPENED,
                Optional.of(AT),
                Optional.empty(),
                Optional.empty(),
                Optional.of(AT.plusSeconds(180)),
                List.of(),
                List.of(),
                List.of());
    }

    static Assessment.Snapshot bare(Optional<SecurityProfile.Reference> profile, List<Answer> answers) {
        return new Assessment.Snapshot(
                "123456782",
                Set.of(LineOfBusiness.HIGHWAY_CARRIER),
                "2026.1",
                Assessment.State.OPEN,
                profile,
                answers,
                List.of(),
                SupplyChain.UNDECLARED,
                Optional.empty(),
                List.of(),
                Set.of(),
                Set.of(),
                OPENED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of());
    }

    static SecurityProfile.Reference reference(long version, Optional<Long> submitted) {
        return new SecurityProfile.Reference(version, Progress.of(answers()), submitted);
    }

    private static EvidenceFile file(int number, String name, Scope scope) {
        boolean first = number == 1;
        return new EvidenceFile(
                "0a1b2c3d-0000-4000-8000-00000000000" + number,
                "content-" + number,
                "A3CHY",
                first ? EvidenceKind.PROCEDURE : EvidenceKind.PHOTO,
                name,
                number,
                first ? "application/pdf" : "image/jpeg",
                first ? 123456 : 2345,
                (first ? "ab" : "cd").repeat(32),
                first ? Optional.of(LocalDate.parse("2027-09-30")) : Optional.empty(),
                AT,
                scope);
    }

    private static CorrectiveAction verified() {
        return new CorrectiveAction(
                "A3CHY-1",
                "A3CHY",
                Level.MUST,
                "This is not enough.",
                CorrectiveAction.State.VERIFIED,
                LocalDate.parse("2027-02-21"),
                Optional.of("Security manager"),
                Optional.of("We write it."),
                Optional.of("Written."),
                Optional.of("Seen."),
                Optional.of(LocalDate.parse("2026-11-24")),
                1,
                Scope.COMPANY,
                true);
    }

    private static CorrectiveAction proposed(Scope scope) {
        return new CorrectiveAction(
                "Z68SD-1",
                "Z68SD",
                Level.SHOULD,
                "A fence is down.",
                CorrectiveAction.State.PROPOSED,
                LocalDate.parse("2027-02-22"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                scope,
                true);
    }
}
