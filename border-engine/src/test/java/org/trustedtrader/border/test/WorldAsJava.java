package org.trustedtrader.border.test;

import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.border.crossing.Crossing;
import org.trustedtrader.border.eligibility.Moment;
import org.trustedtrader.border.eligibility.Question;
import org.trustedtrader.border.policy.Policy;
import org.trustedtrader.border.trader.CardFact;
import org.trustedtrader.border.trader.CompanyFact;
import org.trustedtrader.border.trader.Fact;
import org.trustedtrader.border.trader.Identifier;
import org.trustedtrader.border.trader.MembershipFact;
import org.trustedtrader.border.trader.UnreadableFact;

/** A small world as the Java expressions that make it, ready to become a test of its own; its policies in words. */
public final class WorldAsJava {

    private WorldAsJava() {}

    public static String of(RandomWorld world) {
        var policies = world.policies().stream().map(WorldAsJava::of).collect(Collectors.joining("\n"));
        var steps = world.steps().stream().map(WorldAsJava::of).collect(Collectors.joining("\n"));
        return "// from seed " + world.seed() + "\n" + policies + "\n" + steps;
    }

    private static String of(Policy policy) {
        var rules = policy.rules().stream()
                .map(r -> "\n//   " + r.benefit() + " tier " + r.minimumTier() + " lines " + r.lines() + " programmes "
                        + r.programmes() + " conditions " + r.conditions() + " atCrossing " + r.atCrossing())
                .collect(Collectors.joining());
        var lanes = policy.ports().stream()
                .filter(p -> p.fastLane())
                .map(p -> p.code())
                .toList();
        return "// policy from " + policy.effectiveFrom() + ", FAST lanes at " + lanes + ", lines "
                + policy.linesByMode().byMode() + rules;
    }

    private static String of(Step step) {
        return switch (step) {
            case Step.Announcement(var k) ->
                "engine.takeIn(new Known(%s, %d, %s, %s, %s));"
                        .formatted(
                                text(k.subject()), k.version(), of(k.effectiveAt()), of(k.recordedAt()), of(k.fact()));
            case Step.Asked(var question, var moment, var knownAt) ->
                "%s.answer(%s, %s);".formatted(engine(knownAt), of(question), of(moment));
            case Step.Crossed(var crossing, var moment, var knownAt) ->
                "%s.decide(%s, %s);".formatted(engine(knownAt), of(crossing), of(moment));
        };
    }

    private static String engine(java.time.@Nullable Instant knownAt) {
        return knownAt == null ? "engine" : "engine.knownAt(" + of(knownAt) + ").orElseThrow()";
    }

    private static String of(Fact fact) {
        return switch (fact) {
            case CompanyFact f ->
                "new CompanyFact(%s, %s, Set.of(%s), %s)"
                        .formatted(
                                text(f.bn9()),
                                texts("Set", f.lines()),
                                f.identifiers().stream().map(WorldAsJava::of).collect(Collectors.joining(", ")),
                                texts("Set", f.programmes()));
            case MembershipFact f ->
                "new MembershipFact(%s, %s, %s, MembershipStatus.%s, %s, %s, null, %s)"
                        .formatted(
                                text(f.membershipId()),
                                text(f.company()),
                                text(f.number()),
                                f.status(),
                                f.tier() == null ? "null" : "Tier." + f.tier(),
                                texts("Set", f.lines()),
                                text(f.reasonCode()));
            case CardFact f ->
                "new CardFact(%s, LocalDate.parse(\"%s\"), LocalDate.parse(\"%s\"), %s)"
                        .formatted(text(f.number()), f.validFrom(), f.validUntil(), f.revoked());
            case UnreadableFact f -> "new Unreadable(" + text(f.why()) + ")";
        };
    }

    private static String of(Identifier identifier) {
        return "new Identifier(Scheme.%s, %s)".formatted(identifier.scheme(), text(identifier.value()));
    }

    private static String of(Question question) {
        var items = question.items().stream()
                .map(i -> "new Question.Item(" + text(i.scheme()) + ", " + text(i.id()) + ")")
                .collect(Collectors.joining(", "));
        var benefit = question.benefit() == null ? "null" : "Benefit." + question.benefit();
        return "new Question(%s, %s, List.of(%s))".formatted(of(question.at()), benefit, items);
    }

    private static String of(Crossing c) {
        return "new Crossing(%s, %s, Mode.%s, Direction.%s, %s, %s, %s, %s, %s, Crossing.Seal.%s)"
                .formatted(
                        of(c.at()),
                        text(c.port()),
                        c.mode(),
                        c.direction(),
                        text(c.carrierCode()),
                        texts("List", c.importers()),
                        c.driverCard() == null ? "null" : text(c.driverCard()),
                        text(c.originCountry()),
                        c.regulated(),
                        c.seal());
    }

    private static String of(Moment m) {
        return "new Moment(%s, Duration.parse(\"%s\"), Duration.parse(\"%s\"))"
                .formatted(of(m.askedAt()), m.statusAge(), m.lease());
    }

    private static String of(java.time.Instant time) {
        return "Instant.parse(\"" + time + "\")";
    }

    private static String texts(String type, Collection<String> texts) {
        return type + texts.stream().sorted().map(WorldAsJava::text).collect(Collectors.joining(", ", ".of(", ")"));
    }

    /** What is not plain ASCII as its escape, so that look-alikes can be told apart. */
    private static String text(String text) {
        var quoted = new StringBuilder("\"");
        for (var c : text.toCharArray()) {
            if (c < ' ' || c > '~') {
                quoted.append("\\u%04x".formatted((int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
