/** Hears other services: own queues, bounded retries, parked messages, and catch-up over HTTP. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.platform.inbox;
