package org.trustedtrader.platform.access;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;
import org.trustedtrader.platform.refusal.Refusal.Violation;

/**
 * Who may decide a matter: neither the officer who proposed it nor one who took part in it. Where no other officer is left, a
 * programme manager names a participant with a reason. A proposer can never be named.
 *
 * @param named null if nobody was named
 */
public record SeparationOfDuties(
        List<Share> shares, @Nullable NamedDecider named) {

    public static final SeparationOfDuties NONE = new SeparationOfDuties(List.of(), null);

    private static final String RULE = "decided-by-someone-else";

    /** Programs and the platform decide nothing. */
    private static final Pattern OFFICER = Pattern.compile("user:[A-Za-z0-9._-]{1,100}");

    public SeparationOfDuties {
        shares = List.copyOf(shares);
    }

    /**
     * What an officer did in the matter.
     *
     * @param officer  actor id
     * @param part     in capitals, such as {@code VETTING}
     * @param proposal whether it is what has to be decided, so that the officer can never decide it
     * @param you      a sentence to that officer
     * @param somebody the same sentence about the officer
     */
    public record Share(String officer, String part, boolean proposal, Message you, Message somebody) {

        /** @param texts a key of the bundles; {@code <texts>.you} and {@code <texts>.officer} are the sentences */
        public static Share proposal(String officer, String part, String texts) {
            return new Share(officer, part, true, Message.of(texts + ".you"), Message.of(texts + ".officer", officer));
        }

        /** @see #proposal */
        public static Share participation(String officer, String part, String texts) {
            return new Share(officer, part, false, Message.of(texts + ".you"), Message.of(texts + ".officer", officer));
        }
    }

    /**
     * Whom a programme manager named although that officer took part.
     *
     * @param by the programme manager
     */
    public record NamedDecider(String officer, String reason, String by) {

        /** For the history: who was named, and why. */
        public String words() {
            return officer + ": " + reason;
        }
    }

    public static SeparationOfDuties of(Share... shares) {
        return new SeparationOfDuties(List.of(shares), null);
    }

    public SeparationOfDuties and(List<Share> more) {
        return new SeparationOfDuties(
                Stream.concat(shares.stream(), more.stream()).toList(), named);
    }

    public SeparationOfDuties and(Share... more) {
        return and(List.of(more));
    }

    public SeparationOfDuties unlessNamed(@Nullable NamedDecider decider) {
        return new SeparationOfDuties(shares, decider);
    }

    /** Refuses as {@code decided-by-someone-else}, and names every officer who may not decide. */
    public void requireMayDecide(Actor officer) {
        shares.stream()
                .filter(share -> share.officer().equals(officer.id()))
                .filter(share -> share.proposal() || !isNamed(officer))
                .findFirst()
                .ifPresent(share -> {
                    throw new Refusal.RuleBroken(
                            RULE,
                            Message.of("separation.someone-else", share.you()),
                            shares.stream()
                                    .map(s -> new Violation(s.part(), s.somebody()))
                                    .toList());
                });
    }

    /**
     * A programme manager names the participant who decides. Whether another officer would be free is for the manager to say, since
     * the platform keeps no list of officers; the reason says it.
     *
     * @throws Refusal.RuleBroken {@code decided-by-someone-else} for a proposer, and for the manager's own name; {@code
     *     naming-not-needed} for somebody who took no part, who may decide without being named
     */
    public NamedDecider naming(String officer, String reason, Actor manager) {
        var named = namingByRole(officer, reason, manager);
        if (shares.stream().noneMatch(share -> share.officer().equals(officer))) {
            throw new Refusal.RuleBroken(
                    "naming-not-needed",
                    Message.of("separation.naming-not-needed"),
                    shares.stream()
                            .filter(share -> !share.proposal())
                            .map(share -> new Violation(share.part(), share.somebody()))
                            .toList());
        }
        return named;
    }

    /**
     * The same where a role keeps an officer from deciding, and not what that officer did: who has the role is known to the identity
     * provider only.
     */
    public NamedDecider namingByRole(String officer, String reason, Actor manager) {
        if (!OFFICER.matcher(officer).matches()) {
            throw new Refusal.InvalidInput("officer", Message.of("separation.officer-id"));
        }
        if (shares.stream()
                .anyMatch(share -> share.proposal() && share.officer().equals(officer))) {
            throw new Refusal.RuleBroken(RULE, Message.of("separation.proposer-named"));
        }
        if (manager.id().equals(officer)) {
            throw new Refusal.RuleBroken(RULE, Message.of("separation.named-oneself"));
        }
        return new NamedDecider(officer, reason, manager.id());
    }

    private boolean isNamed(Actor officer) {
        return named != null && named.officer().equals(officer.id());
    }
}
