/** Consents of companies to let a partner see their status. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.enrolment.consent;
