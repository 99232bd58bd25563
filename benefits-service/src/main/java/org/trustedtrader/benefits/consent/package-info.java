/** Consents of companies to let a partner see their status, and what is known of them in memory. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.benefits.consent;
