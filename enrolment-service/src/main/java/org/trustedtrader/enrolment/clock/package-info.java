/** The programme's clock, which a demonstration may move forwards. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.enrolment.clock;
