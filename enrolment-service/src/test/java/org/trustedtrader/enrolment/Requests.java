package org.trustedtrader.enrolment;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** Bodies of requests as a client would send them. */
public final class Requests {

    private Requests() {}

    /** A business number that nobody has used in this run, with a good check digit. */
    public static String freshBusinessNumber() {
        var first = String.valueOf(ThreadLocalRandom.current().nextInt(10_000_000, 99_999_999));
        for (int last = 0; last < 10; last++) {
            if (luhn(first + last)) {
                return first + last;
            }
        }
        throw new IllegalStateException();
    }

    public static Map<String, Object> company(String businessNumber) {
        var company = new LinkedHashMap<String, Object>();
        company.put("businessNumber", businessNumber);
        company.put("legalName", "Maple Leaf Haulage Ltd.");
        company.put("linesOfBusiness", List.of("HIGHWAY_CARRIER"));
        company.put("programmeAccounts", List.of(Map.of("programme", "BN15", "number", businessNumber + "RM0001")));
        company.put("carrierCode", carrierCode());
        company.put("sites", List.of(site()));
        company.put(
                "contacts",
                List.of(Map.of("name", "C. Owner", "email", "security@example.com", "phone", "519 555 0100")));
        return company;
    }

    public static Map<String, Object> site() {
        var site = new LinkedHashMap<String, Object>();
        site.put("id", "windsor");
        site.put("name", "Windsor yard");
        site.put("functions", List.of("YARD"));
        site.put(
                "address",
                Map.of(
                        "street", "1 Huron Church Rd",
                        "city", "Windsor",
                        "region", "ON",
                        "postalCode", "N9C 2L1",
                        "country", "CA"));
        site.put("latitude", 42.2859);
        site.put("longitude", -83.0715);
        site.put("headcount", 40);
        site.put("timeZone", "America/Toronto");
        site.put("hours", Map.of("opens", "08:00", "closes", "18:00"));
        return site;
    }

    static Map<String, Object> draft() {
        return Map.of("linesOfBusiness", List.of("HIGHWAY_CARRIER"));
    }

    /** @param today the programme's day, since its clock is moved by tests */
    public static Map<String, Object> completeApplication(LocalDate today) {
        var application = new LinkedHashMap<String, Object>(draft());
        application.put("facilities", Map.of("inCanadaOrUnitedStates", true, "usedForCrossBorderGoods", true));
        application.put(
                "trade",
                Map.of(
                        "tradingSince", today.minusYears(5).toString(),
                        "lastMovementOn", today.minusDays(3).toString()));
        application.put("solvency", Map.of("undischargedBankruptcy", false, "unresolvedCrownDebt", false));
        application.put("convicted", false);
        application.put("significantContraventions", false);
        application.put("registeredWithCarm", true);
        application.put(
                "statementOfSupport",
                Map.of("signedOn", today.minusDays(9).toString(), "signatoryPosition", "President"));
        return application;
    }

    static Map<String, Object> reason() {
        return Map.of("reason", "Because of the test.");
    }

    static Map<String, Object> grounds() {
        return Map.of("reason", "Everything is in order.", "legalBasis", "Customs Act, s. 11.1");
    }

    public static Map<String, Object> decision(String reasonCode) {
        return Map.of("reasonCode", reasonCode, "legalBasis", "Customs Act, s. 11.1");
    }

    private static String carrierCode() {
        return Integer.toString(ThreadLocalRandom.current().nextInt(36 * 36 * 36, 36 * 36 * 36 * 36), 36)
                .toUpperCase(java.util.Locale.ROOT);
    }

    private static boolean luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            int weighed = (digits.charAt(i) - '0') * (i % 2 + 1);
            sum += weighed / 10 + weighed % 10;
        }
        return sum % 10 == 0;
    }
}
