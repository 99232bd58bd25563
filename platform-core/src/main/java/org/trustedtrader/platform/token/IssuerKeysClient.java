package org.trustedtrader.platform.token;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Fetches the issuer's key set over HTTP; one that does not answer within 3 seconds counts as away. */
public final class IssuerKeysClient implements IssuerKeys.Fetch {

    private static final Duration TIMEOUT = Duration.ofSeconds(3);

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(TIMEOUT)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final HttpRequest request;

    /** @param address of the key set: the realm's {@code /protocol/openid-connect/certs} */
    public IssuerKeysClient(URI address) {
        this.request = HttpRequest.newBuilder(address)
                .timeout(TIMEOUT)
                .header("Accept", "application/json")
                .build();
    }

    @Override
    public String keys() throws IOException {
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IOException("The issuer answered " + response.statusCode());
            }
            return response.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while fetching keys", e);
        }
    }
}
