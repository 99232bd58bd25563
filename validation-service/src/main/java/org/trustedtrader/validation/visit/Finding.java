package org.trustedtrader.validation.visit;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.refusal.Refusal;

/**
 * Something that the validator saw. It is the company's to answer once it is communicated, and the validator's to judge.
 *
 * @param id        {@code F1}, {@code F2}, … within the visit
 * @param area      the area of the security profile, as in the risk per area
 * @param criterion id of the criterion that it is about, if it is about one
 * @param response  what the company answered last
 * @param judgement what the validator thought of it
 */
public record Finding(
        String id,
        FindingKind kind,
        String area,
        @Nullable String criterion,
        String text,
        FindingState state,
        @Nullable String response,
        @Nullable String judgement) {

    public static Finding raised(int number, FindingKind kind, String area, @Nullable String criterion, String text) {
        return new Finding("F" + number, kind, area, criterion, text, FindingState.RAISED, null, null);
    }

    Finding communicated() {
        return in(FindingState.COMMUNICATED, "communicate", FindingState.RAISED);
    }

    /** An answer may be replaced until it is accepted. */
    Finding respondedWith(String newResponse) {
        if (!kind.asksForAResponse()) {
            throw new Refusal.RuleBroken(
                    "no-response-needed", "Finding " + id + " is a " + kind + ": it asks for no response.");
        }
        return in(
                        FindingState.RESPONDED,
                        "respond to",
                        FindingState.COMMUNICATED,
                        FindingState.RESPONDED,
                        FindingState.DISPUTED)
                .with(newResponse, null);
    }

    Finding accepted(String comment) {
        return in(FindingState.ACCEPTED, "accept the response to", FindingState.RESPONDED, FindingState.DISPUTED)
                .with(response, comment);
    }

    Finding disputed(String comment) {
        return in(FindingState.DISPUTED, "dispute the response to", FindingState.RESPONDED)
                .with(response, comment);
    }

    /** Done and verified, or settled although it was disputed. */
    Finding resolved(String comment) {
        return in(FindingState.RESOLVED, "resolve", FindingState.ACCEPTED, FindingState.DISPUTED)
                .with(response, comment);
    }

    boolean isUnresolvedAction() {
        return kind == FindingKind.ACTION_REQUIRED && state != FindingState.RESOLVED;
    }

    boolean awaitsResponse() {
        return kind.asksForAResponse()
                && Set.of(FindingState.COMMUNICATED, FindingState.DISPUTED).contains(state);
    }

    private Finding in(FindingState next, String command, FindingState... possibleIn) {
        if (!List.of(possibleIn).contains(state)) {
            throw new Refusal.WrongState(command + " finding " + id, state.name(), Arrays.toString(possibleIn));
        }
        return new Finding(id, kind, area, criterion, text, next, response, judgement);
    }

    private Finding with(@Nullable String newResponse, @Nullable String newJudgement) {
        return new Finding(id, kind, area, criterion, text, state, newResponse, newJudgement);
    }
}
