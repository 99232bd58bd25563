@org.jspecify.annotations.NullMarked
package org.trustedtrader.enrolment.letter;
