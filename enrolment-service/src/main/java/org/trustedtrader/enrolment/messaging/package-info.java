/** Consumers of events of assessment, validation and this service itself. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.enrolment.messaging;
