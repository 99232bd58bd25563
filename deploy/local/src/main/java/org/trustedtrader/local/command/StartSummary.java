package org.trustedtrader.local.command;

import org.trustedtrader.local.LocalPlatform;

/** What a person needs to know about a platform that has just started. */
final class StartSummary {
    private StartSummary() {}

    static String of(LocalPlatform platform) {
        String gateway = platform.settings().gatewayUrl();
        return """
                Open             %s   (sign in; then every service's API with "try it")
                Border systems   %s   (their own entrance; the gateway takes their questions too)
                API documents    %s/docs/enrolment, assessment, validation, benefits
                Keycloak         %s   (console: admin / demo-only-admin)

                Demo sign-ins; each password is demo-only-<name>:
                  carrier        carla.owner, carl.user
                  importer       ivan.owner, irene.viewer
                  third company  mallory.owner
                  officers       olivia.intake, adam.assessor, vera.validator, paul.approver,
                                 iris.intelligence, audrey.auditor, pm.morgan, erin.everything,
                                 bruno.intake (of another region)
                  operator       oscar.operator

                ./ttp demo plays the whole story · ./ttp status · ./ttp logs NAME -f · ./ttp down""".formatted(
                        gateway,
                        platform.entranceUrl("benefits"),
                        gateway,
                        platform.settings().issuer());
    }
}
