/** The policy as JSON files, checked when they are read. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.border.policy.json;
