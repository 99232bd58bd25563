/** The engine alone, without HTTP, and libraries that answer the same question in process. */
@NullMarked
package org.trustedtrader.bench.engine;

import org.jspecify.annotations.NullMarked;
