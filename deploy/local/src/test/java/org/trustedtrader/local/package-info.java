/** The stand-ins keep the promises that the platform relies on. */
@NullMarked
package org.trustedtrader.local;

import org.jspecify.annotations.NullMarked;
