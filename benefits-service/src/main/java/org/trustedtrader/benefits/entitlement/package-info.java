/** What a company itself is entitled to. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.benefits.entitlement;
