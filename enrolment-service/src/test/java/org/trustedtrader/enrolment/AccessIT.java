package org.trustedtrader.enrolment;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;
import static org.trustedtrader.enrolment.Requests.*;
import static org.trustedtrader.platform.test.Caller.*;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.trustedtrader.enrolment.annualreview.AnnualReview;
import org.trustedtrader.enrolment.annualreview.AnnualReviewRules;
import org.trustedtrader.enrolment.annualreview.AnnualReviews;
import org.trustedtrader.enrolment.company.LineOfBusiness;
import org.trustedtrader.enrolment.company.OfficialLanguage;
import org.trustedtrader.enrolment.compliance.ComplianceCase;
import org.trustedtrader.enrolment.compliance.ComplianceCases;
import org.trustedtrader.enrolment.letter.Letter;
import org.trustedtrader.enrolment.letter.LetterContent;
import org.trustedtrader.enrolment.letter.LetterKind;
import org.trustedtrader.enrolment.letter.Letters;
import org.trustedtrader.enrolment.letter.Remedy;
import org.trustedtrader.enrolment.membership.Membership;
import org.trustedtrader.enrolment.membership.ReasonCode;
import org.trustedtrader.enrolment.membership.StartMembership;
import org.trustedtrader.enrolment.obligation.Obligation;
import org.trustedtrader.enrolment.obligation.ObligationPolicies;
import org.trustedtrader.enrolment.obligation.ObligationPolicy;
import org.trustedtrader.enrolment.obligation.Obligations;
import org.trustedtrader.enrolment.programmepolicy.PolicyDocuments;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.test.AccessRow;
import org.trustedtrader.platform.test.AccessTableTests;
import org.trustedtrader.platform.test.Caller;
import org.trustedtrader.platform.test.Http;
import org.trustedtrader.platform.test.TestTokens;

/** Every endpoint of the service, called by everybody. */
@EnrolmentServiceIT
class AccessIT {

    private static final long NEVER = 999;
    private static final String IDENTIFIER = "/identifiers/{scheme}/{number}";
    private static final Map<String, Object> CARD =
            Map.of("number", "ACCESS1", "programme", "FAST", "validFrom", "2026-01-01", "validUntil", "2030-12-31");
    private static final Caller[] PROPOSERS = {ASSESSOR, VALIDATOR, APPROVER, PROGRAMME_MANAGER, INTELLIGENCE_OFFICER};
    private static final Caller[] OFFICERS = {
        INTAKE_OFFICER, ASSESSOR, VALIDATOR, APPROVER, INTELLIGENCE_OFFICER, AUDITOR, PROGRAMME_MANAGER
    };

    private final Http http;
    private final RequestMappingHandlerMapping endpoints;
    private final StartMembership start;
    private final Obligations obligations;
    private final ComplianceCases cases;
    private final AnnualReviews reviews;
    private final Clock clock;
    private final Letters letters;
    private final String nothing = UUID.randomUUID().toString();
    private final String membership = UUID.randomUUID().toString();

    AccessIT(
            Http http,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping endpoints,
            StartMembership start,
            Obligations obligations,
            ComplianceCases cases,
            AnnualReviews reviews,
            Letters letters,
            Clock clock) {
        this.http = http;
        this.endpoints = endpoints;
        this.start = start;
        this.obligations = obligations;
        this.cases = cases;
        this.reviews = reviews;
        this.clock = clock;
        this.letters = letters;
    }

    @TestFactory
    Stream<DynamicTest> everyEndpointAsEverybody() {
        var owner = TestTokens.user("owner").roles("account-owner").company(OWN_COMPANY);
        http.post("/v1/companies").by(owner).json(company(OWN_COMPANY)).send();
        var application =
                http.post("/v1/applications").by(owner).json(draft()).send().location();
        start.from(membership, new Membership.Approved(OWN_COMPANY, Set.of(LineOfBusiness.IMPORTER)));
        return AccessTableTests.of("enrolment", http, endpoints)
                .rows(companies())
                .rows(applications(application.substring(application.lastIndexOf('/') + 1)))
                .rows(memberships())
                .rows(obligations())
                .rows(complianceCases())
                .rows(changeReports())
                .rows(annualReviews())
                .rows(programmePolicies())
                .rows(letters())
                .rows(driverCards())
                .rows(regionAccesses())
                .rows(monitoring())
                .rows(clock())
                .keepsFiles(this::breakGlass)
                .checks();
    }

