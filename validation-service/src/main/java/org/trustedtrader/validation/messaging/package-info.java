/** What this service hears of others, and what it does about it. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.validation.messaging;
