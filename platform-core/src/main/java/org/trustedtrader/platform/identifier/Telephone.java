package org.trustedtrader.platform.identifier;

import java.util.regex.Pattern;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/**
 * Telephone numbers as people write them: {@code +1 519 555 0100 ext. 12}. A number has 5 to 15 digits (ITU-T E.164), an
 * extension up to 7.
 */
public final class Telephone {

    private static final Pattern FORM = Pattern.compile(
            "(?i)(\\+?[0-9 ().\\-/]+?)" + "(?:[ ,;]*(?:extension|ext|poste|post|x|#)[ .:]*([0-9]{1,7}))?");
    private static final int FEWEST = 5;
    private static final int MOST = 15;

    private Telephone() {}

    /** @return what was typed, with ordinary digits and single blanks */
    public static String parse(String field, String typed) {
        var number = TypedText.plain(typed).replaceAll(" +", " ");
        var parts = FORM.matcher(number);
        if (!parts.matches() || !possible(parts.group(1))) {
            throw new Refusal.InvalidInput(field, Message.of("identifier.telephone"));
        }
        return number;
    }

    private static boolean possible(String number) {
        long digits = number.chars().filter(Character::isDigit).count();
        return digits >= FEWEST
                && digits <= MOST
                && number.chars().filter(Character::isDigit).anyMatch(digit -> digit != '0')
                && parenthesesMatch(number);
    }

    private static boolean parenthesesMatch(String number) {
        int open = 0;
        for (char c : number.toCharArray()) {
            open += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (open < 0 || open > 1) {
                return false;
            }
        }
        return open == 0;
    }
}