    private List<AccessRow> companies() {
        var one = "/v1/companies/{businessNumber}";
        var own = "/v1/companies/" + OWN_COMPANY;
        var none = "/v1/companies/" + freshBusinessNumber();
        var amended = company(OWN_COMPANY);
        var account = "/identifiers/bn15/" + OWN_COMPANY + "RM0001";
        return List.of(
                AccessRow.of(GET, "/v1/companies").allows(readers()).allows(OTHER_OWNER),
                // A body that cannot be read: nobody may register anybody else's company, whatever their role.
                AccessRow.of(POST, "/v1/companies")
                        .with(call -> call.json("{}"))
                        .allows(OWN_OWNER, OWN_FULL_USER, OTHER_OWNER),
                AccessRow.of(GET, one).at(own, none).allows(readers()).hidesFrom(OTHER_OWNER),
                AccessRow.of(PUT, one)
                        .at(own, none)
                        .with(call -> call.ifMatch(NEVER).json(amended))
                        .allows(OWN_OWNER, OWN_FULL_USER)
                        .hidesFrom(OTHER_OWNER),
                AccessRow.of(GET, one + "/history")
                        .at(own + "/history", none + "/history")
                        .allows(readers())
                        .hidesFrom(OTHER_OWNER),
                AccessRow.of(GET, one + "/identifiers")
                        .at(own + "/identifiers", none + "/identifiers")
                        .allows(readers())
                        .hidesFrom(OTHER_OWNER),
                AccessRow.of(POST, one + "/identifiers")
                        .at(own + "/identifiers", none + "/identifiers")
                        .with(call -> call.ifMatch(NEVER).json(Map.of("scheme", "CSA", "number", "CSA123")))
                        .allows(OWN_OWNER, OWN_FULL_USER)
                        .hidesFrom(OTHER_OWNER),
                AccessRow.of(GET, one + IDENTIFIER)
                        .at(own + account, none + account)
                        .allows(readers())
                        .hidesFrom(OTHER_OWNER),
                onIdentifier(own + account, "/confirmation", Map.of("source", "Register")),
                onIdentifier(own + account, "/refusal", Map.of("source", "Register", "reason", "Another's.")),
                onIdentifier(own + account, "/revocation", Map.of("source", "Register", "reason", "Another's.")),
                AccessRow.of(GET, "/v1/identifiers").allows(OFFICERS),
                AccessRow.of(GET, "/internal/companies/{businessNumber}")
                        .at("/internal/companies/" + OWN_COMPANY)
                        .allows(SERVICE));
    }

    private static AccessRow onIdentifier(String identifier, String what, Map<String, Object> body) {
        return AccessRow.of(POST, "/v1/companies/{businessNumber}" + IDENTIFIER + what)
                .at(identifier + what)
                .with(call -> call.ifMatch(NEVER).json(body))
                .allows(INTAKE_OFFICER);
    }

