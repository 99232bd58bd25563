package org.trustedtrader.platform.identifier;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/**
 * The kinds of identifier of companies. Each has one written form: capitals and ASCII digits without blanks, and without
 * hyphens where the issuer prints none. Text that somebody typed is brought into that form; what no issuer can have issued is
 * refused.
 */
public enum IdentifierScheme {
    /** The business number of the Canada Revenue Agency: nine digits, the last one a check digit by the Luhn method. */
    BN9("[0-9]{9}", IdentifierScheme::hasCheckDigit, Message.of("identifier.bn9")),
    /** A program account of a business number: BN9, the program's two letters, a reference number from 0001. */
    BN15("[0-9]{9}[A-Z]{2}[0-9]{4}", IdentifierScheme::isProgramAccount, Message.of("identifier.bn15")),
    /** The code under which customs knows a carrier. */
    CARRIER_CODE("[A-Z0-9]{4}", text -> true, Message.of("identifier.carrier-code")),
    /** The approval number of customs self-assessment. */
    CSA("[A-Z0-9]+(-[A-Z0-9]+)*", text -> lengthIs(text, 3, 20), Message.of("identifier.csa"), true),
    /** The status verification interface number of the US programme. */
    CTPAT("[A-Z0-9]+(-[A-Z0-9]+)*", text -> lengthIs(text, 8, 36), Message.of("identifier.ctpat"), true),
    /** A certificate of a European authorised economic operator: C customs simplifications, S security, F both. */
    AEO("[A-Z]{2}AEO[CSF][A-Z0-9]{1,24}", IdentifierScheme::beginsWithCountry, Message.of("identifier.aeo")),
    /** The trader identification number of mutual recognition (WCO). */
    TIN("[A-Z]{2}[A-Z0-9]{1,15}", IdentifierScheme::beginsWithCountry, Message.of("identifier.tin"));

    /**
     * Account types of the Canada Revenue Agency: corporate income tax, excise duty, excise tax, air travellers' security
     * charge, import and export, insurance premium tax, payroll, charity, sales tax, underused housing tax, information
     * returns, softwood lumber.
     */
    private static final Set<String> ACCOUNT_TYPES =
            Set.of("RC", "RD", "RE", "RG", "RM", "RN", "RP", "RR", "RT", "RU", "RZ", "SL");

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private final Pattern form;
    private final Predicate<String> possible;
    private final Message description;
    private final UnaryOperator<String> tidied;

    IdentifierScheme(String form, Predicate<String> possible, Message description) {
        this(form, possible, description, false);
    }

    IdentifierScheme(String form, Predicate<String> possible, Message description, boolean hyphens) {
        this.form = Pattern.compile(form);
        this.possible = possible;
        this.description = description;
        this.tidied = hyphens ? text -> text : TypedText::withoutHyphens;
    }

    /** The one written form of what was typed, or empty if there can be no such identifier. */
    public Optional<String> normalized(String typed) {
        var text = tidied.apply(TypedText.capitals(typed));
        return form.matcher(text).matches() && possible.test(text) ? Optional.of(text) : Optional.empty();
    }

    /** Whether the text is an identifier in its one written form. */
    public boolean isWritten(String text) {
        return normalized(text).filter(text::equals).isPresent();
    }

    /**
     * The one written form of what was typed.
     *
     * @param field where it stands in the request, such as {@code programmeAccounts[0].number}
     */
    public String parse(String field, String typed) {
        return normalized(typed).orElseThrow(() -> new Refusal.InvalidInput(field, description));
    }

    /** What two identifiers of this scheme are compared by: the same for the same identifier, however it is hyphenated. */
    public String comparable(String written) {
        return TypedText.withoutHyphens(TypedText.capitals(written));
    }

    static boolean isCountry(String code) {
        return COUNTRIES.contains(code);
    }

    private static boolean beginsWithCountry(String text) {
        return isCountry(text.substring(0, 2));
    }

    private static boolean isProgramAccount(String text) {
        return hasCheckDigit(text.substring(0, 9))
                && ACCOUNT_TYPES.contains(text.substring(9, 11))
                && !text.endsWith("0000");
    }

    private static boolean lengthIs(String text, int least, int most) {
        return text.length() >= least && text.length() <= most;
    }

    private static boolean hasCheckDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            int digit = digits.charAt(i) - '0';
            int weighed = i % 2 == 0 ? digit : digit * 2;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum % 10 == 0;
    }
}
