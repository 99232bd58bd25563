package org.trustedtrader.acceptance.journey;

import static org.trustedtrader.acceptance.journey.Chapter.APPLYING;
import static org.trustedtrader.acceptance.journey.Chapter.ASSESSMENT;
import static org.trustedtrader.acceptance.journey.Chapter.BORDER;
import static org.trustedtrader.acceptance.journey.Chapter.CHANGE;
import static org.trustedtrader.acceptance.journey.Chapter.CHEATS;
import static org.trustedtrader.acceptance.journey.Chapter.DECISION;
import static org.trustedtrader.acceptance.journey.Chapter.INTAKE;
import static org.trustedtrader.acceptance.journey.Chapter.PROLOGUE;
import static org.trustedtrader.acceptance.journey.Chapter.REVIEW;
import static org.trustedtrader.acceptance.journey.Chapter.SILENCE;
import static org.trustedtrader.acceptance.journey.Chapter.SUSPENSION;
import static org.trustedtrader.acceptance.journey.Chapter.VISIT;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The story, from the first application to the last cheat, as a list of steps in the order of their telling. */
final class Journey {

    private final Cast cast;
    private final List<Step> steps = new ArrayList<>();

    private Journey(Cast cast) {
        this.cast = cast;
    }

    /** @param suspensions how often the carrier is suspended and reinstated besides, to measure; usually 0 */
    static List<Step> of(Cast cast, int suspensions) {
        var journey = new Journey(cast);
        journey.companiesApply();
        journey.intakeAcceptsThem();
        journey.profilesAreAssessed();
        journey.visitsTakePlace();
        journey.headquartersDecides();
        journey.aTruckArrives();
        journey.partnersSeeEachOther();
        journey.theCarrierIsSuspended(suspensions);
        journey.cheatsAreRefused();
        journey.aMemberIsSilent();
        journey.aYearEnds();
        journey.aMemberChanges();
        return List.copyOf(journey.steps);
    }

    /** The steps of one chapter and of those that prepare it; all of them for null. */
    static List<Step> chapter(List<Step> steps, @Nullable Chapter chapter) {
        return chapter == null
                ? steps
                : steps.stream()
                        .filter(step -> step.chapter() == chapter
                                || chapter.preparation().contains(step.chapter()))
                        .toList();
    }

    private void companiesApply() {
        for (var company : cast.companies()) {
            add(PROLOGUE, company.who(), "looks for what an earlier run has left", company.leftovers()::cleared);
        }
        for (var company : cast.companies()) {
            var applicant = company.applicant();
            add(APPLYING, company.who(), "registers the " + company.name(), applicant::registers);
            add(APPLYING, company.who(), "drafts an application", applicant::drafts);
            add(APPLYING, company.who(), "submits it too early", applicant::submitsTooEarly);
            add(
                    APPLYING,
                    company.who(),
                    "fills it in",
                    () -> applicant.fillsIn(cast.time().today()));
            add(APPLYING, company.who(), "submits it", applicant::submits);
        }
    }

    private void intakeAcceptsThem() {
        var officer = cast.intake();
        for (var company : cast.companies()) {
            add(INTAKE, officer.who(), "accepts the " + company.name(), () -> officer.accepts(company.trader()));
            add(
                    INTAKE,
                    officer.who(),
                    "confirms the identifiers of the " + company.name(),
                    () -> officer.confirmsIdentifiers(company.trader()));
        }
        var carrier = cast.carrier();
        var applicant = carrier.applicant();
        letDaysPass(INTAKE, 5);
        add(INTAKE, carrier.who(), "sees the clock run", () -> applicant.seesProgress("RUNNING"));
        add(INTAKE, officer.who(), "asks the carrier for information", () -> officer.asks(carrier.trader()));
        letDaysPass(INTAKE, 7);
        add(INTAKE, carrier.who(), "sees the clock stand still", () -> applicant.seesProgress("PAUSED"));
        add(INTAKE, carrier.who(), "answers", applicant::answersTheQuestion);
        add(INTAKE, carrier.who(), "sees the clock run again", () -> applicant.seesProgress("RUNNING"));
        for (var company : cast.companies()) {
            var vetting = cast.vetting();
            add(INTAKE, vetting.who(), "vets the " + company.name(), () -> vetting.vets(company.trader()));
        }
    }

