package io.countersign.gateway.api;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Takes the place of Quarkus' own mapper, whose answer is no problem document. */
@Provider
public class JsonProblemMapper implements ExceptionMapper<MismatchedInputException> {

    private final ProblemMapper problems = new ProblemMapper();

    @Override
    public Response toResponse(MismatchedInputException thrown) {
        return problems.toResponse(thrown);
    }
}
