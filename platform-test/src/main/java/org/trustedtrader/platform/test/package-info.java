/** What the services' tests share: parts to run on, callers with tokens, tables of access, rules of architecture. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.platform.test;
