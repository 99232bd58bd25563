package org.trustedtrader.enrolment.roles;

import java.util.Set;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.refusal.Refusal;

/** The role names that the identity provider issues, as far as this service tells them apart. */
public final class Roles {

    public static final String ACCOUNT_OWNER = "account-owner";
    public static final String FULL_USER = "full-user";
    public static final String LIMITED_USER = "limited-user";
    public static final String INTAKE_OFFICER = "intake-officer";
    public static final String ASSESSOR = "assessor";
    public static final String VALIDATOR = "validator";
    public static final String APPROVER = "approver";
    public static final String INTELLIGENCE_OFFICER = "intelligence-officer";
    public static final String AUDITOR = "auditor";
    public static final String PROGRAMME_MANAGER = "programme-manager";
    public static final String OPERATOR = "operator";

    /** Officers of the programme: they read every company's file. */
    public static final Set<String> OFFICERS =
            Set.of(INTAKE_OFFICER, ASSESSOR, VALIDATOR, APPROVER, INTELLIGENCE_OFFICER, AUDITOR, PROGRAMME_MANAGER);

    private Roles() {}

    public static boolean isOfficer(Actor actor) {
        return OFFICERS.stream().anyMatch(actor::has);
    }

    /** The company that the actor's token vouches for. */
    public static String companyOf(Actor actor) {
        return actor.company().orElseThrow(() -> new Refusal.NotAllowed("Your account does not belong to a company."));
    }

    /** Whether the actor may know what the programme holds about that company: its own people, and officers. */
    public static boolean mayRead(Actor actor, String company) {
        return actor.belongsTo(company) || isOfficer(actor);
    }
}