    private List<AccessRow> applications(String id) {
        var rows = new ArrayList<AccessRow>();
        var noun = "/v1/applications";
        rows.add(AccessRow.of(GET, noun).allows(readers()).allows(OTHER_OWNER));
        rows.add(AccessRow.of(POST, noun)
                .with(call -> call.json(draft()))
                .allows(OWN_OWNER, OWN_FULL_USER, OTHER_OWNER));
        for (var read : List.of("", "/progress", "/history")) {
            rows.add(row(GET, noun, read, id).allows(readers()).hidesFrom(OTHER_OWNER));
        }
        rows.add(
                row(PUT, noun, "", id, draft()).allows(OWN_OWNER, OWN_FULL_USER).hidesFrom(OTHER_OWNER));
        rows.add(row(POST, noun, "/submission", id).allows(OWN_OWNER).hidesFrom(OTHER_OWNER));
        rows.add(row(POST, noun, "/information", id, Map.of("answer", "This."))
                .allows(OWN_OWNER, OWN_FULL_USER)
                .hidesFrom(OTHER_OWNER));
        rows.add(row(POST, noun, "/terms-signature", id, Map.of("termsVersion", "2026-1"))
                .allows(OWN_OWNER)
                .hidesFrom(OTHER_OWNER));
        rows.add(row(POST, noun, "/withdrawal", id, reason()).allows(OWN_OWNER).hidesFrom(OTHER_OWNER));
        rows.add(row(
                        POST,
                        noun,
                        "/line-withdrawal",
                        id,
                        Map.of("lines", List.of("IMPORTER"), "reason", "We stopped importing."))
                .allows(OWN_OWNER)
                .hidesFrom(OTHER_OWNER));
        rows.add(row(POST, noun, "/completeness-check", id).allows(INTAKE_OFFICER));
        rows.add(row(POST, noun, "/return", id, reason()).allows(INTAKE_OFFICER));
        rows.add(row(POST, noun, "/acceptance", id).allows(INTAKE_OFFICER));
        rows.add(row(POST, noun, "/information-requests", id, Map.of("question", "What?"))
                .allows(INTAKE_OFFICER, ASSESSOR, VALIDATOR, APPROVER));
        rows.add(row(POST, noun, "/vetting", id, Map.of("outcome", "CLEAR"))
                .allows(INTAKE_OFFICER, ASSESSOR, INTELLIGENCE_OFFICER));
        var exemption = Map.<String, Object>of("section", "SOLVENCY", "reason", "Pilot.", "expiresOn", "2030-01-01");
        rows.add(row(POST, noun, "/special-considerations", id, exemption).allows(APPROVER));
        rows.add(row(POST, noun, "/special-consideration-proposals", id, exemption)
                .allows(INTAKE_OFFICER, ASSESSOR, APPROVER, PROGRAMME_MANAGER));
        var named =
                Map.<String, Object>of("matter", "DECISION", "officer", "user:paul", "reason", "Nobody else is left.");
        rows.add(row(POST, noun, "/decider", id, named).allows(PROGRAMME_MANAGER));
        rows.add(row(POST, noun, "/approval-proposal", id, grounds()).allows(APPROVER));
        rows.add(row(POST, noun, "/approval", id, grounds()).allows(APPROVER));
        rows.add(row(POST, noun, "/intent-to-deny", id, grounds()).allows(APPROVER));
        rows.add(row(POST, noun, "/informal-review", id, reason())
                .allows(OWN_OWNER)
                .hidesFrom(OTHER_OWNER));
        rows.add(row(POST, noun, "/denial", id, grounds()).allows(APPROVER));
        rows.add(row(POST, noun, "/send-back", id, reason()).allows(APPROVER));
        return rows;
    }

