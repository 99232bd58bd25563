/** Consumers of the events of other services. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.assessment.messaging;
