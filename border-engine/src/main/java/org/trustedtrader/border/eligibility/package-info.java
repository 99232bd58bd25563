/** The engine: standings worked out when something changes, so that a question is a look-up. No Spring here. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.border.eligibility;
