package org.trustedtrader.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.problem.Problem;
import org.trustedtrader.platform.problem.ProblemType;

/** Reads the envelope of a command from the request's headers, and refuses the request if they are missing or malformed. */
final class CommandArgumentResolver implements HandlerMethodArgumentResolver {

    private static final String KEY_HEADER = "Idempotency-Key";
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{8,128}");
    private static final Pattern VERSION_TAG = Pattern.compile("\"(0|[1-9][0-9]{0,17})\"");

    private final CurrentCaller caller;

    CommandArgumentResolver(CurrentCaller caller) {
        this.caller = caller;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Command.class
                && (parameter.hasParameterAnnotation(CreateCommand.class)
                        || parameter.hasParameterAnnotation(ChangeCommand.class));
    }

    @Override
    public Command resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest webRequest,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest request = (HttpServletRequest) webRequest.getNativeRequest();
        boolean changes = parameter.hasParameterAnnotation(ChangeCommand.class);
        boolean keyNeeded = !changes || request.getMethod().equals("POST");
        return new Command(
                caller.actor(),
                key(request, keyNeeded),
                RequestFingerprint.of(request),
                changes ? OptionalLong.of(expectedVersion(request)) : OptionalLong.empty());
    }

    private static Optional<String> key(HttpServletRequest request, boolean needed) {
        String value = request.getHeader(KEY_HEADER);
        if (value == null && needed) {
            throw refused(ProblemType.IDEMPOTENCY_KEY_MISSING);
        }
        if (value != null && !KEY.matcher(value).matches()) {
            throw refused(ProblemType.IDEMPOTENCY_KEY_MALFORMED);
        }
        return Optional.ofNullable(value);
    }

    private static long expectedVersion(HttpServletRequest request) {
        String value = request.getHeader(HttpHeaders.IF_MATCH);
        if (value == null) {
            throw refused(ProblemType.IF_MATCH_MISSING);
        }
        Matcher tag = VERSION_TAG.matcher(value.strip());
        if (!tag.matches()) {
            throw refused(ProblemType.IF_MATCH_MALFORMED);
        }
        return Long.parseLong(tag.group(1));
    }

    /** The detail has the name of the type. */
    private static RequestRefusedException refused(ProblemType type) {
        return new RequestRefusedException(Problem.of(type, "request." + type.name()));
    }
}
