package org.trustedtrader.border.recognition;

/**
 * A list that was taken in whole.
 *
 * @param version of the partner's register that recorded it
 * @param drawnAt milliseconds since the epoch, programme time: when the partner drew it, or when it arrived if that was earlier
 */
public record Refresh(long version, long drawnAt) {

    public static final String SUBJECT = "partner/";
}
