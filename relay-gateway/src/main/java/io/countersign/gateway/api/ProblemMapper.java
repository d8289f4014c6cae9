package io.countersign.gateway.api;

import com.fasterxml.jackson.core.JacksonException;
import io.countersign.gateway.answer.Problem;
import io.countersign.gateway.answer.ProblemException;
import io.countersign.gateway.answer.ProblemType;
import io.countersign.gateway.answer.Reply;
import io.countersign.reading.Misreading;
import io.countersign.reading.Reading;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.jboss.logging.Logger;

/** Everything that goes wrong under /v1 is said as a problem. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);

    @Override
    public Response toResponse(Throwable thrown) {
        if (thrown instanceof NothingMoreException nothing) {
            return nothing.getResponse();
        }
        Reply reply = problem(thrown).toReply();
        Response.ResponseBuilder builder =
                Response.status(reply.status()).entity(reply.body().toBytes());
        reply.headers().forEach(header -> builder.header(header.name(), header.value()));
        return builder.build();
    }

    private static Problem problem(Throwable thrown) {
        return switch (thrown) {
            case ProblemException known -> known.problem();
            case JacksonException json -> invalidBody();
            case WebApplicationException web -> problem(web);
            default -> internal(thrown);
        };
    }

    private static Problem problem(WebApplicationException thrown) {
        return switch (thrown.getResponse().getStatus()) {
            case 404 -> Problem.of(ProblemType.NOT_FOUND, "path: there is no such resource; see /q/openapi");
            case 405 ->
                Problem.of(new Reading.Refused(
                        Misreading.METHOD_NOT_ALLOWED, "method: send one that the documentation has; see /q/openapi"));
            case 406 ->
                Problem.of(ProblemType.NOT_ACCEPTABLE, "Accept: take application/json, or what the documentation has");
            case 415 ->
                Problem.of(new Reading.Refused(
                        Misreading.UNSUPPORTED_CONTENT_TYPE,
                        "Content-Type: send application/json, or what the documentation has"));
            case 400, 413 -> invalidBody();
            default -> internal(thrown);
        };
    }

    private static Problem internal(Throwable thrown) {
        LOG.error("call failed", thrown);
        return Problem.of(ProblemType.INTERNAL_ERROR, "the gateway failed; look before you ask again");
    }

    /** The parser's own message may repeat what was sent, so it is not passed on. */
    static Problem invalidBody() {
        return Problem.of(
                ProblemType.INVALID_BODY,
                "body: send the JSON object of the documentation with content-type application/json and no other fields");
    }
}
