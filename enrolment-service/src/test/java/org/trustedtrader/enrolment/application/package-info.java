/** Rules of applications. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.enrolment.application;
