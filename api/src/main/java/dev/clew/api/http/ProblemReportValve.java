package dev.clew.api.http;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** Replaces Tomcat's error page, which only requests that never reached Spring get, by a problem detail. */
final class ProblemReportValve extends ErrorReportValve {
    private static final Log LOG = LogFactory.getLog(ProblemReportValve.class);

    /** The path is left out of the body: it is what Tomcat could not read, and would need escaping. */
    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        HttpStatus status = HttpStatus.resolve(response.getStatus());
        if (status == null || !status.isError() || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setCharacterEncoding("UTF-8");
            response.getReporter().write(body(status));
            response.finishResponse();
        } catch (IOException e) {
            LOG.debug("The caller left before its refusal could be written", e);
        }
    }

    private static String body(HttpStatus status) {
        return """
                {"type":"about:blank","title":"%s","status":%d,"detail":"The request is not well-formed HTTP.","instance":"/"}""".formatted(status.getReasonPhrase(), status.value());
    }
}
