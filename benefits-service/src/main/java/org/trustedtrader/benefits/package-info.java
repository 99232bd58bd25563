/** What a trader may use at the border, decided from memory and with the reason. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.benefits;
