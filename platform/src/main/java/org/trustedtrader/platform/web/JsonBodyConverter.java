package org.trustedtrader.platform.web;

import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import tools.jackson.databind.json.JsonMapper;

/** Reads bodies of the type {@code application/json} alone; answers may be of a kind of JSON that an endpoint names. */
final class JsonBodyConverter extends JacksonJsonHttpMessageConverter {

    JsonBodyConverter(JsonMapper json) {
        super(json);
    }

    @Override
    public boolean canRead(ResolvableType type, @Nullable MediaType mediaType) {
        return isJson(mediaType) && super.canRead(type, mediaType);
    }

    @Override
    public boolean canRead(Class<?> type, @Nullable MediaType mediaType) {
        return isJson(mediaType) && super.canRead(type, mediaType);
    }

    private static boolean isJson(@Nullable MediaType type) {
        return type == null || type.isCompatibleWith(MediaType.APPLICATION_JSON);
    }
}
