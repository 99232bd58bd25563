package org.trustedtrader.border.client;

import java.time.Duration;

/**
 * How a client is doing, for its operator.
 *
 * @param usable   whether answers about now are more than INDETERMINATE
 * @param epoch    the run of the service's feed that positions belong to, empty without a copy
 * @param position how many changes of that run are known
 * @param age      how old the knowledge is
 * @param lease    how old it may be
 * @param lastError  what went wrong last, empty if nothing did since the service was reached
 */
public record CopyState(
        boolean usable, String epoch, long position, int traders, Duration age, Duration lease, String lastError) {}
