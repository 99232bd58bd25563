package org.trustedtrader.platform.web;

import static org.trustedtrader.platform.problem.ProblemType.*;

import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.trustedtrader.platform.message.Languages;
import org.trustedtrader.platform.problem.ProblemType;

/** The refusals of an endpoint as its API description declares them, so that generated clients know them. */
final class OpenApiProblems {

    static final String SCHEMA = "Problem";

    private OpenApiProblems() {}

    static Schema<?> schema() {
        Schema<?> violation = new ObjectSchema()
                .addProperty("field", new StringSchema().description("JSON path, such as sites[0].latitude"))
                .addProperty("message", new StringSchema());
        return new ObjectSchema()
                .description("A refusal after RFC 9457; texts are in the language that Accept-Language asks for")
                .addProperty("type", new StringSchema().description("Stable: urn:ttp:problem:<name>"))
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema())
                .addProperty("instance", new StringSchema())
                .addProperty("traceId", new StringSchema())
                .addProperty("errors", new ArraySchema().items(violation));
    }

    /** Adds a response for each status that a refusal of this method can have, unless the method declares one itself. */
    static void addTo(ApiResponses responses, HandlerMethod method) {
        types(method).stream()
                .collect(Collectors.groupingBy(ProblemType::status))
                .forEach((status, types) -> responses.computeIfAbsent(Integer.toString(status), s -> response(types)));
    }

    private static ApiResponse response(List<ProblemType> types) {
        return new ApiResponse()
                .description(types.stream()
                        .map(type -> type.name() + ": " + type.title().in(Languages.ENGLISH))
                        .collect(Collectors.joining("; ")))
                .content(new Content()
                        .addMediaType(
                                org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                                new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + SCHEMA))));
    }

    private static List<ProblemType> types(HandlerMethod method) {
        List<ProblemType> types = new ArrayList<>(List.of(
                NOT_SIGNED_IN,
                ROLE_MISSING,
                NOT_ALLOWED,
                NOT_ACCEPTABLE,
                UNKNOWN_PARAMETER,
                INTERNAL_ERROR,
                UNAVAILABLE));
        boolean creates = has(method, CreateCommand.class);
        boolean changes = has(method, ChangeCommand.class);
        if (has(method, RequestParam.class)) {
            types.addAll(List.of(BAD_PARAMETER, INVALID_INPUT));
        }
        var get = method.getMethodAnnotation(GetMapping.class);
        if (get != null && List.of(get.produces()).contains(Csv.TYPE)) {
            types.add(LIST_TOO_LONG);
        }
        if (has(method, PathVariable.class)) {
            types.addAll(List.of(MALFORMED_ADDRESS, NOT_FOUND, OTHER_REGION));
        }
        if (has(method, RequestBody.class)) {
            types.addAll(List.of(
                    MALFORMED_JSON,
                    UNKNOWN_FIELD,
                    DUPLICATE_FIELD,
                    UNKNOWN_VALUE,
                    WRONG_TYPE,
                    NUMBER_OUT_OF_RANGE,
                    JSON_TOO_LARGE,
                    BODY_TOO_LARGE,
                    UNSUPPORTED_MEDIA_TYPE,
                    INVALID_INPUT));
        }
        if (creates || changes) {
            types.addAll(List.of(
                    IDEMPOTENCY_KEY_MISSING,
                    IDEMPOTENCY_KEY_MALFORMED,
                    IDEMPOTENCY_KEY_REUSED,
                    OTHER_REGION,
                    rule("rule-broken"),
                    creates ? ALREADY_EXISTS : WRONG_STATE));
        }
        if (changes) {
            types.addAll(List.of(IF_MATCH_MISSING, IF_MATCH_MALFORMED, STALE_VERSION));
        }
        return types.stream().distinct().toList();
    }

    private static boolean has(HandlerMethod method, Class<? extends java.lang.annotation.Annotation> annotation) {
        return Stream.of(method.getMethodParameters())
                .anyMatch((MethodParameter parameter) -> parameter.hasParameterAnnotation(annotation));
    }
}