    private void profilesAreAssessed() {
        for (var company : cast.companies()) {
            var profile = company.profile();
            var assessor = company.assessor();
            var who = company.who();
            add(ASSESSMENT, who, "finds the assessment of the " + company.name() + " open", profile::opens);
            add(ASSESSMENT, who, "submits the empty profile", profile::submitsTooEarly);
            add(
                    ASSESSMENT,
                    who,
                    "answers every criterion",
                    () -> profile.answers(cast.time().today()));
            add(
                    ASSESSMENT,
                    who,
                    "attaches evidence",
                    () -> profile.attachesEvidence(cast.time().today()));
            add(ASSESSMENT, who, "declares the supply chain", profile::declaresTheSupplyChain);
            add(ASSESSMENT, who, "submits the profile", profile::submits);
            add(ASSESSMENT, assessor.who(), "judges every answer", () -> assessor.judges(company.trader()));
            add(ASSESSMENT, assessor.who(), "completes the assessment", () -> assessor.completes(company.trader()));
        }
        var carrier = cast.carrier();
        var assessor = carrier.assessor();
        add(ASSESSMENT, carrier.who(), "shows that its sites differ", carrier.profile()::differsBySite);
        add(ASSESSMENT, carrier.who(), "corrects what failed", carrier.profile()::correctsWhatFailed);
        add(ASSESSMENT, assessor.who(), "verifies", () -> assessor.verifiesCorrections(carrier.trader()));
    }

    private void visitsTakePlace() {
        var validator = cast.validator();
        for (var company : cast.companies()) {
            var trader = company.trader();
            var name = company.name();
            add(
                    VISIT,
                    validator.who(),
                    "finds the visits to the " + name + " due",
                    () -> validator.findsTheVisitsDue(trader));
            add(VISIT, validator.who(), "proposes slots 30 days ahead or later", () -> validator.proposes(trader));
            add(VISIT, company.who(), "confirms the first slot", company.host()::confirms);
        }
        add(
                VISIT,
                cast.time().who(),
                "lets the days until the visits pass",
                () -> cast.time().moveTo(lastVisit()));
        for (var company : cast.companies()) {
            var trader = company.trader();
            add(VISIT, validator.who(), "visits the " + company.name(), () -> validator.visits(trader));
            add(VISIT, validator.who(), "issues the report", () -> validator.reports(trader));
            add(VISIT, company.who(), "responds to the findings", company.host()::responds);
            add(VISIT, validator.who(), "resolves them and closes the visit", () -> validator.closes(trader));
        }
    }

    private void headquartersDecides() {
        var approver = cast.approver();
        for (var company : cast.companies()) {
            var trader = company.trader();
            var name = company.name();
            add(
                    DECISION,
                    approver.who(),
                    "finds the " + name + " up for decision",
                    () -> approver.findsTheFileReady(trader));
            if (company == cast.importer()) {
                var insider = cast.insider();
                add(
                        DECISION,
                        insider.who(),
                        "approves the file that the same person assessed (a cheat)",
                        () -> insider.mayNotApprove(trader));
            }
            add(DECISION, approver.who(), "approves the " + name, () -> approver.approves(trader));
            add(DECISION, company.who(), "signs the terms", company.applicant()::signsTheTerms);
            add(DECISION, approver.who(), "sees the membership start", () -> approver.seesMembership(trader, "ACTIVE"));
            add(DECISION, company.who(), "finds its entitlements", company.member()::findsTierTwo);
        }
    }

