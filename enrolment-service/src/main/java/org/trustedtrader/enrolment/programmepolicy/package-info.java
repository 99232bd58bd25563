/** The programme's policy: its periods, obligations and weights of changes, published as one document. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.enrolment.programmepolicy;
