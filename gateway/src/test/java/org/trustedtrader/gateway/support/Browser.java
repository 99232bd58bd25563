package org.trustedtrader.gateway.support;

import java.io.IOException;
import org.htmlunit.Page;
import org.htmlunit.WebClient;
import org.htmlunit.html.HtmlElement;
import org.htmlunit.html.HtmlInput;
import org.htmlunit.html.HtmlPage;

/** A person's browser, without scripts. */
public final class Browser implements AutoCloseable {

    private final WebClient client = new WebClient();

    public Browser() {
        client.getOptions().setJavaScriptEnabled(false);
        client.getOptions().setCssEnabled(false);
        client.getOptions().setThrowExceptionOnFailingStatusCode(false);
        client.setCookieManager(new LoopbackCookieManager());
    }

    public WebClient client() {
        return client;
    }

    public <P extends Page> P open(String address) throws IOException {
        return client.getPage(address);
    }

    /** Opens a page that leads to Keycloak's form and fills it in as one of the demo's people. */
    public <P extends Page> P signIn(String address, String user) throws IOException {
        HtmlPage form = open(address);
        return fillIn(form, user);
    }

    public <P extends Page> P fillIn(HtmlPage form, String user) throws IOException {
        if (!form.getUrl().toString().startsWith(RealKeycloak.realm())) {
            throw new AssertionError("Not Keycloak's form: " + form.getUrl());
        }
        ((HtmlInput) form.getElementById("username")).setValue(user);
        ((HtmlInput) form.getElementById("password")).setValue("demo-only-" + user);
        return ((HtmlElement) form.getElementById("kc-login")).click();
    }

    public String cookie(String name) {
        return client.getCookieManager().getCookie(name).getValue();
    }

    @Override
    public void close() {
        client.close();
    }
}
