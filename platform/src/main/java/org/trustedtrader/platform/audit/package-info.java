/** Exports the signed heads of every history as evidence outside the database, and verifies whole databases offline. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.platform.audit;
