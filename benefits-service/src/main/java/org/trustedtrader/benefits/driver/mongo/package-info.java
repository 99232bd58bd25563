/** Storage of driver cards. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.benefits.driver.mongo;