    private void aTruckArrives() {
        var border = cast.border();
        add(BORDER, cast.driverCard().who(), "registers the driver's FAST card", cast.driverCard()::register);
        add(BORDER, border.who(), "asks about the truck", () -> border.seesTheTruck(Border.ELIGIBLE));
        add(BORDER, border.who(), "asks about 1,000 identifiers at once", border::asksABatch);
    }

    private void partnersSeeEachOther() {
        var carrier = cast.carrier();
        var importer = cast.importer();
        add(
                BORDER,
                carrier.who(),
                "consents to be seen by the importer",
                () -> carrier.partner().consentsTo(importer.trader()));
        add(BORDER, importer.who(), "consents as well", () -> importer.partner().consentsTo(carrier.trader()));
        add(
                BORDER,
                importer.who(),
                "looks at the carrier",
                () -> importer.partner().sees(carrier.trader(), "ELIGIBLE"));
        add(
                BORDER,
                cast.competitor().who(),
                "looks at the carrier without a consent (a cheat)",
                () -> cast.competitor().asksAbout(carrier.trader()));
    }

    private void theCarrierIsSuspended(int repeated) {
        var border = cast.border();
        var officer = cast.approver();
        var suspension = cast.suspension();
        add(SUSPENSION, "an eavesdropper", "listens at the broker", cast.replayer()::listens);
        add(SUSPENSION, officer.who(), "suspends the carrier while the border keeps asking", suspension::begins);
        add(SUSPENSION, border.who(), "asks about the truck", () -> border.seesTheTruck(Border.INELIGIBLE));
        add(
                SUSPENSION,
                cast.importer().who(),
                "looks at the carrier",
                () -> cast.importer().partner().sees(cast.carrier().trader(), "INELIGIBLE"));
        add(
                SUSPENSION,
                cast.carrier().who(),
                "reads the letter about it",
                () -> cast.carrier().member().readsTheLetter("SUSPENSION"));
        letDaysPass(SUSPENSION, 1);
        add(SUSPENSION, officer.who(), "proposes to reinstate the carrier, and the manager decides", suspension::ends);
        add(SUSPENSION, border.who(), "asks about the truck", () -> border.seesTheTruck(Border.ELIGIBLE));
        add(
                SUSPENSION,
                border.who(),
                "asks as of yesterday",
                () -> border.remembers(suspension.during(), Border.INELIGIBLE));
        if (repeated > 0) {
            add(
                    SUSPENSION,
                    officer.who(),
                    "suspends and reinstates again and again",
                    () -> suspension.repeated(repeated));
        }
    }

    private void cheatsAreRefused() {
        var border = cast.border();
        var carrier = cast.carrier();
        add(
                CHEATS,
                cast.competitor().who(),
                "reads the carrier's file",
                () -> cast.competitor().readsTheFileOf(carrier.trader()));
        add(
                CHEATS,
                cast.otherRegion().who(),
                "opens the carrier's file from another region",
                () -> cast.otherRegion().breaksTheGlass(carrier.trader()));
        add(
                CHEATS,
                cast.auditor().who(),
                "reads who approved the importer",
                () -> cast.auditor().findsOneApproval(cast.importer().trader()));
        add(CHEATS, cast.approver().who(), "suspends the carrier once more", cast.suspension()::begins);
        add(
                CHEATS,
                "an eavesdropper",
                "replays the old reinstatement",
                () -> cast.replayer().replays(border, this::somethingNewerIsKnown));
        add(
                CHEATS,
                cast.approver().who(),
                "proposes to reinstate the carrier, and the manager decides",
                cast.suspension()::ends);
        add(CHEATS, border.who(), "asks about the truck", () -> border.seesTheTruck(Border.ELIGIBLE));
    }

