package org.trustedtrader.platform.security;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springdoc.webmvc.api.OpenApiResource;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
import org.trustedtrader.platform.security.AccessTable.Verdict;
import org.trustedtrader.platform.web.CurrentCaller;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Takes out of an API description what its reader may not call, such as what is between services or for operators. */
@RestControllerAdvice(assignableTypes = OpenApiResource.class)
final class OpenApiFilter implements ResponseBodyAdvice<byte[]> {

    private final JsonMapper json;
    private final AccessTableAuthorizationManager table;
    private final CurrentCaller caller;

    OpenApiFilter(JsonMapper json, AccessTableAuthorizationManager table, CurrentCaller caller) {
        this.json = json;
        this.table = table;
        this.caller = caller;
    }

    @Override
    public boolean supports(MethodParameter method, Class<? extends HttpMessageConverter<?>> converter) {
        return method.getParameterType() == byte[].class;
    }

    @Override
    public byte @Nullable [] beforeBodyWrite(
            byte @Nullable [] body,
            MethodParameter method,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (body == null || !(json.readTree(body) instanceof ObjectNode api)) {
            return body;
        }
        keepOnly(api, caller.actor().roles());
        return json.writeValueAsBytes(api);
    }

    private void keepOnly(ObjectNode api, Set<String> roles) {
        if (!(api.get("paths") instanceof ObjectNode paths)) {
            return;
        }
        for (String path : List.copyOf(paths.propertyNames())) {
            JsonNode methods = paths.get(path);
            if (methods instanceof ObjectNode operations) {
                List<String> hidden = new ArrayList<>();
                for (String method : operations.propertyNames()) {
                    if (table.table().judge(HttpMethod.valueOf(method.toUpperCase(Locale.ROOT)), path, roles)
                            != Verdict.ADMITTED) {
                        hidden.add(method);
                    }
                }
                operations.remove(hidden);
                if (operations.isEmpty()) {
                    paths.remove(path);
                }
            }
        }
    }
}
