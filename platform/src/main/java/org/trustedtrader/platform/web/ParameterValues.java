package org.trustedtrader.platform.web;

import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.identifier.BusinessNumber;
import org.trustedtrader.platform.message.Message;

/** Values of parameters that more is known of than their type says. */
public final class ParameterValues {

    private ParameterValues() {}

    /**
     * A word of a list that is data.
     *
     * @param value as it was given, perhaps not at all
     * @throws RequestRefusedException 400 bad-parameter, which names the known words
     */
    public static @Nullable String oneOf(String name, @Nullable String value, Collection<String> known) {
        if (value != null && !known.contains(value)) {
            throw refused(
                    name, Message.of("request.one-of", known.stream().sorted().toList()));
        }
        return value;
    }

    /**
     * Whose records a list shows: of the company that is asked for, if any; a reader who does not read everybody's gets those of the
     * own company, and of another one what there is of a company that nobody knows: nothing.
     *
     * @param typed the parameter {@code company}, a business number as people write it
     * @return a business number; empty for all companies
     */
    public static Optional<String> company(@Nullable String typed, Actor reader, boolean readsAll) {
        var asked = Optional.ofNullable(typed)
                .map(number -> BusinessNumber.parse("company", number).digits());
        return readsAll
                ? asked
                : Optional.of(reader.company()
                        .filter(own -> asked.isEmpty() || asked.get().equals(own))
                        .orElse(""));
    }

    /** 400 bad-parameter. */
    public static RequestRefusedException refused(String name, Message message) {
        return new RequestRefusedException(RequestProblemMapper.badParameter(name, message));
    }
}
