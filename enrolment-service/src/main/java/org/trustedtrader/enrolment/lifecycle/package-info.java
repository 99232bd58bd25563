/** What applications and memberships have in common: a state, and verbs that are possible in some states only. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.enrolment.lifecycle;
