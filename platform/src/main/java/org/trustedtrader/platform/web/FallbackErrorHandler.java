package org.trustedtrader.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.SocketTimeoutException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.trustedtrader.platform.problem.Problem;

/** Answers what failed outside all controllers, in a filter or in the servlet container, with a problem document too. */
@Controller
final class FallbackErrorHandler implements ErrorController {

    private final ProblemWriter writer;

    FallbackErrorHandler(ProblemWriter writer) {
        this.writer = writer;
    }

    @RequestMapping("${spring.web.error.path:/error}")
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        writer.write(problem(request), request, response);
    }

    /** In front of the controllers, only the request itself is read: it was cut off, too slow, or no HTTP. */
    private static Problem problem(Exception exception) {
        return switch (exception) {
            case SocketTimeoutException _ -> ProblemMapper.ofStatus(HttpStatus.REQUEST_TIMEOUT.value());
            case IOException _ -> ProblemMapper.malformedRequest();
            default -> ProblemMapper.of(exception);
        };
    }

    private static Problem problem(HttpServletRequest request) {
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Exception exception) {
            return problem(exception.getCause() instanceof Exception cause ? cause : exception);
        }
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : null;
        return switch (status) {
            case null -> ProblemMapper.unknownPath();
            case NOT_FOUND -> ProblemMapper.unknownPath();
            case UNAUTHORIZED -> ProblemMapper.notSignedIn();
            case FORBIDDEN -> ProblemMapper.roleMissing();
            default -> ProblemMapper.ofStatus(status.value());
        };
    }
}
