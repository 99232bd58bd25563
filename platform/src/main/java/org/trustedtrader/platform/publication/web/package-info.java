/** Published documents over HTTP. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.platform.publication.web;
