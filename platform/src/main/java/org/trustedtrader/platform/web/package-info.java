/** What every HTTP endpoint has in common: problem documents, command headers, strict JSON. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.platform.web;
