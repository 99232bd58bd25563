/** Companies that have consented to each other see each other's status; to all others nothing is disclosed. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.benefits.monitoring;
