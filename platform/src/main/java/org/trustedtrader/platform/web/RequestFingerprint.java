package org.trustedtrader.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.springframework.http.server.PathContainer;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Reads the body of a command once, within bounds, and takes a SHA-256 fingerprint of the whole request, so that a repeated
 * command can be distinguished from another one under the same Idempotency-Key. Runs behind authentication: strangers fill no memory.
 */
final class RequestFingerprint extends OncePerRequestFilter {

    private static final String ATTRIBUTE = RequestFingerprint.class.getName();
    private static final Set<String> COMMANDS = Set.of("POST", "PUT", "PATCH", "DELETE");

    private final ProblemWriter problems;
    private final WebProperties settings;
    private final List<PathPattern> largePaths;
    private final List<PathPattern> streamedPaths;

    RequestFingerprint(ProblemWriter problems, WebProperties settings) {
        this.problems = problems;
        this.settings = settings;
        this.largePaths = patterns(settings.largePaths());
        this.streamedPaths = patterns(settings.streamedPaths());
    }

    private static List<PathPattern> patterns(List<String> paths) {
        return paths.stream().map(PathPatternParser.defaultInstance::parse).toList();
    }

    /** The fingerprint of a command, 64 hexadecimal digits. */
    static String of(HttpServletRequest request) {
        return (String) Objects.requireNonNull(request.getAttribute(ATTRIBUTE), "not a command");
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !COMMANDS.contains(request.getMethod()) || matches(streamedPaths, request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        DataSize limit = limit(request);
        byte[] body = request.getContentLengthLong() > limit.toBytes()
                ? null
                : request.getInputStream().readNBytes(Math.toIntExact(limit.toBytes()) + 1);
        if (body == null || body.length > limit.toBytes()) {
            problems.write(ProblemMapper.tooLarge(limit), request, response);
            return;
        }
        request.setAttribute(ATTRIBUTE, fingerprint(request, body));
        chain.doFilter(new BufferedRequest(request, body), response);
    }

    private DataSize limit(HttpServletRequest request) {
        if (matches(largePaths, request)) {
            return settings.maxLarge();
        }
        String type = Objects.requireNonNullElse(request.getContentType(), "").toLowerCase(Locale.ROOT);
        return type.contains("json") ? settings.maxJson() : settings.maxBody();
    }

    private static boolean matches(List<PathPattern> patterns, HttpServletRequest request) {
        PathContainer path = PathContainer.parsePath(request.getRequestURI());
        return patterns.stream().anyMatch(pattern -> pattern.matches(path));
    }

    private static String fingerprint(HttpServletRequest request, byte[] body) {
        MessageDigest digest = sha256();
        for (String part : new String[] {
            request.getMethod(), request.getRequestURI(), request.getQueryString(), request.getContentType()
        }) {
            digest.update((part == null ? "" : part).getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
        return HexFormat.of().formatHex(digest.digest(body));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
