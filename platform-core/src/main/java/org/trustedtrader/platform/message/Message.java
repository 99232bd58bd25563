package org.trustedtrader.platform.message;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A text for people, in every language of the platform: a key and arguments until somebody reads it. The key's part before
 * the first dot names the bundle: {@code enrolment.company.country-unknown} is in {@code messages/enrolment.properties}
 * (English) and in {@code messages/enrolment_fr.properties}. A bundle's {@code {0}} stands for the first argument.
 */
public final class Message {

    private static final String LITERAL = "";

    private final String key;
    private final List<Object> arguments;
    private final boolean counted;

    private Message(String key, List<Object> arguments, boolean counted) {
        this.key = Objects.requireNonNull(key);
        this.arguments = List.copyOf(arguments);
        this.counted = counted;
    }

    /**
     * @param arguments texts, numbers, dates and codes, which are shown as they are; other messages, which are shown in the
     *                  reader's language; collections of these, which are joined by commas
     */
    public static Message of(String key, Object... arguments) {
        return new Message(key, List.of(arguments), false);
    }

    /**
     * A text that depends on a number, which is its argument {@code {0}}: {@code <key>.one} or {@code <key>.other}.
     *
     * @param more the arguments from {@code {1}} on
     */
    public static Message counted(String key, long count, Object... more) {
        List<Object> arguments = new ArrayList<>();
        arguments.add(count);
        arguments.addAll(List.of(more));
        return new Message(key, arguments, true);
    }

    /** What a thing is called: {@code corrective action} is found as {@code noun.corrective-action}. */
    public static Message noun(String name) {
        return inWords("noun.", name);
    }

    /** What a command does, as an infinitive: {@code submit the application} is found as {@code command.submit-the-application}. */
    public static Message command(String infinitive) {
        return inWords("command.", infinitive);
    }

    private static Message inWords(String bundle, String english) {
        String key = bundle + english.replace(' ', '-');
        return Bundles.contains(key) ? of(key) : literal(english);
    }

    /** A text that is the same in every language, or that is in the reader's language already. */
    public static Message literal(String text) {
        return new Message(LITERAL, List.of(text), false);
    }

    /** Empty for a literal text. */
    public String key() {
        return key;
    }

    public boolean isLiteral() {
        return key.equals(LITERAL);
    }

    public List<Object> arguments() {
        return arguments;
    }

    /** In French if the locale's language is French, else in English; a key that no bundle has is shown itself. */
    public String in(Locale locale) {
        Locale language = Languages.of(locale);
        if (isLiteral()) {
            return text(arguments.getFirst(), language);
        }
        return Bundles.pattern(counted ? key + "." + form(language) : key, language)
                .map(pattern -> filled(pattern, language))
                .orElseGet(() -> key + arguments);
    }

    /** French counts none as one, English does not. */
    private String form(Locale language) {
        long count = ((Number) arguments.getFirst()).longValue();
        return count == 1 || (count == 0 && language.equals(Languages.FRENCH)) ? "one" : "other";
    }

    private String filled(String pattern, Locale language) {
        StringBuilder text = new StringBuilder();
        int from = 0;
        for (int open = pattern.indexOf('{'); open >= 0; open = pattern.indexOf('{', from)) {
            int close = pattern.indexOf('}', open);
            int index = close < 0 ? -1 : index(pattern.substring(open + 1, close));
            if (index < 0) {
                text.append(pattern, from, open + 1);
                from = open + 1;
            } else {
                text.append(pattern, from, open).append(text(arguments.get(index), language));
                from = close + 1;
            }
        }
        return text.append(pattern, from, pattern.length()).toString();
    }

    private int index(String placeholder) {
        boolean number = !placeholder.isEmpty() && placeholder.chars().allMatch(c -> c >= '0' && c <= '9');
        return number && placeholder.length() < 3 && Integer.parseInt(placeholder) < arguments.size()
                ? Integer.parseInt(placeholder)
                : -1;
    }

    private static String text(Object argument, Locale language) {
        return switch (argument) {
            case Message message -> message.in(language);
            case Collection<?> all ->
                all.stream().map(one -> text(one, language)).collect(Collectors.joining(", "));
            default -> argument.toString();
        };
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Message that
                && key.equals(that.key)
                && arguments.equals(that.arguments)
                && counted == that.counted;
    }

    @Override
    public int hashCode() {
        return Objects.hash(key, arguments, counted);
    }

    /** In English. */
    @Override
    public String toString() {
        return in(Languages.ENGLISH);
    }
}
