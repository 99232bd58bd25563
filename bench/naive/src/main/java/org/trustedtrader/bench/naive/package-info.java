/**
 * What most programs would do: Spring MVC, Spring Security's resource server as it comes, one read of the database for each
 * request, rules evaluated then. It exists to be measured, and lies in no image.
 */
@NullMarked
package org.trustedtrader.bench.naive;

import org.jspecify.annotations.NullMarked;
