package org.trustedtrader.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** Answers every exception that leaves a controller, or is thrown on the way to one, with a problem document. */
@RestControllerAdvice
final class ProblemExceptionHandler {

    private final ProblemWriter writer;

    ProblemExceptionHandler(ProblemWriter writer) {
        this.writer = writer;
    }

    @ExceptionHandler(Exception.class)
    void answer(Exception exception, HttpServletRequest request, HttpServletResponse response) throws IOException {
        writer.write(ProblemMapper.of(exception), request, response);
    }

    /** The caller has hung up. */
    @ExceptionHandler(AsyncRequestNotUsableException.class)
    void nobodyListens() {}
}
