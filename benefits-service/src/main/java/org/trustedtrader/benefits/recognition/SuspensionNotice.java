package org.trustedtrader.benefits.recognition;

import java.time.LocalDate;

/** A partner's message that one member is suspended from now on. @param reasonCode such as {@code SECURITY} */
public record SuspensionNotice(String tin, String reasonCode, LocalDate statusDate) {}
