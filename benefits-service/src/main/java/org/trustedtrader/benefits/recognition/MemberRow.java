package org.trustedtrader.benefits.recognition;

import org.trustedtrader.border.recognition.MemberState;

/** A row that makes sense by itself. @param status ACTIVE, SUSPENDED or REVOKED */
public record MemberRow(int row, String tin, MemberState status, MemberDetails details) {

    RowError error(Column column, RowCode code) {
        return new RowError(row, tin, column.label(), code);
    }

    boolean isLoss() {
        return status != MemberState.ACTIVE;
    }
}
