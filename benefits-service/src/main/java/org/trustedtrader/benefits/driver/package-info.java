/** Cards of registered drivers, known by their number only. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.benefits.driver;
