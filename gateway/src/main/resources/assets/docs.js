"use strict";

// The session's changes need the value of the CSRF cookie as a header; only pages of this origin can read it.
function withCsrfToken(request) {
  const cookie = document.cookie.split("; ").find((it) => it.startsWith("XSRF-TOKEN="));
  if (cookie && new URL(request.url, location.href).origin === location.origin) {
    request.headers["X-XSRF-TOKEN"] = decodeURIComponent(cookie.substring("XSRF-TOKEN=".length));
  }
  return request;
}

window.ui = SwaggerUIBundle({
  configUrl: "/docs/config.json",
  dom_id: "#swagger-ui",
  deepLinking: true,
  validatorUrl: null,
  presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
  layout: "StandaloneLayout",
  requestInterceptor: withCsrfToken,
});
