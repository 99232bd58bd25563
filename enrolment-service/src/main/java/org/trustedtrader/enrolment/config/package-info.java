/** Settings, access table and wiring. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.enrolment.config;
