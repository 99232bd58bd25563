package org.trustedtrader.enrolment.letter;

import java.util.Locale;

/** What a company can do about what a letter says, and to whom it turns. */
public enum Remedy {
    /** It is in the company's favour, or only tells it what will happen. */
    NONE(Addressee.PROGRAMME, Day.NONE),
    CORRECT_APPLICATION(Addressee.INTAKE, Day.LAST),
    ANSWER_QUESTION(Addressee.INTAKE, Day.LAST),
    SIGN_TERMS(Addressee.HEADQUARTERS, Day.LAST),
    ASK_FOR_INFORMAL_REVIEW(Addressee.HEADQUARTERS, Day.LAST),
    APPLY_AGAIN(Addressee.INTAKE, Day.FIRST),
    OBJECT(Addressee.HEADQUARTERS, Day.LAST),
    /** The company has objected or appealed, and waits for the answer. */
    AWAIT_ANSWER(Addressee.HEADQUARTERS, Day.NONE),
    APPEAL(Addressee.HEADQUARTERS, Day.LAST),
    /** Runs from the day on which the notice is served; the day is the latest one. */
    ANSWER_NOTICE(Addressee.HEADQUARTERS, Day.LAST),
    /** What the case decided takes effect by the membership, whose own letter says what can be done. */
    SEE_MEMBERSHIP(Addressee.HEADQUARTERS, Day.NONE),
    /** A compliance case follows in which the company is heard. */
    SEE_CASE(Addressee.HEADQUARTERS, Day.NONE),
    ASK_FOR_DECISION(Addressee.MANAGER, Day.NONE),
    EXPLAIN_CHANGE(Addressee.INTAKE, Day.LAST),
    COMPLETE_REVIEW(Addressee.ASSESSMENT, Day.LAST),
    COMPLETE_REVALIDATION(Addressee.ASSESSMENT, Day.LAST),
    CLAIM_AGAIN(Addressee.INTAKE, Day.NONE),
    /** What the letter tells of has gone on since: the period it could name is over or was used. */
    OVERTAKEN(Addressee.PROGRAMME, Day.NONE);

    /** Who receives what the company sends. */
    private enum Addressee {
        PROGRAMME,
        INTAKE,
        ASSESSMENT,
        HEADQUARTERS,
        MANAGER
    }

    /** What the day means that a letter names beside the remedy. */
    public enum Day {
        NONE,
        /** The last one on which the company can act. */
        LAST,
        /** The first one on which it can. */
        FIRST
    }

    private final Addressee addressee;
    private final Day day;

    Remedy(Addressee addressee, Day day) {
        this.addressee = addressee;
        this.day = day;
    }

    public Day day() {
        return day;
    }

    String key() {
        return "letter.remedy." + kebab(name());
    }

    String addresseeKey() {
        return "letter.addressee." + kebab(addressee.name());
    }

    static String kebab(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