    private List<AccessRow> memberships() {
        var rows = new ArrayList<AccessRow>();
        var noun = "/v1/memberships";
        var step = Map.<String, Object>of("legalBasis", "Customs Act, s. 11.1");
        rows.add(AccessRow.of(GET, noun).allows(readers()).allows(OTHER_OWNER));
        rows.add(row(GET, noun, "", membership).allows(readers()).hidesFrom(OTHER_OWNER));
        rows.add(row(GET, noun, "/history", membership).allows(readers()).hidesFrom(OTHER_OWNER));
        rows.add(row(POST, noun, "/appeal", membership, reason())
                .allows(OWN_OWNER)
                .hidesFrom(OTHER_OWNER));
        rows.add(row(POST, noun, "/withdrawal", membership, reason())
                .allows(OWN_OWNER)
                .hidesFrom(OTHER_OWNER));
        rows.add(row(POST, noun, "/suspension", membership, decision("CONVICTION"))
                .allows(APPROVER, PROGRAMME_MANAGER, INTELLIGENCE_OFFICER));
        rows.add(row(POST, noun, "/reinstatement", membership, decision("CAUSE_REMEDIED"))
                .allows(APPROVER, PROGRAMME_MANAGER));
        for (var officers : List.of("/suspension-confirmation", "/suspension-extension")) {
            rows.add(row(POST, noun, officers, membership, reason()).allows(APPROVER, PROGRAMME_MANAGER));
        }
        rows.add(row(POST, noun, "/objection", membership, reason())
                .allows(OWN_OWNER)
                .hidesFrom(OTHER_OWNER));
        var answer = Map.<String, Object>of("outcome", "UPHELD", "legalBasis", "Customs Act, s. 11.1");
        rows.add(row(POST, noun, "/objection-answer", membership, answer).allows(APPROVER, PROGRAMME_MANAGER));
        var proposal = new HashMap<String, Object>(decision("CAUSE_REMEDIED"));
        proposal.put("kind", "REINSTATEMENT");
        rows.add(row(POST, noun, "/proposal", membership, proposal).allows(PROPOSERS));
        rows.add(row(POST, noun, "/proposal-withdrawal", membership, reason()).allows(PROPOSERS));
        var named = Map.<String, Object>of("officer", "user:paul", "reason", "Nobody else is left.");
        rows.add(row(POST, noun, "/decider", membership, named).allows(PROGRAMME_MANAGER));
        var appealDecision = Map.<String, Object>of("outcome", "ALLOWED", "legalBasis", "Customs Act, s. 11.1");
        rows.add(row(POST, noun, "/appeal-decision", membership, appealDecision).allows(APPROVER, PROGRAMME_MANAGER));
        for (var plan : List.of("/action-plan", "/action-plan-completion")) {
            rows.add(row(POST, noun, plan, membership, step).allows(ASSESSOR, APPROVER, PROGRAMME_MANAGER));
        }
        rows.add(row(POST, noun, "/revalidation", membership, step).allows(VALIDATOR, PROGRAMME_MANAGER));
        rows.add(row(POST, noun, "/revalidation-completion", membership, step).allows(APPROVER, PROGRAMME_MANAGER));
        var line = Map.<String, Object>of("line", "IMPORTER", "reason", "We only carry.");
        rows.add(row(POST, noun, "/line-removal", membership, line)
                .allows(OWN_OWNER)
                .hidesFrom(OTHER_OWNER));
        return rows;
    }

    private List<AccessRow> obligations() {
        var subject = new Obligation.Subject(membership, OWN_COMPANY, "MUST_ACTION", "action/access");
        var due = LocalDate.of(2099, 1, 1);
        var status = new Obligation.Status(due, false, ObligationPolicy.Owner.COMPANY);
        var policy = ObligationPolicies.defaults().of("MUST_ACTION");
        obligations.createIfAbsent(Obligation.open(subject, status, policy, Actor.service("test"), Instant.now()));
        var noun = "/v1/obligations";
        var rows = new ArrayList<AccessRow>();
        rows.add(AccessRow.of(GET, noun).allows(readers()).allows(OTHER_OWNER));
        for (var read : List.of("", "/history")) {
            rows.add(row(GET, noun, read, subject.id()).allows(readers()).hidesFrom(OTHER_OWNER));
        }
        var extension = Map.<String, Object>of("dueOn", "2099-06-01", "reason", "A strike.");
        rows.add(row(POST, noun, "/extension", subject.id(), extension).allows(APPROVER, PROGRAMME_MANAGER));
        rows.add(row(POST, noun, "/waiver", subject.id(), reason()).allows(APPROVER));
        var proposal = Map.<String, Object>of("kind", "WAIVER", "reason", "A strike.");
        rows.add(row(POST, noun, "/proposal", subject.id(), proposal).allows(PROPOSERS));
        var named = Map.<String, Object>of("officer", "user:paul", "reason", "Nobody else is left.");
        rows.add(row(POST, noun, "/decider", subject.id(), named).allows(PROGRAMME_MANAGER));
        return rows;
    }

