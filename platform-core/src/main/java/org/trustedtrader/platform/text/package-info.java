/** What a text is, for every text that comes in. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.platform.text;
