package org.trustedtrader.platform.web;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.FieldError;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.trustedtrader.platform.refusal.Refusal.Violation;
import tools.jackson.core.JacksonException;

/** What the web framework's own exceptions look like over HTTP; null for those that are nobody's mistake but ours. */
final class RequestProblemMapper {

    private RequestProblemMapper() {}

    static @Nullable Problem of(Exception exception) {
        return switch (exception) {
            case HttpMessageNotReadableException e -> unreadable(e);
            case MethodArgumentNotValidException e ->
                invalid(e.getBindingResult().getAllErrors().stream()
                        .map(error -> new Violation(
                                error instanceof FieldError field ? field.getField() : "", message(error)))
                        .toList());
            case HandlerMethodValidationException e -> invalid(parameters(e));
            case ConstraintViolationException e ->
                invalid(e.getConstraintViolations().stream()
                        .map(RequestProblemMapper::violation)
                        .toList());
            case MethodArgumentTypeMismatchException e -> badParameter(e.getName(), mismatch(e.getRequiredType()));
            case MissingServletRequestParameterException e -> badParameter(e.getParameterName(), "is missing");
            case ServletRequestBindingException _ ->
                problem(HttpStatus.BAD_REQUEST, "bad-request", "The request is incomplete", "A header is missing.");
            case HttpRequestMethodNotSupportedException e -> methodNotAllowed(methods(e));
            case HttpMediaTypeNotSupportedException e -> unsupported(e);
            case HttpMediaTypeNotAcceptableException _ ->
                problem(
                        HttpStatus.NOT_ACCEPTABLE,
                        "not-acceptable",
                        "No acceptable representation",
                        "The answer cannot be given in any of the types that the Accept header names.");
            case NoResourceFoundException _ -> unknownPath();
            case NoHandlerFoundException _ -> unknownPath();
            default -> null;
        };
    }

    static Problem unknownPath() {
        return problem(
                HttpStatus.NOT_FOUND, "not-found", "There is no such thing", "There is nothing at this address.");
    }

    static Problem methodNotAllowed(String allowed) {
        return problem(
                        HttpStatus.METHOD_NOT_ALLOWED,
                        "method-not-allowed",
                        "Not a method of this address",
                        "This address answers: " + allowed + ".")
                .header(HttpHeaders.ALLOW, allowed);
    }

    private static Problem unreadable(HttpMessageNotReadableException e) {
        return e.getMostSpecificCause() instanceof JacksonException json
                ? JsonProblemMapper.of(json)
                : e.getCause() instanceof JacksonException outer
                        ? JsonProblemMapper.of(outer)
                        : problem(
                                HttpStatus.BAD_REQUEST,
                                "malformed-json",
                                "The body is no valid JSON",
                                "The body is missing or cannot be read.");
    }

    private static Problem invalid(List<Violation> violations) {
        List<Violation> sorted = violations.stream()
                .sorted((a, b) -> a.field().compareTo(b.field()))
                .toList();
        return problem(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "invalid-input",
                        "The request has errors",
                        "The request has " + sorted.size() + (sorted.size() == 1 ? " error." : " errors."))
                .with(sorted);
    }

    private static List<Violation> parameters(HandlerMethodValidationException e) {
        return e.getParameterValidationResults().stream()
                .flatMap(result -> result.getResolvableErrors().stream()
                        .map(error -> new Violation(
                                error instanceof FieldError field
                                        ? field.getField()
                                        : String.valueOf(
                                                result.getMethodParameter().getParameterName()),
                                message(error))))
                .toList();
    }

    private static Violation violation(ConstraintViolation<?> violation) {
        return new Violation(violation.getPropertyPath().toString(), violation.getMessage());
    }

    private static String message(MessageSourceResolvable error) {
        String message = error.getDefaultMessage();
        return message == null ? "is not valid" : message;
    }

    private static String mismatch(@Nullable Class<?> wanted) {
        return wanted != null && wanted.isEnum()
                ? "must be one of: "
                        + Arrays.stream(wanted.getEnumConstants())
                                .map(Object::toString)
                                .collect(Collectors.joining(", "))
                : "must be " + JsonTypes.expected(wanted);
    }

    private static Problem badParameter(String name, String message) {
        return problem(
                        HttpStatus.BAD_REQUEST,
                        "bad-parameter",
                        "A parameter of the address is wrong",
                        "The parameter " + name + " " + message + ".")
                .with(name, message);
    }

    private static String methods(HttpRequestMethodNotSupportedException e) {
        String[] supported = e.getSupportedMethods();
        return supported == null ? "" : String.join(", ", supported);
    }

    private static Problem unsupported(HttpMediaTypeNotSupportedException e) {
        return problem(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                "unsupported-media-type",
                "The body has an unsupported type",
                e.getSupportedMediaTypes().isEmpty()
                        ? "The body has a type that is not accepted here."
                        : "Accepted are: "
                                + e.getSupportedMediaTypes().stream()
                                        .map(Object::toString)
                                        .collect(Collectors.joining(", "))
                                + ".");
    }

    private static Problem problem(HttpStatus status, String name, String title, String detail) {
        return Problem.of(status, name, title, detail);
    }
}
