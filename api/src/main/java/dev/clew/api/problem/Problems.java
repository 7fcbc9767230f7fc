package dev.clew.api.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.exceptions.Neo4jException;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Answers every failed request with a problem detail: type, title, status, detail, instance. */
@RestControllerAdvice
final class Problems extends ResponseEntityExceptionHandler {
    private static final Log LOG = LogFactory.getLog(Problems.class);
    private static final URI GENERIC = URI.create("about:blank");

    @ExceptionHandler
    ResponseEntity<Object> onProblem(ProblemException problem, HttpServletRequest request) {
        return answer(problem, request);
    }

    @ExceptionHandler
    ResponseEntity<Object> onDatabaseFailure(Neo4jException failure, HttpServletRequest request) {
        return answer(DatabaseProblems.of(failure), request);
    }

    /** Spring Data wraps the driver's exceptions, so the cause decides. */
    @ExceptionHandler
    ResponseEntity<Object> onAnythingElse(Exception failure, HttpServletRequest request) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Neo4jException databaseFailure) {
                return answer(DatabaseProblems.of(databaseFailure), request);
            }
        }
        return answer(new ProblemException(ProblemType.INTERNAL, "The request failed.", failure), request);
    }

    private static ResponseEntity<Object> answer(ProblemException problem, HttpServletRequest request) {
        ProblemType type = problem.type();
        if (type.status() == HttpStatus.SERVICE_UNAVAILABLE) {
            LOG.warn(type.title() + " at " + request.getRequestURI() + ": " + cause(problem));
        }
        ProblemDetail body = ProblemDetail.forStatus(type.status());
        body.setType(type.uri());
        body.setTitle(type.title());
        body.setDetail(type == ProblemType.INTERNAL ? logged(problem, request) : problem.detail());
        body.setInstance(URI.create(request.getRequestURI()));
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        type.retryAfter().ifPresent(wait -> headers.set(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds())));
        return ResponseEntity.status(type.status()).headers(headers).body(body);
    }

    /** One line: what is away stays away for many requests. */
    private static @Nullable String cause(ProblemException problem) {
        Throwable cause = problem.getCause();
        return cause == null ? problem.detail() : cause.getMessage();
    }

    /** Keeps the cause in the log, under a number the caller can quote. */
    private static String logged(ProblemException problem, HttpServletRequest request) {
        UUID number = UUID.randomUUID();
        LOG.error("Failure " + number + " at " + request.getMethod() + " " + request.getRequestURI(), problem);
        return problem.detail() + " The service's log has the cause under " + number + ".";
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String detail = invalid.getBindingResult().getFieldErrors().stream()
                .map(Arguments::describe)
                .sorted()
                .collect(Collectors.joining(" "));
        return badArgument(invalid, detail, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException mismatch, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return badArgument(mismatch, Arguments.describe(mismatch), request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return badArgument(unreadable, Arguments.describe(unreadable), request);
    }

    private static ResponseEntity<Object> badArgument(Exception cause, String detail, WebRequest request) {
        return answer(
                new ProblemException(ProblemType.BAD_ARGUMENT, detail, cause),
                ((ServletWebRequest) request).getRequest());
    }

    /** What Spring itself refuses (404, 405, 406, 415, ...) has no kind of its own beyond its HTTP status. */
    @Override
    protected ResponseEntity<Object> createResponseEntity(
            @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (body instanceof ProblemDetail problem) {
            problem.setType(GENERIC);
            problem.setTitle(HttpStatus.valueOf(status.value()).getReasonPhrase());
            problem.setInstance(
                    URI.create(((ServletWebRequest) request).getRequest().getRequestURI()));
        }
        HttpHeaders answered = new HttpHeaders();
        answered.putAll(headers);
        answered.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        return new ResponseEntity<>(body, answered, status);
    }
}
