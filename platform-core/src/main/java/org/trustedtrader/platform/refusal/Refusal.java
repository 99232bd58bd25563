package org.trustedtrader.platform.refusal;

import java.util.List;

/**
 * Why something was not done, in words for the person who asked; nothing has changed when one of these is thrown. The web
 * edge turns each into a problem document with its own stable type.
 */
public abstract sealed class Refusal extends RuntimeException {

    private Refusal(String message) {
        super(message);
    }

    /** Nothing of that name, or nothing that the caller may know of: the two are told apart nowhere. */
    public static final class NotFound extends Refusal {
        public NotFound(String what) {
            super("There is no such " + what + ".");
        }
    }

    /** One thing that is wrong with the input. {@code field} is a JSON path such as {@code sites[0].latitude}. */
    public record Violation(String field, String message) {}

    /** The input itself cannot be right, whatever the state: HTTP 422. */
    public static final class InvalidInput extends Refusal {
        private final transient List<Violation> violations;

        public InvalidInput(List<Violation> violations) {
            super("The request has " + violations.size() + (violations.size() == 1 ? " error." : " errors."));
            this.violations = List.copyOf(violations);
        }

        public InvalidInput(String field, String message) {
            this(List.of(new Violation(field, message)));
        }

        public List<Violation> violations() {
            return violations;
        }
    }

    /** The command is not possible in the state that the aggregate is in: HTTP 409. */
    public static final class WrongState extends Refusal {
        public WrongState(String command, String state, String possibleIn) {
            super("Cannot " + command + " while in state " + state + "; possible in " + possibleIn + ".");
        }
    }

    /** A rule of the programme forbids it now; the violations say what is missing: HTTP 409. */
    public static final class RuleBroken extends Refusal {
        private final String rule;
        private final transient List<Violation> violations;

        /** @param rule a stable kebab-case name of the rule, such as {@code application-incomplete} */
        public RuleBroken(String rule, String message, List<Violation> violations) {
            super(message);
            this.rule = rule;
            this.violations = List.copyOf(violations);
        }

        public RuleBroken(String rule, String message) {
            this(rule, message, List.of());
        }

        public String rule() {
            return rule;
        }

        public List<Violation> violations() {
            return violations;
        }
    }

    /** The caller is known and may see the thing, but may not do this: HTTP 403. */
    public static final class NotAllowed extends Refusal {
        public NotAllowed(String message) {
            super(message);
        }
    }

    /** Somebody else changed the aggregate since the caller read it: HTTP 412. */
    public static final class StaleVersion extends Refusal {
        public StaleVersion(long expected, long actual) {
            super("You read version " + expected + ", but the current version is " + actual
                    + ". Read it again, then repeat the change.");
        }
    }

    /** An idempotency key was used before for something else: HTTP 422. */
    public static final class KeyReused extends Refusal {
        public KeyReused() {
            super("This Idempotency-Key was used before for a different request. Use a new key for a new request.");
        }
    }

    /** An aggregate with that id exists already: HTTP 409. */
    public static final class AlreadyExists extends Refusal {
        public AlreadyExists(String what) {
            super("There is already such " + what + ".");
        }
    }

    /** The caller has seen versions that have not arrived here yet, and is not answered with less: HTTP 409. */
    public static final class VersionNotYet extends Refusal {
        private final transient List<Violation> behind;

        /** @param behind by subject, what is known of it now */
        public VersionNotYet(List<Violation> behind) {
            super("What you have seen is not known here yet, so nothing is answered. Ask again in a second; if it never"
                    + " arrives, ask without minVersion and treat the answer as older than what you have seen.");
            this.behind = List.copyOf(behind);
        }

        public List<Violation> behind() {
            return behind;
        }
    }

    /** It was here and is not any more; the words say what to do instead: HTTP 410. */
    public static final class Gone extends Refusal {
        public Gone(String message) {
            super(message);
        }
    }

    /** Something that is needed does not answer now; absent and unavailable are never the same: HTTP 503. */
    public static final class Unavailable extends Refusal {
        public Unavailable(String message) {
            super(message);
        }
    }
}
