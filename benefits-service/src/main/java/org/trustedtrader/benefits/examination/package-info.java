/** How often crossings were selected for examination, beside how often they should be. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.benefits.examination;
