package org.trustedtrader.benefits.recognition;

import java.time.Instant;
import org.trustedtrader.border.recognition.MemberState;

/**
 * The state that a member is in.
 *
 * @param reasonCode  why, such as {@code LISTED} or {@code MISSING_FROM_LIST}
 * @param since       programme time
 * @param nameDiffers whether the name last sent is not the one known before
 */
public record MemberStatus(MemberState state, String reasonCode, Instant since, boolean nameDiffers) {}
