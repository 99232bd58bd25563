package org.trustedtrader.enrolment.company;

import java.util.regex.Pattern;

/** The programmes and registers whose numbers a company may hold, each with the form of its numbers. */
public enum Programme {
    /** A customs account of a business number: BN9, two letters, four digits, such as {@code 123456782RM0001}. */
    BN15("[0-9]{9}[A-Z]{2}[0-9]{4}", "9 digits, 2 letters and 4 digits, such as 123456782RM0001"),
    /** Customs self-assessment; the number is the approval's. */
    CSA("[A-Z0-9-]{3,20}", "3 to 20 letters, digits or hyphens"),
    /** The US programme's status verification interface number. */
    CTPAT("[A-Za-z0-9-]{8,36}", "8 to 36 letters, digits or hyphens"),
    /** A European authorised economic operator's certificate. */
    AEO("[A-Z]{2}AEO[CSF][A-Z0-9]{1,24}", "a country code, AEOC, AEOS or AEOF, and the number"),
    /** The trader identification number of mutual recognition. */
    TIN("[A-Z]{2}[A-Z0-9]{1,15}", "a country code and up to 15 letters or digits");

    private final Pattern form;
    private final String description;

    Programme(String form, String description) {
        this.form = Pattern.compile(form);
        this.description = description;
    }

    boolean accepts(String number) {
        return form.matcher(number).matches();
    }

    String description() {
        return description;
    }
}
