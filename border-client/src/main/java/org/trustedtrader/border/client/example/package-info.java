/** A lane to watch. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.border.client.example;
