package org.trustedtrader.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.refusal.Refusal;

/**
 * One decision that needs two people, and everybody who took part in it. Each participant is refused. Another officer is
 * allowed. A participant decides after a programme manager named that officer; one who proposed can never be named.
 *
 * @param proposers by what they did
 * @param others    who took another part, by what they did
 * @param decide    decides a fresh matter
 * @param named     names the officer, then lets that officer decide; null where naming is of no use, since every part excludes
 */
public record Duties(
        String decision,
        String rule,
        Map<String, Actor> proposers,
        Map<String, Actor> others,
        Consumer<Actor> decide,
        @Nullable Consumer<Actor> named) {

    /** Took part in nothing. */
    public static final Actor SOMEBODY_ELSE = officer("zoe", "approver");
    /** Names deciders. */
    public static final Actor MANAGER = officer("morgan", "programme-manager");

    public static Duties of(
            String decision,
            Map<String, Actor> proposers,
            Map<String, Actor> others,
            Consumer<Actor> decide,
            @Nullable Consumer<Actor> named) {
        return new Duties(decision, "decided-by-someone-else", proposers, others, decide, named);
    }

    public static Actor officer(String name, String... roles) {
        return new Actor("user:" + name, Set.of(roles), Optional.empty());
    }

    public Stream<DynamicTest> tests() {
        var everybody = Stream.concat(proposers.entrySet().stream(), others.entrySet().stream());
        var refused = everybody.map(part -> dynamicTest(
                decision + " by who " + part.getKey() + " is refused",
                () -> refused(() -> decide.accept(part.getValue()))));
        var allowed = dynamicTest(
                decision + " by another officer is possible",
                () -> assertThatCode(() -> decide.accept(SOMEBODY_ELSE)).doesNotThrowAnyException());
        return Stream.concat(Stream.concat(refused, Stream.of(allowed)), naming());
    }

    private Stream<DynamicTest> naming() {
        if (named == null) {
            return Stream.of();
        }
        var never = proposers.entrySet().stream()
                .map(part -> dynamicTest(
                        decision + ": who " + part.getKey() + " cannot be named",
                        () -> refused(() -> named.accept(part.getValue()))));
        var possible = others.entrySet().stream()
                .map(part -> dynamicTest(
                        decision + ": who " + part.getKey() + " can be named",
                        () -> assertThatCode(() -> named.accept(part.getValue()))
                                .doesNotThrowAnyException()));
        var oneself =
                dynamicTest(decision + ": managers do not name themselves", () -> refused(() -> named.accept(MANAGER)));
        return Stream.concat(Stream.concat(never, possible), Stream.of(oneself));
    }

    private void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        var refusal = catchThrowableOfType(Refusal.RuleBroken.class, call);
        assertThat(refusal).as(decision).isNotNull();
        assertThat(refusal.rule()).isIn(rule, "decided-by-someone-else");
    }
}
