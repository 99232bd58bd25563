/** Storage of consents. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.benefits.consent.mongo;
