@org.jspecify.annotations.NullMarked
package org.trustedtrader.benefits.feed.web;
