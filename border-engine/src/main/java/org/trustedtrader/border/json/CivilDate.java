package org.trustedtrader.border.json;

/** A day of the proleptic Gregorian calendar, worked out without the machinery of java.time. */
record CivilDate(int year, int month, int day) {

    private static final int DAYS_OF_400_YEARS = 146_097;
    private static final int FROM_MARCH_OF_YEAR_0_TO_EPOCH = 719_468;

    /** Years are counted from March, so that the day that leap years add is the last of its year. */
    static CivilDate ofEpochDay(long epochDay) {
        long days = epochDay + FROM_MARCH_OF_YEAR_0_TO_EPOCH;
        long era = Math.floorDiv(days, DAYS_OF_400_YEARS);
        int ofEra = (int) (days - era * DAYS_OF_400_YEARS);
        int yearOfEra = (ofEra - ofEra / 1_460 + ofEra / 36_524 - ofEra / 146_096) / 365;
        int ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        int fromMarch = (5 * ofYear + 2) / 153;
        int day = ofYear - (153 * fromMarch + 2) / 5 + 1;
        int month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
        int year = (int) (yearOfEra + era * 400) + (month <= 2 ? 1 : 0);
        return new CivilDate(year, month, day);
    }
}