    private List<AccessRow> complianceCases() {
        var id = UUID.randomUUID().toString();
        var subject = new ComplianceCase.Subject(
                membership,
                OWN_COMPANY,
                ComplianceCase.Trigger.OFFICER,
                "officer/" + id,
                ReasonCode.CONVICTION,
                "A court decided.",
                false,
                null,
                false);
        cases.createIfAbsent(
                ComplianceCase.open(id, subject, "Customs Act, s. 11.1", Actor.service("test"), Instant.now()));
        var noun = "/v1/compliance-cases";
        var rows = new ArrayList<AccessRow>();
        rows.add(AccessRow.of(GET, noun).allows(readers()).allows(OTHER_OWNER));
        rows.add(AccessRow.of(POST, noun)
                .with(call -> call.json(Map.of(
                        "membershipId",
                        membership,
                        "reasonCode",
                        "CONVICTION",
                        "facts",
                        "A court decided.",
                        "legalBasis",
                        "Customs Act, s. 11.1")))
                .allows(PROPOSERS));
        for (var read : List.of("", "/history")) {
            rows.add(row(GET, noun, read, id).allows(readers()).hidesFrom(OTHER_OWNER));
        }
        rows.add(row(POST, noun, "/answer", id, Map.of("answer", "We appealed."))
                .allows(OWN_OWNER, OWN_FULL_USER)
                .hidesFrom(OTHER_OWNER));
        var outcome = Map.<String, Object>of("outcome", "NO_ACTION", "legalBasis", "Customs Act, s. 11.1");
        rows.add(row(POST, noun, "/decision", id, outcome).allows(APPROVER, PROGRAMME_MANAGER));
        var proposal = Map.<String, Object>of("outcome", "SUSPENSION", "note", "A court decided.");
        rows.add(row(POST, noun, "/proposal", id, proposal).allows(PROPOSERS));
        var named = Map.<String, Object>of("officer", "user:paul", "reason", "Nobody else is left.");
        rows.add(row(POST, noun, "/decider", id, named).allows(PROGRAMME_MANAGER));
        return rows;
    }

    private List<AccessRow> changeReports() {
        var owner = OWN_OWNER.token().orElseThrow();
        var declared = Map.<String, Object>of("kind", "OWNER", "description", "A holding bought us.");
        var id = http.post("/v1/change-reports")
                .by(owner)
                .json(declared)
                .send()
                .json()
                .path("changeReportId")
                .asString();
        var noun = "/v1/change-reports";
        var rows = new ArrayList<AccessRow>();
        rows.add(AccessRow.of(GET, noun).allows(readers()).allows(OTHER_OWNER));
        // A body that cannot be read, since nobody's company is named in it.
        rows.add(AccessRow.of(POST, noun).with(call -> call.json("{}")).allows(OWN_OWNER, OWN_FULL_USER, OTHER_OWNER));
        for (var read : List.of("", "/history")) {
            rows.add(row(GET, noun, read, id).allows(readers()).hidesFrom(OTHER_OWNER));
        }
        rows.add(row(POST, noun, "/answer", id, Map.of("answer", "The same people."))
                .allows(OWN_OWNER, OWN_FULL_USER)
                .hidesFrom(OTHER_OWNER));
        var recommendation = Map.<String, Object>of("recommendation", "NO_EFFECT");
        rows.add(row(POST, noun, "/triage", id, recommendation).allows(INTAKE_OFFICER, ASSESSOR));
        var decider = Map.<String, Object>of("officer", "user:paul", "reason", "Nobody else is left.");
        rows.add(row(POST, noun, "/decider", id, decider).allows(PROGRAMME_MANAGER));
        var outcome =
                Map.<String, Object>of("outcome", "NO_EFFECT", "reason", "In order.", "legalBasis", "Programme terms");
        rows.add(row(POST, noun, "/decision", id, outcome).allows(APPROVER, PROGRAMME_MANAGER));
        return rows;
    }

