package org.trustedtrader.platform.text;

import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/**
 * What a text is, wherever one comes in: valid Unicode in normal form C, of characters that a reader can see. Half of a
 * character pair, control, format and bidirectional characters and Unicode's line separators are refused, since they deceive
 * readers or cannot be stored; line breaks and tabs belong to texts of several lines only.
 */
public final class Text {

    /** Letters that show nothing: the Hangul fillers. */
    private static final Set<Integer> FILLERS = Set.of(0x115F, 0x1160, 0x3164, 0xFFA0);

    private static final String FORMULA = "=+-@";

    private Text() {}

    /**
     * The text in normal form C, with {@code \n} for line breaks.
     *
     * @throws Refusal.InvalidInput if it is no text; names the field
     */
    public static String clean(String field, String value) {
        flaw(value).ifPresent(flaw -> refuse(field, flaw));
        return normalized(value);
    }

    /** What is wrong with a text; a line break (LF or CR LF) and a tab are right here. */
    public static Optional<Message> flaw(String value) {
        for (int i = 0; i < value.length(); ) {
            int character = value.codePointAt(i);
            if (character < 0x20 || character > 0x7e) {
                if (character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE) {
                    return Optional.of(Message.of("text.surrogate"));
                }
                boolean lineBreak = character == '\n'
                        || character == '\t'
                        || (character == '\r' && i + 1 < value.length() && value.charAt(i + 1) == '\n');
                if (!lineBreak && isForbidden(character)) {
                    return Optional.of(Message.of("text.character", name(character)));
                }
            }
            i += Character.charCount(character);
        }
        return Optional.empty();
    }

    private static boolean isForbidden(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> (character & 0xFFFE) == 0xFFFE;
        };
    }

    private static String name(int character) {
        return "U+" + HexFormat.of().withUpperCase().toHexDigits(character, character > 0xFFFF ? 6 : 4);
    }

    /** Normal form C: what looks the same is the same. */
    public static String normalized(String value) {
        String lines = value.indexOf('\r') < 0 ? value : value.replace("\r\n", "\n");
        return Normalizer.isNormalized(lines, Normalizer.Form.NFC)
                ? lines
                : Normalizer.normalize(lines, Normalizer.Form.NFC);
    }

    /** Whether a text has no letter and no digit of any script. */
    public static boolean isBlank(CharSequence value) {
        return value.codePoints()
                .noneMatch(character -> Character.isLetterOrDigit(character) && !FILLERS.contains(character));
    }

    /** Whether a spreadsheet that reads the text would take it for a formula. */
    public static boolean isFormula(String value) {
        String text = value.stripLeading();
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
    }

    /** Whether a text has more than one line, or a tab. */
    public static boolean isMultiline(String value) {
        return value.indexOf('\n') >= 0 || value.indexOf('\t') >= 0 || value.indexOf('\r') >= 0;
    }

    /** The name of a company, a site or a person: one line, and nothing that a spreadsheet would run. */
    public static String name(String field, String value, int longest) {
        String name = line(field, value, longest);
        if (isFormula(name)) {
            refuse(field, Message.of("text.formula"));
        }
        return name;
    }

    /** One line that says something. */
    public static String line(String field, String value, int longest) {
        return required(field, optionalLine(field, value, longest));
    }

    /** One line, or nothing. */
    public static String optionalLine(String field, String value, int longest) {
        String line = optional(field, value, longest);
        if (isMultiline(line)) {
            refuse(field, Message.of("text.one-line"));
        }
        return line;
    }

    /** A text that says something, of one line or more. */
    public static String paragraphs(String field, String value, int longest) {
        return required(field, optional(field, value, longest));
    }

    /** A text of one line or more, or nothing. */
    public static String optional(String field, String value, int longest) {
        String text = clean(field, value);
        if (text.length() > longest) {
            refuse(field, Message.of("text.too-long", longest));
        }
        return text;
    }

    private static String required(String field, String value) {
        if (isBlank(value)) {
            refuse(field, Message.of("text.blank"));
        }
        return value;
    }

    private static void refuse(String field, Message message) {
        throw new Refusal.InvalidInput(field, message);
    }
}
