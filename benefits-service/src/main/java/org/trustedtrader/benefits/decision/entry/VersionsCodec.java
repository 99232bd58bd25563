package org.trustedtrader.benefits.decision.entry;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Versions by subject: the usual subjects in few bytes, any other as it is written. */
final class VersionsCodec {

    private static final String COMPANY = "company/";
    private static final String MEMBERSHIP = "membership/";
    private static final int BUSINESS_NUMBER = 9;
    private static final int UUID_TEXT = 36;

    private static final int AS_WRITTEN = 0;
    private static final int COMPANY_NUMBER = 1;
    private static final int MEMBERSHIP_UUID = 2;

    private VersionsCodec() {}

    static void write(EntryOutput out, Map<String, Long> versions) {
        out.number(versions.size());
        versions.forEach((subject, version) -> write(out, subject, version));
    }

    static void write(EntryOutput out, String subject, long version) {
        if (isCompany(subject)) {
            company(out, Integer.parseInt(subject, COMPANY.length(), subject.length(), 10), version);
        } else if (isMembership(subject)) {
            var uuid = UUID.fromString(subject.substring(MEMBERSHIP.length()));
            membership(out, uuid.getMostSignificantBits(), uuid.getLeastSignificantBits(), version);
        } else {
            out.octet(AS_WRITTEN);
            out.text(subject);
            out.number(version);
        }
    }

    static void company(EntryOutput out, int number, long version) {
        out.octet(COMPANY_NUMBER);
        out.number(number);
        out.number(version);
    }

    static void membership(EntryOutput out, long high, long low, long version) {
        out.octet(MEMBERSHIP_UUID);
        out.fixed(high);
        out.fixed(low);
        out.number(version);
    }

    static Map<String, Long> read(EntryInput in, int count) {
        var versions = new TreeMap<String, Long>();
        for (int rest = count; rest > 0; rest--) {
            var subject = subject(in);
            versions.put(subject, in.number());
        }
        return versions;
    }

    private static String subject(EntryInput in) {
        int form = in.octet();
        return switch (form) {
            case AS_WRITTEN -> in.text();
            case COMPANY_NUMBER -> COMPANY + "%09d".formatted(in.number());
            case MEMBERSHIP_UUID -> MEMBERSHIP + new UUID(in.fixed(), in.fixed());
            default -> throw new IllegalStateException("A subject of form " + form + " is not known here.");
        };
    }

    private static boolean isCompany(String subject) {
        if (subject.length() != COMPANY.length() + BUSINESS_NUMBER || !subject.startsWith(COMPANY)) {
            return false;
        }
        return subject.chars().skip(COMPANY.length()).allMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean isMembership(String subject) {
        if (subject.length() != MEMBERSHIP.length() + UUID_TEXT || !subject.startsWith(MEMBERSHIP)) {
            return false;
        }
        for (int i = 0; i < UUID_TEXT; i++) {
            char c = subject.charAt(MEMBERSHIP.length() + i);
            boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
            if (dash ? c != '-' : !(c >= '0' && c <= '9' || c >= 'a' && c <= 'f')) {
                return false;
            }
        }
        return true;
    }
}
