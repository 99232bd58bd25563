package org.trustedtrader.benefits.recognition.export;

import java.time.LocalDate;
import org.trustedtrader.benefits.recognition.Details;
import org.trustedtrader.border.recognition.MemberState;

/** One row of our list. */
public record OurMember(String tin, MemberState status, Details details) {

    OurMember lost(MemberState now, LocalDate since) {
        return new OurMember(tin, now, details.statusSince(since));
    }
}
