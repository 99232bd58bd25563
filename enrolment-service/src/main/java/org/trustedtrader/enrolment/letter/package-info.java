/** The programme's letters: what was decided or noticed, why, on what basis, and what can be done against it. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.enrolment.letter;
