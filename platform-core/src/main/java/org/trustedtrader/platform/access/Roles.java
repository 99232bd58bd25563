package org.trustedtrader.platform.access;

import java.util.List;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/** The realm's roles, as {@code deploy/keycloak} defines them and as tokens carry them. */
public final class Roles {

    /** Company: reads, edits, submits and signs for its company. */
    public static final String ACCOUNT_OWNER = "account-owner";
    /** Company: reads and edits for its company. */
    public static final String FULL_USER = "full-user";
    /** Company: reads its company's records. */
    public static final String LIMITED_USER = "limited-user";

    /** Checks that applications are complete and accepts them. */
    public static final String INTAKE_OFFICER = "intake-officer";
    /** Assesses security profiles and their risk. */
    public static final String ASSESSOR = "assessor";
    /** Visits companies and reports findings. */
    public static final String VALIDATOR = "validator";
    /** Decides at headquarters; never on their own recommendation. */
    public static final String APPROVER = "approver";
    /** Handles threats and incidents. */
    public static final String INTELLIGENCE_OFFICER = "intelligence-officer";
    /** Reads everything, changes nothing. */
    public static final String AUDITOR = "auditor";
    /** Manages criteria, settings and capacity. */
    public static final String PROGRAMME_MANAGER = "programme-manager";

    /** Machine: asks about eligibility and reports crossings. */
    public static final String BORDER_SYSTEM = "border-system";
    /** Looks after the running platform: parked messages, replays, the programme clock. */
    public static final String OPERATOR = "operator";
    /** Machine: one service of the platform that calls another. */
    public static final String SERVICE = "service";

    /** Everybody who acts for a company. */
    public static final List<String> COMPANY = List.of(ACCOUNT_OWNER, FULL_USER, LIMITED_USER);
    /** Those who may change a company's records. */
    public static final List<String> COMPANY_EDITORS = List.of(ACCOUNT_OWNER, FULL_USER);
    /** Everybody who works for the programme, those who only read included. */
    public static final List<String> OFFICERS =
            List.of(INTAKE_OFFICER, ASSESSOR, VALIDATOR, APPROVER, INTELLIGENCE_OFFICER, AUDITOR, PROGRAMME_MANAGER);
    /** Officers who work for regions: without one in their token they open no file of a region. */
    public static final List<String> REGIONAL = List.of(INTAKE_OFFICER, ASSESSOR, VALIDATOR);
    /** Every role of the realm. */
    public static final List<String> ALL = List.of(
            ACCOUNT_OWNER,
            FULL_USER,
            LIMITED_USER,
            INTAKE_OFFICER,
            ASSESSOR,
            VALIDATOR,
            APPROVER,
            INTELLIGENCE_OFFICER,
            AUDITOR,
            PROGRAMME_MANAGER,
            BORDER_SYSTEM,
            OPERATOR,
            SERVICE);

    private Roles() {}

    public static boolean isOfficer(Actor actor) {
        return OFFICERS.stream().anyMatch(actor::has);
    }

    /** Whether the actor may know what the programme holds about that company: its own people, and officers. */
    public static boolean mayRead(Actor actor, String company) {
        return actor.belongsTo(company) || isOfficer(actor);
    }

    /**
     * The company that the actor's token vouches for.
     *
     * @throws Refusal.NotAllowed if it vouches for none
     */
    public static String companyOf(Actor actor) {
        return actor.company().orElseThrow(() -> new Refusal.NotAllowed(Message.of("refusal.no-company")));
    }
}
