package org.trustedtrader.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;
import org.trustedtrader.platform.refusal.Refusal;

/**
 * Reads the query of a request, so that the servlet container does not: what is no query is refused with 400, and every
 * value is a text in normal form C. A form in the body is never read as parameters.
 */
final class QueryFilter extends OncePerRequestFilter {

    private final ProblemWriter problems;

    QueryFilter(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Map<String, List<String>> parameters;
        try {
            parameters = Query.parse(request.getQueryString());
        } catch (Query.MalformedQueryException e) {
            problems.write(ProblemMapper.malformedAddress(), request, response);
            return;
        } catch (Refusal.InvalidInput e) {
            problems.write(RefusalProblemMapper.of(e), request, response);
            return;
        }
        chain.doFilter(new ParsedRequest(request, parameters), response);
    }

    private static final class ParsedRequest extends HttpServletRequestWrapper {

        private final Map<String, List<String>> parameters;

        private ParsedRequest(HttpServletRequest request, Map<String, List<String>> parameters) {
            super(request);
            this.parameters = parameters;
        }

        @Override
        public @Nullable String getParameter(String name) {
            List<String> values = parameters.get(name);
            return values == null ? null : values.getFirst();
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            List<String> values = parameters.get(name);
            return values == null ? null : values.toArray(String[]::new);
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.enumeration(parameters.keySet());
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return parameters.entrySet().stream()
                    .collect(Collectors.toUnmodifiableMap(
                            Map.Entry::getKey, entry -> entry.getValue().toArray(String[]::new)));
        }
    }
}
