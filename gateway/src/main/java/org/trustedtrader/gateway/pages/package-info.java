/** The first page and the documentation of the services. */
@NullMarked
package org.trustedtrader.gateway.pages;

import org.jspecify.annotations.NullMarked;
