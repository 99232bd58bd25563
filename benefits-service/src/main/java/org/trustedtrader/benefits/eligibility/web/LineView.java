package org.trustedtrader.benefits.eligibility.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.border.eligibility.Answer;

/**
 * What is said to one line: an answer, or why there is none.
 *
 * @param line from 1
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LineView(
        long line,
        @Nullable String decisionId,
        BatchView.@Nullable ItemView answer,
        @Nullable String policyVersion,
        @Nullable Instant asOf,
        @Nullable Instant validUntil,
        @Nullable Long statusAgeMillis,
        @Nullable Error error) {

    /** @param type stable, such as {@code malformed-line} */
    record Error(String type, String detail) {}

    static LineView of(long line, String decisionId, Answer answer, Answer.ItemAnswer item) {
        return new LineView(
                line,
                decisionId,
                BatchView.view(item),
                answer.policyVersion(),
                answer.asOf(),
                answer.validUntil(),
                answer.statusAgeMillis(),
                null);
    }

    static LineView refused(long line, String type, String detail) {
        return new LineView(line, null, null, null, null, null, null, new Error(type, detail));
    }
}
