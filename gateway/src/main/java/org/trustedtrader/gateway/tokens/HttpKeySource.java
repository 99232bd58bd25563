package org.trustedtrader.gateway.tokens;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Fetches the issuer's key set over the back channel; 3 seconds, then it counts as not answering. */
final class HttpKeySource implements SigningKeys.Fetch {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final HttpRequest request;

    HttpKeySource(String address) {
        this.request =
                HttpRequest.newBuilder(URI.create(address)).timeout(PATIENCE).build();
    }

    @Override
    public String keys() throws IOException {
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException("The issuer answered " + answer.statusCode());
            }
            return answer.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while fetching keys", e);
        }
    }
}