    private List<AccessRow> annualReviews() {
        var subject = new AnnualReview.Subject(membership, OWN_COMPANY, LocalDate.of(2027, 1, 1));
        var review = AnnualReview.open(
                subject, new AnnualReviewRules(90, 30, "a test"), Actor.service("test"), Instant.now());
        reviews.createIfAbsent(review);
        StubAssessment.running().profile(membership, List.of("c1"));
        var noun = "/v1/annual-reviews";
        var rows = new ArrayList<AccessRow>();
        rows.add(AccessRow.of(GET, noun).allows(readers()).allows(OTHER_OWNER));
        for (var read : List.of("", "/history")) {
            rows.add(row(GET, noun, read, review.id()).allows(readers()).hidesFrom(OTHER_OWNER));
        }
        var affirmation = Map.of("criterion", "c1", "statement", "AFFIRMED");
        rows.add(row(POST, noun, "/affirmations", review.id(), Map.of("affirmations", List.of(affirmation)))
                .allows(OWN_OWNER, OWN_FULL_USER)
                .hidesFrom(OTHER_OWNER));
        var confirmation = Map.<String, Object>of("list", "SITES", "recordVersion", "1");
        rows.add(row(POST, noun, "/confirmations", review.id(), confirmation)
                .allows(OWN_OWNER, OWN_FULL_USER)
                .hidesFrom(OTHER_OWNER));
        rows.add(row(POST, noun, "/submission", review.id(), Map.of())
                .allows(OWN_OWNER)
                .hidesFrom(OTHER_OWNER));
        rows.add(row(POST, noun, "/acceptance", review.id(), Map.of()).allows(ASSESSOR));
        var items = Map.<String, Object>of("items", List.of(Map.of("item", "c1", "reason", "Look again.")));
        rows.add(row(POST, noun, "/return", review.id(), items).allows(ASSESSOR));
        return rows;
    }

    private List<AccessRow> programmePolicies() {
        var noun = "/v1/programme-policies";
        var one = noun + "/{version}";
        var document = PolicyDocuments.shipped()
                .put("version", "access")
                .put(
                        "effectiveFrom",
                        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                                .plusDays(3_333)
                                .toString())
                .toString();
        http.post(noun)
                .by(PROGRAMME_MANAGER.token().orElseThrow())
                .json(document)
                .send();
        return List.of(
                AccessRow.of(GET, noun).allows(OFFICERS).ofNoFile(),
                AccessRow.of(POST, noun)
                        .with(call -> call.json(document))
                        .allows(PROGRAMME_MANAGER)
                        .ofNoFile(),
                AccessRow.of(GET, one).at(noun + "/access").allows(OFFICERS).ofNoFile(),
                AccessRow.of(GET, one + "/history")
                        .at(noun + "/access/history")
                        .allows(OFFICERS)
                        .ofNoFile(),
                AccessRow.of(POST, one + "/preview")
                        .at(noun + "/access/preview")
                        .allows(PROGRAMME_MANAGER, APPROVER, AUDITOR)
                        .ofNoFile(),
                AccessRow.of(POST, one + "/publication")
                        .at(noun + "/access/publication")
                        .with(call -> call.ifMatch(NEVER))
                        .allows(PROGRAMME_MANAGER, APPROVER)
                        .ofNoFile(),
                AccessRow.of(POST, one + "/withdrawal")
                        .at(noun + "/access/withdrawal")
                        .with(call -> call.ifMatch(NEVER).json(Map.of("reasonCode", "TEST")))
                        .allows(PROGRAMME_MANAGER, APPROVER)
                        .ofNoFile());
    }

    /** The officer opens the file; a second time is refused and changes nothing. */
    private void breakGlass(String officer) {
        var name = officer.substring("user:".length());
        var role = name.substring(0, name.indexOf('-')).toLowerCase(Locale.ROOT).replace('_', '-');
        http.post("/v1/region-accesses")
                .by(TestTokens.user(name).roles(role).regions("CA-YT"))
                .json(Map.of("company", OWN_COMPANY, "reason", "Sick leave in Ontario."))
                .send();
    }

