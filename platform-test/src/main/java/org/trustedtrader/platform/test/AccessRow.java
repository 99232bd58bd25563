package org.trustedtrader.platform.test;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.springframework.http.HttpMethod;

/**
 * One row of an access test: an endpoint, how to call it, who is let in and for whom it does not exist. A caller that is in
 * neither list must be answered 403, and one without a valid token 401.
 */
public final class AccessRow {

    final HttpMethod method;
    final String pattern;
    String path;
    String pathOfNothing = "";
    UnaryOperator<Http.Call> preparation = UnaryOperator.identity();
    final Set<Caller> allowed = EnumSet.noneOf(Caller.class);
    final Set<Caller> hidden = EnumSet.noneOf(Caller.class);
    boolean ofFile = true;

    private AccessRow(HttpMethod method, String pattern) {
        this.method = method;
        this.pattern = pattern;
        this.path = pattern;
    }

    /** @param pattern as the controller declares it, such as {@code /v1/applications/{id}} */
    public static AccessRow of(HttpMethod method, String pattern) {
        return new AccessRow(method, pattern);
    }

    /** The address of an existing record, and a like one of a record that does not exist. */
    public AccessRow at(String existing, String nonexistent) {
        path = existing;
        pathOfNothing = nonexistent;
        return this;
    }

    /** The address to call where the pattern is not one itself. */
    public AccessRow at(String address) {
        path = address;
        return this;
    }

    /** Adds a body and headers; a POST has an Idempotency-Key already. */
    public AccessRow with(UnaryOperator<Http.Call> newPreparation) {
        preparation = newPreparation;
        return this;
    }

    /** Those whom the endpoint serves: any answer but 401, 403, 404, 405 and 5xx. */
    public AccessRow allows(Caller... callers) {
        allowed.addAll(List.of(callers));
        return this;
    }

    public AccessRow allowsEverybodySignedIn() {
        allowed.addAll(EnumSet.complementOf(EnumSet.of(Caller.ANONYMOUS, Caller.EXPIRED, Caller.WRONG_AUDIENCE)));
        return this;
    }

    /** It gives and takes nothing of a company's file, so that officers of every region are served. */
    public AccessRow ofNoFile() {
        ofFile = false;
        return this;
    }

    /** Those who have the role but must be told 404, exactly as of a record that does not exist. */
    public AccessRow hidesFrom(Caller... callers) {
        hidden.addAll(List.of(callers));
        return this;
    }
}
