package org.trustedtrader.platform.inbox;

import java.util.List;
import org.trustedtrader.platform.event.Event;

/**
 * One page of a source's change feed.
 *
 * @param events newest event of each aggregate that changed, in order of change
 * @param next   cursor for the next page or the next visit; opaque
 * @param more   whether another page follows now
 */
public record ChangeFeedPage(List<Event> events, String next, boolean more) {}
