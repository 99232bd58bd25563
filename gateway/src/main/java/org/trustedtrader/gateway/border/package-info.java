/** The short way of the border's plain questions, past the filters of everything else. */
@NullMarked
package org.trustedtrader.gateway.border;

import org.jspecify.annotations.NullMarked;
