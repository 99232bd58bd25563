/** The border's hot questions on a port of their own. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.benefits.lane;
