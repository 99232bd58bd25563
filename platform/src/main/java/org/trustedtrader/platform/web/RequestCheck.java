package org.trustedtrader.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.core.MethodParameter;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.problem.Problem;
import org.trustedtrader.platform.problem.ProblemType;

/**
 * Every parameter of an address is one that its handler method declares, is given once (unless it is a collection) and is
 * not empty (unless its default is). A mistyped name would otherwise be ignored, and the caller answered about something
 * else than it asked. And the caller accepts JSON, unless its address answers something else.
 */
final class RequestCheck implements HandlerInterceptor {

    private static final String OURS = "org.trustedtrader.";

    private final Map<Method, Map<String, Declared>> declared = new ConcurrentHashMap<>();

    private record Declared(Class<?> type, boolean many, boolean mayBeEmpty) {

        static Declared of(MethodParameter parameter, RequestParam annotation) {
            Class<?> type = parameter.nestedIfOptional().getNestedParameterType();
            return new Declared(
                    type,
                    type.isArray() || Collection.class.isAssignableFrom(type),
                    annotation.defaultValue().isEmpty());
        }
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws HttpMediaTypeNotAcceptableException {
        if (handler instanceof HandlerMethod method
                && method.getBeanType().getName().startsWith(OURS)) {
            if (request.getQueryString() != null) {
                check(request.getParameterMap(), declared.computeIfAbsent(method.getMethod(), m -> parameters(method)));
            }
            String accept = request.getHeader(HttpHeaders.ACCEPT);
            if (accept != null && !accept.contains("*/*")) {
                checkAccepted(accept, request, method);
            }
        }
        return true;
    }

    /** Before anything is done, since an answer that nobody accepts would say that nothing was. */
    private static void checkAccepted(String accept, HttpServletRequest request, HandlerMethod method)
            throws HttpMediaTypeNotAcceptableException {
        boolean declaresItself = request.getAttribute(HandlerMapping.PRODUCIBLE_MEDIA_TYPES_ATTRIBUTE) != null;
        Class<?> body = method.getReturnType().nested().getNestedParameterType();
        if (declaresItself || body == byte[].class || Resource.class.isAssignableFrom(body)) {
            return;
        }
        try {
            if (MediaType.parseMediaTypes(accept).stream()
                    .noneMatch(type -> type.includes(MediaType.APPLICATION_JSON))) {
                throw new HttpMediaTypeNotAcceptableException(List.of(MediaType.APPLICATION_JSON));
            }
        } catch (InvalidMediaTypeException e) {
            throw new HttpMediaTypeNotAcceptableException(String.valueOf(e.getMessage()));
        }
    }

    private static void check(Map<String, String[]> given, Map<String, Declared> known) {
        given.forEach((name, values) -> {
            Declared parameter = known.get(name);
            if (parameter == null) {
                throw unknown(name, known);
            }
            if (values.length > 1 && !parameter.many()) {
                throw bad(name, "request.parameter-repeated");
            }
            if (!parameter.mayBeEmpty() && Stream.of(values).anyMatch(String::isEmpty)) {
                throw bad(name, "request.parameter-empty");
            }
            if (!ParameterConverters.hasForm(values[0], parameter.type())) {
                throw new RequestRefusedException(
                        RequestProblemMapper.badParameter(name, RequestProblemMapper.mismatch(parameter.type())));
            }
        });
    }

    private static RequestRefusedException unknown(String name, Map<String, Declared> known) {
        Message message = known.isEmpty()
                ? Message.of("request.parameter-unknown-none")
                : Message.of("request.parameter-unknown", known.keySet());
        return new RequestRefusedException(Problem.of(ProblemType.UNKNOWN_PARAMETER, "request.parameter", name, message)
                .with(name, message));
    }

    private static RequestRefusedException bad(String name, String key) {
        return new RequestRefusedException(RequestProblemMapper.badParameter(name, Message.of(key)));
    }

    /** In alphabetical order, as the refusal lists them. */
    private static Map<String, Declared> parameters(HandlerMethod method) {
        Map<String, Declared> parameters = new TreeMap<>();
        for (MethodParameter parameter : method.getMethodParameters()) {
            RequestParam annotation = parameter.getParameterAnnotation(RequestParam.class);
            if (annotation != null) {
                String name = annotation.name();
                parameters.put(
                        name.isEmpty() ? String.valueOf(parameter.getParameterName()) : name,
                        Declared.of(parameter, annotation));
            }
        }
        return parameters;
    }
}
