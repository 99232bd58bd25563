package org.trustedtrader.acceptance;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.acceptance.client.Platform;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The realm as its administrator sees it: adds people of further companies, and clients with odd tokens. */
public final class RealmAdministrator {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final URI keycloak;

    private RealmAdministrator(URI keycloak) {
        this.keycloak = keycloak;
    }

    public static RealmAdministrator ofThePlatform() {
        return new RealmAdministrator(SharedPlatform.platform().issuer().resolve("/"));
    }

    /** An account owner of that company, with the usual demo password; nothing happens if there is one. */
    public void accountOwner(String username, String businessNumber) {
        admin(
                "POST",
                "users",
                Map.of(
                        "username",
                        username,
                        "enabled",
                        true,
                        "email",
                        username + "@example.com",
                        "emailVerified",
                        true,
                        "firstName",
                        "Test",
                        "lastName",
                        "Owner",
                        "attributes",
                        Map.of("company", List.of(businessNumber)),
                        "credentials",
                        List.of(Map.of("type", "password", "value", "demo-only-" + username, "temporary", false))));
        var user = admin("GET", "users?exact=true&username=" + username, null)
                .get(0)
                .path("id")
                .asString();
        var role = admin("GET", "roles/account-owner", null);
        admin("POST", "users/" + user + "/role-mappings/realm", List.of(role));
    }

    /** A copy of that client under another id, with the demo secret of its own and these settings changed. */
    public void clientLike(String original, String id, Map<String, Object> settings) {
        var copy =
                (ObjectNode) admin("GET", "clients?clientId=" + original, null).get(0);
        copy.remove("id");
        copy.path("protocolMappers").forEach(mapper -> ((ObjectNode) mapper).remove("id"));
        copy.put("clientId", id).put("secret", "demo-only-" + id);
        settings.forEach((name, value) -> copy.set(name, JSON.valueToTree(value)));
        admin("POST", "clients", copy);
    }

    /** The answer of a realm's token endpoint. */
    public JsonNode tokens(String realm, Map<String, String> form) {
        return send(HttpRequest.newBuilder(keycloak.resolve("/realms/" + realm + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form.entrySet().stream()
                        .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&")))));
    }

    /** An access token of the administrator, which belongs to another realm. */
    public String administratorsToken() {
        return tokens(
                        "master",
                        Map.of(
                                "grant_type", "password",
                                "client_id", "admin-cli",
                                "username", "admin",
                                "password", "demo-only-admin"))
                .path("access_token")
                .asString();
    }

    private JsonNode admin(String method, String path, @Nullable Object body) {
        return send(HttpRequest.newBuilder(keycloak.resolve("/admin/realms/trusted-trader/" + path))
                .header("Authorization", "Bearer " + administratorsToken())
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))));
    }

    private static JsonNode send(HttpRequest.Builder request) {
        try {
            var response = Platform.straight().send(request.build());
            if (response.statusCode() >= 400 && response.statusCode() != 409) {
                throw new AssertionError("Keycloak answers " + response.statusCode() + ": "
                        + new String(response.body(), StandardCharsets.UTF_8));
            }
            return response.body().length == 0 ? JSON.nullNode() : JSON.readTree(response.body());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
