/** Look-ups in other services. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.enrolment.clients;
