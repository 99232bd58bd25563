/** Which officer can come when, which slots to suggest, and what the year holds. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.validation.planning;
