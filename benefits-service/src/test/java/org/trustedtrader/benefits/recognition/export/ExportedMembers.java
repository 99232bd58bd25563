package org.trustedtrader.benefits.recognition.export;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.trustedtrader.benefits.recognition.MemberDetails;
import org.trustedtrader.border.recognition.MemberState;

/** Rows of our list for tests. */
public final class ExportedMembers {

    private ExportedMembers() {}

    public static ExportedMember member(String tin, MemberState state) {
        var details = new MemberDetails(
                "Maple Axle",
                "1 Elm St, Windsor",
                "CA",
                "PIP",
                Set.of("IMPORTER", "HIGHWAY_CARRIER"),
                LocalDate.parse("2026-11-24"),
                LocalDate.parse("2020-03-01"),
                null);
        return new ExportedMember(tin, state, details);
    }

    public static List<ExportedMember> active(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(n -> member("CA%09d".formatted(n), MemberState.ACTIVE))
                .toList();
    }
}
