package org.trustedtrader.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class RolesTest {

    private static final Path REALM = Path.of("../deploy/keycloak/trusted-trader-realm.json");
    private static final Pattern NAME = Pattern.compile("\"name\"\\s*:\\s*\"([a-z-]+)\"");

    @Test
    void namesExactlyTheRolesOfTheRealm() throws Exception {
        var realm = Files.readString(REALM);
        var roles = realm.substring(realm.indexOf("\"roles\""));
        var named = NAME.matcher(roles.substring(0, roles.indexOf("]")))
                .results()
                .map(match -> match.group(1))
                .filter(name -> !name.startsWith("default-roles-"))
                .toList();
        assertThat(named).containsExactlyInAnyOrderElementsOf(Roles.ALL);
    }
}
