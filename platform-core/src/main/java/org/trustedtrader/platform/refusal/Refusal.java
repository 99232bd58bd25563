package org.trustedtrader.platform.refusal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.trustedtrader.platform.message.Message;

/**
 * Why something was not done, in words for the person who asked; nothing has changed when one of these is thrown. The web
 * edge turns each into a problem document with its own stable type, in the reader's language. {@link #getMessage} is the
 * English text, for logs and tests.
 */
public abstract sealed class Refusal extends RuntimeException {

    private final transient Message text;

    private Refusal(Message text) {
        super(text.toString());
        this.text = text;
    }

    public Message text() {
        return text;
    }

    /** Nothing of that name, or nothing that the caller may know of: the answer is the same. */
    public static final class NotFound extends Refusal {
        /** @param noun what there is none of, such as {@code corrective action}: {@code noun.corrective-action} in the bundles */
        public NotFound(String noun) {
            super(Message.of("refusal.not-found", Message.noun(noun)));
        }
    }

    /**
     * One thing that is wrong with the input. {@code field} is a JSON path such as {@code sites[0].latitude}; the message
     * goes on where the field's name ends: {@code must not be blank}.
     */
    public record Violation(String field, Message message) {

        /** For texts that are not in the bundles yet. */
        public Violation(String field, String text) {
            this(field, Message.literal(text));
        }

        private Violation inside(String path) {
            String separator = field.isEmpty() || field.startsWith("[") ? "" : ".";
            return new Violation(path + separator + field, message);
        }

        /** What a reader of that language gets: the field and the rendered message. */
        public Map<String, String> in(Locale language) {
            Map<String, String> rendered = new LinkedHashMap<>();
            rendered.put("field", field);
            rendered.put("message", message.in(language));
            return rendered;
        }
    }

    /** The input itself cannot be right, whatever the state: HTTP 422. */
    public static final class InvalidInput extends Refusal {
        private final transient List<Violation> violations;

        public InvalidInput(List<Violation> violations) {
            super(Message.counted("refusal.invalid-input", violations.size()));
            this.violations = List.copyOf(violations);
        }

        public InvalidInput(String field, Message message) {
            this(List.of(new Violation(field, message)));
        }

        /** For texts that are not in the bundles yet. */
        public InvalidInput(String field, String text) {
            this(field, Message.literal(text));
        }

        /**
         * Runs what reads a part of the input, and puts that part's path in front of the fields that it refuses:
         * {@code phone} inside {@code contacts[0]} becomes {@code contacts[0].phone}.
         */
        public static <T> T inside(String path, Supplier<T> reading) {
            try {
                return reading.get();
            } catch (InvalidInput refusal) {
                throw new InvalidInput(refusal.violations.stream()
                        .map(violation -> violation.inside(path))
                        .toList());
            }
        }

        public List<Violation> violations() {
            return violations;
        }
    }

    /** The command is not possible in the state that the aggregate is in: HTTP 409. */
    public static final class WrongState extends Refusal {
        /**
         * @param command    what was asked for, such as {@code submit the application}: {@code command.submit-the-application}
         *                   in the bundles
         * @param state      the code of the state that it is in
         * @param possibleIn the codes of the states in which the command is possible
         */
        public WrongState(String command, String state, String possibleIn) {
            super(Message.of("refusal.wrong-state", Message.command(command), state, possibleIn));
        }
    }

    /** A rule of the programme forbids it now; the violations say what is missing: HTTP 409. */
    public static final class RuleBroken extends Refusal {
        private final String rule;
        private final transient List<Violation> violations;

        /** @param rule a stable kebab-case name of the rule, such as {@code application-incomplete} */
        public RuleBroken(String rule, Message text, List<Violation> violations) {
            super(text);
            this.rule = rule;
            this.violations = List.copyOf(violations);
        }

        public RuleBroken(String rule, Message text) {
            this(rule, text, List.of());
        }

        /** For texts that are not in the bundles yet. */
        public RuleBroken(String rule, String text, List<Violation> violations) {
            this(rule, Message.literal(text), violations);
        }

        /** For texts that are not in the bundles yet. */
        public RuleBroken(String rule, String text) {
            this(rule, Message.literal(text));
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
        public NotAllowed(Message text) {
            super(text);
        }

        /** For texts that are not in the bundles yet. */
        public NotAllowed(String text) {
            super(Message.literal(text));
        }
    }

    /** The file belongs to a region for which the officer does not work; the text says how to open it with a reason: HTTP 403. */
    public static final class OtherRegion extends Refusal {
        public OtherRegion(Message text) {
            super(text);
        }
    }

    /** Somebody else changed the aggregate since the caller read it: HTTP 412. */
    public static final class StaleVersion extends Refusal {
        public StaleVersion(long expected, long actual) {
            super(Message.of("refusal.stale-version", expected, actual));
        }
    }

    /** An idempotency key was used before for something else: HTTP 422. */
    public static final class KeyReused extends Refusal {
        public KeyReused() {
            super(Message.of("refusal.key-reused"));
        }
    }

    /** An aggregate with that id exists already: HTTP 409. */
    public static final class AlreadyExists extends Refusal {
        /** @param noun as for {@link NotFound} */
        public AlreadyExists(String noun) {
            super(Message.of("refusal.already-exists", Message.noun(noun)));
        }
    }

    /** The caller has seen versions that have not arrived here yet, and is not answered with less: HTTP 409. */
    public static final class VersionNotYet extends Refusal {
        private final transient List<Violation> behind;

        /** @param behind by subject, what is known of it now */
        public VersionNotYet(List<Violation> behind) {
            super(Message.of("refusal.version-not-yet"));
            this.behind = List.copyOf(behind);
        }

        public List<Violation> behind() {
            return behind;
        }
    }

    /** It was here and is not any more; the words say what to do instead: HTTP 410. */
    public static final class Gone extends Refusal {
        public Gone(Message text) {
            super(text);
        }

        /** For texts that are not in the bundles yet. */
        public Gone(String text) {
            super(Message.literal(text));
        }
    }

    /** Something that is needed does not answer now; absent and unavailable are never the same: HTTP 503. */
    public static final class Unavailable extends Refusal {
        public Unavailable(Message text) {
            super(text);
        }

        /** For texts that are not in the bundles yet. */
        public Unavailable(String text) {
            super(Message.literal(text));
        }
    }
}
