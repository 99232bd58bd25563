/** Publishes what committed aggregates announce, with confirms, in order per aggregate. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.platform.outbox;
