package org.trustedtrader.local;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The settings of our own programs in the demo profile.
 *
 * @param mongodb  the database's URI
 * @param rabbitmq the broker's URL
 */
record ServiceEnvironment(LocalSettings settings, String mongodb, String rabbitmq) {
    /** Signs the demo's history heads; labelled, and refused by the programs outside the demo profile. */
    private static final String HISTORY_SIGNING_KEY =
            "demo-only-MC4CAQAwBQYDK2VwBCIEIPWbVRSgZSzutggohERigc4eaHTPZQOix3RpB4NInI6T";

    static final String HISTORY_PUBLIC_KEY = "MCowBQYDK2VwAyEAfzIRcl4TLAIieMLv9pOr9kFR+lNAJYuiSM8e2LiGOQQ=";

    private static final String NO_ENTRANCE = "0";
    /** Signs the demo's live feed; likewise. */
    private static final String FEED_SIGNING_KEY =
            "demo-only-MC4CAQAwBQYDK2VwBCIEIJMceTh4z62WxR4dP8/+6AVDXHSPfZbB8qlhx7qGA+qW";

    static final String FEED_PUBLIC_KEY = "MCowBQYDK2VwAyEA3UDuXoP/GKm4WBQSIjSM/QnR1EMu2Jic5fOtlP5+YwI=";

    Map<String, String> of(String service) {
        Map<String, String> environment = new HashMap<>();
        environment.put("SPRING_PROFILES_ACTIVE", "demo");
        environment.put("SERVER_ADDRESS", "127.0.0.1");
        environment.put("LOGGING_FILE_NAME", settings.log(service).toString());
        environment.put("LOGGING_LOGBACK_ROLLINGPOLICY_MAX_FILE_SIZE", "20MB");
        environment.put("LOGGING_LOGBACK_ROLLINGPOLICY_TOTAL_SIZE_CAP", "100MB");
        environment.put("LOGGING_THRESHOLD_CONSOLE", "OFF");
        environment.put("SPRING_MAIN_BANNER_MODE", "OFF");
        environment.put("TTP_ISSUER", settings.issuer());
        environment.put("TTP_GATEWAY_URL", settings.gatewayUrl());
        settings.find("TTP_KEYCLOAK_INTERNAL_URL").ifPresent(url -> environment.put("TTP_KEYCLOAK_INTERNAL_URL", url));
        for (LocalPort port :
                List.of(LocalPort.ENROLMENT, LocalPort.ASSESSMENT, LocalPort.VALIDATION, LocalPort.BENEFITS)) {
            environment.put("TTP_" + port.name() + "_URL", "http://127.0.0.1:" + settings.port(port));
        }
        environment.put(
                "TTP_BORDER_PORT",
                Replicas.entrancePortOf(service).map(this::number).orElse(NO_ENTRANCE));
        if (service.equals("gateway")) {
            environment.put("TTP_SERVICE_SECRET", "demo-only-portal");
            environment.put(
                    "TTP_GATEWAY_MANAGEMENT_PORT", Integer.toString(settings.port(LocalPort.GATEWAY_MANAGEMENT)));
        } else {
            environment.put("TTP_SERVICE_SECRET", "demo-only-" + Replicas.serviceOf(service) + "-service");
            environment.put("TTP_REPLICA", service);
            environment.put("TTP_MONGODB_URI", mongodb);
            environment.put("TTP_RABBITMQ_URL", rabbitmq);
            environment.put("TTP_CLOCK_MOVABLE", "true");
            environment.put("TTP_HISTORY_SIGNING_KEY", HISTORY_SIGNING_KEY);
            environment.put("TTP_FEED_SIGNING_KEY", FEED_SIGNING_KEY);
            environment.put(
                    "TTP_HISTORY_EXPORT_FILE",
                    settings.historyHeads().resolve(service + ".heads").toString());
        }
        if (Replicas.serviceOf(service).equals("benefits")) {
            environment.put(
                    "TTP_JOURNAL_FOLDER",
                    settings.decisionJournals().resolve(service).toString());
            environment.put(
                    "TTP_SNAPSHOT_FILE",
                    settings.statusSnapshots().resolve(service + ".snapshot").toString());
            environment.put("TTP_EXAMINATION_SECRET", "demo-only-examination-secret");
        }
        return environment;
    }

    private String number(LocalPort port) {
        return Integer.toString(settings.port(port));
    }
}
