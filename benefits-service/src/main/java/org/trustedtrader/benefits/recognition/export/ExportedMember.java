package org.trustedtrader.benefits.recognition.export;

import java.time.LocalDate;
import org.trustedtrader.benefits.recognition.MemberDetails;
import org.trustedtrader.border.recognition.MemberState;

/** One row of our list. */
public record ExportedMember(String tin, MemberState status, MemberDetails details) {

    ExportedMember lost(MemberState now, LocalDate since) {
        return new ExportedMember(tin, now, details.statusSince(since));
    }
}
