/** The first page and the documentation of the services. */
@NullMarked
package org.trustedtrader.gateway.page;

import org.jspecify.annotations.NullMarked;
