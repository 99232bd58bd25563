/** Applications for membership, from the first draft to the decision, and the clock that they are measured by. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.enrolment.application;