    private void aMemberIsSilent() {
        var border = cast.border();
        var carrier = cast.carrier();
        var overdue = cast.overdueAction();
        add(SILENCE, overdue.assessor(), "finds a weakness and asks for an action", overdue::isProposed);
        add(SILENCE, overdue.manager(), "looks at what the carrier owes", overdue::isOwed);
        add(SILENCE, cast.time().who(), "lets the due date pass", overdue::fallsDue);
        add(SILENCE, carrier.who(), "reads the notice and does nothing", overdue::readsTheNotice);
        add(SILENCE, border.who(), "asks about the truck", () -> border.seesTheTruck(Border.ELIGIBLE));
        add(SILENCE, cast.time().who(), "lets the periods of the case end", overdue::passesInSilence);
        add(SILENCE, border.who(), "asks about the truck", () -> border.seesTheTruck(Border.INELIGIBLE));
        add(
                SILENCE,
                carrier.who(),
                "reads the letter about the suspension",
                () -> carrier.member().readsTheLetter("SUSPENSION"));
        add(SILENCE, carrier.who(), "does what was asked, and it is verified", overdue::isDoneAtLast);
        add(
                SILENCE,
                cast.approver().who(),
                "proposes to reinstate the carrier, and the manager decides",
                cast.suspension()::ends);
        add(SILENCE, border.who(), "asks about the truck", () -> border.seesTheTruck(Border.ELIGIBLE));
    }

    private void aMemberChanges() {
        var carrier = cast.carrier();
        var change = cast.recordChange();
        add(CHANGE, carrier.who(), "changes its legal name", change::isMadeToTheName);
        add(
                CHANGE,
                change.insider(),
                "triages the change and decides alone (a cheat)",
                change::isNotDecidedByOneOfficer);
        add(CHANGE, change.approver(), "decides", change::isDecided);
        add(CHANGE, carrier.who(), "claims another carrier code", change::isMadeToTheCode);
        add(CHANGE, change.intake(), "confirms it, and the border switches", change::takesEffectAtTheBorder);
        add(CHANGE, carrier.who(), "takes its old code back", change::isTakenBack);
        add(CHANGE, cast.importer().who(), "adds an account, which an officer confirms", change::isAnotherAccount);
    }

    private void aYearEnds() {
        var carrier = cast.carrier();
        var review = cast.annualReview();
        add(REVIEW, cast.time().who(), "lets the membership's first year come to its end", review::comes);
        add(REVIEW, carrier.who(), "finds the annual review open", review::isFound);
        add(REVIEW, carrier.who(), "submits it too early", review::isSubmittedTooEarly);
        add(REVIEW, carrier.who(), "affirms every criterion and confirms its lists", review::isAffirmed);
        add(REVIEW, carrier.who(), "submits it with expired evidence", review::lacksEvidence);
        add(REVIEW, carrier.who(), "renews the evidence", review::renewsTheEvidence);
        add(REVIEW, carrier.who(), "submits it", review::isSubmitted);
        add(REVIEW, review.assessor(), "returns it with a question", review::isReturned);
        add(REVIEW, carrier.who(), "confirms its contacts again and submits", review::isCompleted);
        add(REVIEW, review.assessor(), "accepts the review", review::isAccepted);
        add(REVIEW, review.manager(), "sees that nothing is owed", review::isMet);
        add(
                REVIEW,
                cast.border().who(),
                "asks about the truck",
                () -> cast.border().seesTheTruck(Border.ELIGIBLE));
    }

    private void somethingNewerIsKnown() {
        var version = cast.carrier().applicant().registersAgain();
        cast.border().knows(cast.carrier().trader().businessNumber(), version);
    }

    private Instant lastVisit() {
        return cast.companies().stream()
                .map(company -> cast.validator().beginning(company.trader()))
                .max(Instant::compareTo)
                .orElseThrow();
    }

    private void letDaysPass(Chapter chapter, int days) {
        add(
                chapter,
                cast.time().who(),
                "lets " + days + " day(s) pass",
                () -> cast.time().move(Duration.ofDays(days)));
    }

    private void add(Chapter chapter, String who, String what, Supplier<Outcome> action) {
        steps.add(new Step(chapter, who, what, action));
    }
}
