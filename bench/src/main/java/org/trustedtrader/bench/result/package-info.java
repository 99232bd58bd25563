/** What was measured, what it is held against, and the page that says so. */
@NullMarked
package org.trustedtrader.bench.result;

import org.jspecify.annotations.NullMarked;
