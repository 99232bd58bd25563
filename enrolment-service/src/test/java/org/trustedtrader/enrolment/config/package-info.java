/** What is wired and set in motion. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.enrolment.config;
