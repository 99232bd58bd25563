/** Look-ups in other services: the raw calls, and apart from them what an answer, or none, means. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.enrolment.clients;
