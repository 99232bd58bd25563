package org.trustedtrader.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.trustedtrader.gateway.support.HttpCaller;
import org.trustedtrader.gateway.support.HttpCaller.Answer;

/** The gateway's own pages are in the language that the reader prefers. */
class PagesIT extends RunningGateway {

    @Test
    void theFirstPageIsInBothLanguages() {
        HttpCaller reader = caller().signIn(ISSUER);

        assertThat(inLanguage(reader, "/", "fr", "fr-CA, en;q=0.5"))
                .contains("Bienvenue, ")
                .contains("Se déconnecter", "propriétaire du compte", "entreprises, demandes, adhésions")
                .doesNotContain("Sign out", "gateway.");
        assertThat(inLanguage(reader, "/", "en", "en"))
                .contains("Welcome, ", "Sign out", "account owner", "companies, applications, memberships")
                .doesNotContain("gateway.");
    }

    @Test
    void thePageAfterASignOutIsInBothLanguages() {
        assertThat(inLanguage(caller(), "/signed-out", "fr", "fr")).contains("Vous êtes déconnecté", "Se connecter");
        assertThat(inLanguage(caller(), "/signed-out", "en", "de")).contains("You have signed out", "Sign in");
        assertThat(inLanguage(caller(), "/signed-out?failed", "fr", "fr")).contains("La connexion n’a pas réussi");
        assertThat(inLanguage(caller(), "/signed-out?failed", "en", "en")).contains("The sign-in did not succeed");
    }

    private static String inLanguage(HttpCaller reader, String page, String language, String accepted) {
        Answer answer = reader.get(page, "Accept", "text/html", "Accept-Language", accepted);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Language")).isEqualTo(language);
        assertThat(answer.response().headers().allValues("Vary")).contains("Accept-Language");
        assertThat(answer.body()).contains("<html lang=\"" + language + "\">").doesNotContain("{{");
        return answer.body();
    }
}
