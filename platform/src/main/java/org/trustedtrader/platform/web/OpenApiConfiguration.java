package org.trustedtrader.platform.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.lang.annotation.Annotation;
import java.util.stream.Stream;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.method.HandlerMethod;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Command;

/** Says in the API documentation what all endpoints have in common: how to sign in, and which headers a command needs. */
final class OpenApiConfiguration implements GlobalOperationCustomizer, GlobalOpenApiCustomizer {

    private static final String SIGN_IN = "sign-in";

    private final String service;

    OpenApiConfiguration(String service) {
        this.service = service;
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Command.class, Actor.class);
    }

    @Override
    public void customise(OpenAPI api) {
        if (api.getComponents() == null) {
            api.setComponents(new Components());
        }
        api.info(new Info()
                        .title("Trusted Trader Platform: " + service)
                        .version("1")
                        .description(
                                "Every error is an application/problem+json document with a stable type, a trace id and,"
                                        + " where fields are wrong, their JSON paths. All times are UTC."))
                .addSecurityItem(new SecurityRequirement().addList(SIGN_IN))
                .servers(null)
                .getComponents()
                .addSchemas(OpenApiProblems.SCHEMA, OpenApiProblems.schema())
                .addSecuritySchemes(
                        SIGN_IN,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT"));
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        boolean post = method.hasMethodAnnotation(PostMapping.class);
        if (has(method, ChangeCommand.class)) {
            operation.addParametersItem(header(HttpHeaders.IF_MATCH, "The ETag that you read, such as \"7\"", true));
        }
        if (has(method, CreateCommand.class) || has(method, ChangeCommand.class)) {
            operation.addParametersItem(header(
                    "Idempotency-Key",
                    "A new random value for each new request; the same one when a request is repeated",
                    post || has(method, CreateCommand.class)));
        }
        answers(operation, method);
        return operation;
    }

    /** A creation is answered with 201 and the new thing's address; every refusal is declared. */
    private static void answers(Operation operation, HandlerMethod method) {
        ApiResponses responses = operation.getResponses();
        if (has(method, CreateCommand.class) && responses.containsKey("200") && !responses.containsKey("201")) {
            responses.addApiResponse("201", responses.remove("200").description("Created"));
        }
        OpenApiProblems.addTo(responses, method);
        responses.values().stream()
                .map(ApiResponse::getContent)
                .filter(content -> content != null && content.containsKey(Csv.TYPE))
                .forEach(content -> content.get(Csv.TYPE)
                        .schema(new StringSchema()
                                .description(
                                        "The whole list, from `after` on, whatever `limit` says; titles of the columns in the"
                                                + " language that Accept-Language asks for")));
    }

    private static boolean has(HandlerMethod method, Class<? extends Annotation> annotation) {
        return Stream.of(method.getMethodParameters())
                .anyMatch((MethodParameter parameter) -> parameter.hasParameterAnnotation(annotation));
    }

    private static HeaderParameter header(String name, String description, boolean required) {
        HeaderParameter header = new HeaderParameter();
        header.name(name).description(description).required(required).schema(new StringSchema());
        return header;
    }
}
