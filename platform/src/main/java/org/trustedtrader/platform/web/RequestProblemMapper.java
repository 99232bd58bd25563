package org.trustedtrader.platform.web;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.util.List;
import org.apache.coyote.BadRequestException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
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
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.problem.Problem;
import org.trustedtrader.platform.problem.ProblemType;
import org.trustedtrader.platform.refusal.Refusal;
import org.trustedtrader.platform.refusal.Refusal.Violation;
import tools.jackson.core.JacksonException;

/** What the web framework's own exceptions look like over HTTP; null for those that are mistakes of our own. */
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
            case MissingServletRequestParameterException e ->
                badParameter(e.getParameterName(), Message.of("request.parameter-missing"));
            case ServletRequestBindingException _ -> Problem.of(ProblemType.BAD_REQUEST, "request.header-missing");
            case HttpRequestMethodNotSupportedException e -> ProblemMapper.methodNotAllowed(methods(e));
            case HttpMediaTypeNotSupportedException e -> unsupported(e);
            case HttpMediaTypeNotAcceptableException _ ->
                Problem.of(ProblemType.NOT_ACCEPTABLE, "request.not-acceptable");
            case BadRequestException _ -> ProblemMapper.malformedRequest();
            case NoResourceFoundException _ -> ProblemMapper.unknownPath();
            case NoHandlerFoundException _ -> ProblemMapper.unknownPath();
            case ErrorResponse e
            when e.getStatusCode().is4xxClientError() ->
                ProblemMapper.ofStatus(e.getStatusCode().value());
            default -> null;
        };
    }

    private static Problem unreadable(HttpMessageNotReadableException e) {
        return e.getMostSpecificCause() instanceof JacksonException json
                ? JsonProblemMapper.of(json)
                : e.getCause() instanceof JacksonException outer
                        ? JsonProblemMapper.of(outer)
                        : Problem.of(ProblemType.MALFORMED_JSON, "request.body-unreadable");
    }

    private static Problem invalid(List<Violation> violations) {
        List<Violation> sorted = violations.stream()
                .sorted((a, b) -> a.field().compareTo(b.field()))
                .toList();
        return RefusalProblemMapper.of(new Refusal.InvalidInput(sorted));
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

    /** The validator has put it into the language of the request. */
    private static Message message(MessageSourceResolvable error) {
        String message = error.getDefaultMessage();
        return message == null ? Message.of("request.not-valid") : Message.literal(message);
    }

    static Message mismatch(@Nullable Class<?> wanted) {
        return wanted != null && wanted.isEnum()
                ? Message.of("request.one-of", List.of(wanted.getEnumConstants()))
                : Message.of("request.must-be", JsonTypes.expected(wanted));
    }

    static Problem badParameter(String name, Message message) {
        return Problem.of(ProblemType.BAD_PARAMETER, "request.parameter", name, message)
                .with(name, message);
    }

    private static String methods(HttpRequestMethodNotSupportedException e) {
        String[] supported = e.getSupportedMethods();
        return supported == null ? "" : String.join(", ", supported);
    }

    private static Problem unsupported(HttpMediaTypeNotSupportedException e) {
        return e.getSupportedMediaTypes().isEmpty()
                ? Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, "request.media-type")
                : Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, "request.media-types", e.getSupportedMediaTypes());
    }
}
