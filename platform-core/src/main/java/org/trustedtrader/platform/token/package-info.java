/** Access tokens: what makes one good, whom it speaks for, and how long it is known to be good. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.platform.token;
