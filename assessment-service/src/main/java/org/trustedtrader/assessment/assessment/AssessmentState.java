package org.trustedtrader.assessment.assessment;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.trustedtrader.platform.refusal.Refusal;

/** {@code OPEN → SUBMITTED → COMPLETED → REOPENED → SUBMITTED …}; CLOSED when the application has ended otherwise. */
public enum AssessmentState {
    OPEN,
    SUBMITTED,
    COMPLETED,
    REOPENED,
    CLOSED;

    void guard(String command, AssessmentState... possibleIn) {
        if (!List.of(possibleIn).contains(this)) {
            String states = Arrays.stream(possibleIn).map(Enum::name).collect(Collectors.joining(", "));
            throw new Refusal.WrongState(command, name(), states);
        }
    }
}