    private List<AccessRow> regionAccesses() {
        var noun = "/v1/region-accesses";
        var assessor = TestTokens.user("assessor").roles("assessor").regions("CA-QC");
        var id = http.post(noun)
                .by(assessor)
                .json(Map.of("company", OWN_COMPANY, "reason", "Sick leave."))
                .send()
                .json()
                .path("accessId")
                .asString();
        var others = new Caller[] {INTAKE_OFFICER, VALIDATOR, APPROVER, INTELLIGENCE_OFFICER};
        var rows = new ArrayList<AccessRow>();
        rows.add(AccessRow.of(GET, noun).allows(OFFICERS).ofNoFile());
        rows.add(AccessRow.of(POST, noun)
                .with(call -> call.json(Map.of("company", OWN_COMPANY, "reason", "Sick leave.")))
                .allows(INTAKE_OFFICER, ASSESSOR, VALIDATOR, APPROVER, INTELLIGENCE_OFFICER, PROGRAMME_MANAGER)
                .ofNoFile());
        for (var read : List.of("", "/history")) {
            rows.add(row(GET, noun, read, id)
                    .allows(ASSESSOR, AUDITOR, PROGRAMME_MANAGER)
                    .hidesFrom(others)
                    .ofNoFile());
        }
        rows.add(row(POST, noun, "/end", id, reason())
                .allows(ASSESSOR, PROGRAMME_MANAGER)
                .hidesFrom(others)
                .ofNoFile());
        rows.add(AccessRow.of(GET, "/internal/region-accesses")
                .at("/internal/region-accesses?officer=user:x&company=" + OWN_COMPANY)
                .allows(SERVICE));
        return rows;
    }

    private List<AccessRow> letters() {
        var draft = new Letter.Draft(
                Letter.Source.of("membership", membership, 1_000),
                LetterKind.REINSTATEMENT,
                OWN_COMPANY,
                OfficialLanguage.EN,
                new LetterContent(
                        "A company",
                        "A title",
                        "A text",
                        List.of(),
                        "",
                        "A test",
                        new LetterContent.RemedyText(Remedy.NONE, "Nothing", null, "The programme")),
                Instant.now());
        var number = "L-0001-" + membership;
        letters.createIfAbsent(Letter.issue(number, draft, Actor.service("test"), Instant.now()));
        var noun = "/v1/letters";
        var rows = new ArrayList<AccessRow>();
        rows.add(AccessRow.of(GET, noun).allows(readers()).allows(OTHER_OWNER));
        for (var read : List.of("", "/history", "/document")) {
            rows.add(AccessRow.of(GET, noun + "/{number}" + read)
                    .at(noun + "/" + number + read, noun + "/L-0001-000000" + read)
                    .allows(readers())
                    .hidesFrom(OTHER_OWNER));
        }
        return rows;
    }

    private List<AccessRow> driverCards() {
        var manager = PROGRAMME_MANAGER.token().orElseThrow();
        http.post("/v1/driver-cards").by(manager).json(CARD).send();
        var batch = http.post("/v1/driver-card-batches")
                .by(manager)
                .json(batch("ACCESSBATCH1"))
                .send()
                .json()
                .path("batchId")
                .asString();
        var noun = "/v1/driver-card-batches";
        var reason = Map.<String, Object>of("reason", "Because of the test.");
        return List.of(
                AccessRow.of(GET, "/v1/driver-cards").allows(OFFICERS).ofNoFile(),
                AccessRow.of(GET, noun).allows(OFFICERS).ofNoFile(),
                AccessRow.of(POST, noun)
                        .with(call -> call.json(batch("ACCESSBATCH2")))
                        .allows(INTAKE_OFFICER, PROGRAMME_MANAGER)
                        .ofNoFile(),
                AccessRow.of(GET, noun + "/{id}")
                        .at(noun + "/" + batch)
                        .allows(OFFICERS)
                        .ofNoFile(),
                AccessRow.of(GET, noun + "/{id}/history")
                        .at(noun + "/" + batch + "/history")
                        .allows(OFFICERS)
                        .ofNoFile(),
                row(POST, noun, "/registration", batch, reason).allows(APPROVER, PROGRAMME_MANAGER),
                row(POST, noun, "/refusal", batch, reason).allows(APPROVER, PROGRAMME_MANAGER),
                row(POST, noun, "/withdrawal", batch, reason)
                        .allows(INTAKE_OFFICER, PROGRAMME_MANAGER)
                        .ofNoFile(),
                AccessRow.of(POST, "/v1/driver-cards")
                        .with(call -> call.json(CARD))
                        .allows(PROGRAMME_MANAGER),
                AccessRow.of(GET, "/v1/driver-cards/{number}")
                        .at("/v1/driver-cards/ACCESS1")
                        .allows(OFFICERS)
                        .ofNoFile(),
                AccessRow.of(POST, "/v1/driver-cards/{number}/revocation")
                        .at("/v1/driver-cards/ACCESS1/revocation")
                        .with(call -> call.ifMatch(1).json(Map.of("reasonCode", "LOST")))
                        .allows(PROGRAMME_MANAGER));
    }

