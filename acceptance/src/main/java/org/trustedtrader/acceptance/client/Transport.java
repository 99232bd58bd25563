package org.trustedtrader.acceptance.client;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** How requests travel: straight, or stubbornly sent again while a service is being killed. */
@FunctionalInterface
public interface Transport {

    HttpResponse<byte[]> send(HttpRequest request) throws IOException, InterruptedException;
}
