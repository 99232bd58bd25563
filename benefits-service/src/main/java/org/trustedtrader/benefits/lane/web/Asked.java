package org.trustedtrader.benefits.lane.web;

import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;

/**
 * A request that has arrived whole.
 *
 * @param length how many bytes of {@code body} belong to it
 */
record Asked(HttpMethod method, String target, Address address, HttpHeaders headers, byte[] body, int length) {}