    private static Map<String, Object> batch(String number) {
        var row = new HashMap<String, Object>(CARD);
        row.put("number", number);
        return Map.of("reason", "Because of the test.", "rows", List.of(row));
    }

    /** One consent to read, which stays as it is, and another to withdraw. */
    private List<AccessRow> monitoring() {
        var owner = OWN_OWNER.token().orElseThrow();
        var read = consent(owner, OTHER_COMPANY);
        var withdrawn = consent(owner, "222333445");
        var none = "/v1/consents/" + OWN_COMPANY + "-100000009";
        var answer = http.get("/v1/monitoring/bn9/" + OTHER_COMPANY)
                .by(owner)
                .send()
                .json()
                .get("decisionId")
                .asString();
        return List.of(
                AccessRow.of(POST, "/v1/consents")
                        .with(call -> call.json(Map.of("partner", "987654324")))
                        .allows(OWN_OWNER, OTHER_OWNER),
                AccessRow.of(GET, "/v1/consents")
                        .allows(OWN_OWNER, OWN_FULL_USER, OWN_LIMITED_USER, OTHER_OWNER)
                        .allows(AUDITOR, PROGRAMME_MANAGER),
                AccessRow.of(GET, "/v1/consents/{id}")
                        .at(read, none)
                        .allows(OWN_OWNER, OWN_FULL_USER, OWN_LIMITED_USER)
                        .allows(AUDITOR, PROGRAMME_MANAGER)
                        .hidesFrom(OTHER_OWNER),
                AccessRow.of(POST, "/v1/consents/{id}/withdrawal")
                        .at(withdrawn + "/withdrawal", none + "/withdrawal")
                        .with(call -> call.ifMatch(1).json(Map.of("reasonCode", "TEST")))
                        .allows(OWN_OWNER)
                        .hidesFrom(OTHER_OWNER),
                AccessRow.of(GET, "/v1/monitoring/changes")
                        .allows(OWN_OWNER, OWN_FULL_USER, OWN_LIMITED_USER, OTHER_OWNER),
                AccessRow.of(GET, "/v1/monitoring/answers/{decisionId}")
                        .at("/v1/monitoring/answers/" + answer)
                        .allows(OFFICERS),
                AccessRow.of(GET, "/v1/monitoring/{scheme}/{id}")
                        .at("/v1/monitoring/carrier-code/77YY")
                        .allows(OWN_OWNER, OWN_FULL_USER, OWN_LIMITED_USER, OTHER_OWNER));
    }

    private String consent(String owner, String partner) {
        return http.post("/v1/consents")
                .by(owner)
                .json(Map.of("partner", partner))
                .send()
                .location();
    }

    private static List<AccessRow> clock() {
        return List.of(
                AccessRow.of(GET, "/v1/programme-clock")
                        .allowsEverybodySignedIn()
                        .ofNoFile(),
                AccessRow.of(POST, "/v1/programme-clock/movements")
                        .with(call -> call.json(Map.of("seconds", 1)))
                        .allows(OPERATOR));
    }

    private AccessRow row(HttpMethod method, String noun, String what, String id) {
        return AccessRow.of(method, noun + "/{id}" + what)
                .at(noun + "/" + id + what, noun + "/" + nothing + what)
                .with(call -> method == GET ? call : call.ifMatch(NEVER));
    }

    private AccessRow row(HttpMethod method, String noun, String what, String id, Map<String, Object> body) {
        return row(method, noun, what, id).with(call -> call.ifMatch(NEVER).json(body));
    }

    private static Caller[] readers() {
        return Stream.concat(Stream.of(OWN_OWNER, OWN_FULL_USER, OWN_LIMITED_USER), Stream.of(OFFICERS))
                .toArray(Caller[]::new);
    }
}
