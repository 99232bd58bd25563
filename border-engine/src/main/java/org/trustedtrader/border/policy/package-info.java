/** The rules as versioned data: benefits, tiers, ports. No Spring here. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.border.policy;
