package org.trustedtrader.enrolment.company;

import org.trustedtrader.platform.refusal.Refusal;

/**
 * A company's 9-digit business number (BN9), the key of everything about it. The last digit is a check digit after the
 * mod-10 (Luhn) method. Blanks and hyphens between the digits are dropped.
 */
public record BusinessNumber(String digits) {

    public BusinessNumber {
        if (!digits.matches("[0-9]{9}")) {
            throw new Refusal.InvalidInput("businessNumber", "A business number has 9 digits.");
        }
        if (!checkDigitHolds(digits)) {
            throw new Refusal.InvalidInput(
                    "businessNumber", "The check digit of this business number is wrong; look for a mistyped digit.");
        }
    }

    /** Whether the text is a business number in its written form. */
    public static boolean isValid(String text) {
        return text.matches("[0-9]{9}") && checkDigitHolds(text);
    }

    public static BusinessNumber parse(String text) {
        return new BusinessNumber(text.replaceAll("[ -]", ""));
    }

    @Override
    public String toString() {
        return digits;
    }

    private static boolean checkDigitHolds(String digits) {
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            int digit = digits.charAt(i) - '0';
            int weighed = i % 2 == 0 ? digit : digit * 2;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum % 10 == 0;
    }
}
