/**
 * The border's own entrance: a port on Netty's HTTP codec that answers plain questions of callers with a valid token and the
 * right role. Every other request for its three endpoints goes to the ordinary chain, so that nothing is decided twice.
 */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.benefits.entrance.web;
