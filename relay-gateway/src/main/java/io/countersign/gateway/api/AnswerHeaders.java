package io.countersign.gateway.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.countersign.gateway.answer.Json;
import io.countersign.wire.chain.Sha256;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What every answer under /v1 says of itself: that nobody may keep it, whether it is as it was, and where the rest is. */
@Provider
public class AnswerHeaders implements ContainerResponseFilter {

    private static final List<String> READING = List.of("GET", "HEAD");

    /** When it was so: the one thing that always changes. */
    private static final String AS_OF = "asOf";

    private static final int TAG_OCTETS = 12;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext answer) {
        answer.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
        boolean read = READING.contains(request.getMethod()) && answer.getStatus() == 200;
        Object entity = answer.getEntity();
        if (!read || entity == null) {
            return;
        }
        if (entity instanceof Paged page && page.next() != null) {
            answer.getHeaders().putSingle(HttpHeaders.LINK, "<%s>; rel=\"next\"".formatted(following(request, page)));
        }
        if (entity instanceof Record) {
            answer.getHeaders().putSingle(HttpHeaders.ETAG, tag(entity));
        }
        String tag = answer.getHeaderString(HttpHeaders.ETAG);
        if (tag != null && isKnown(request.getHeaderString(HttpHeaders.IF_NONE_MATCH), tag)) {
            answer.setStatus(Response.Status.NOT_MODIFIED.getStatusCode());
            answer.setEntity(null);
        }
    }

    private static String following(ContainerRequestContext request, Paged page) {
        URI next = request.getUriInfo()
                .getRequestUriBuilder()
                .replaceQueryParam("before", page.next())
                .build();
        return next.getRawPath() + "?" + next.getRawQuery();
    }

    /** Weak: the same but for when it was so. */
    private static String tag(Object entity) {
        if (!(Json.tree(entity) instanceof ObjectNode tree)) {
            throw new IllegalStateException("a record is written as an object");
        }
        tree.remove(AS_OF);
        byte[] digest = Sha256.of(tree.toString().getBytes(StandardCharsets.UTF_8));
        return "W/\"%s\"".formatted(Base64.getUrlEncoder().encodeToString(Arrays.copyOf(digest, TAG_OCTETS)));
    }

    /** Compared weakly, as RFC 9110 has it for reading. */
    private static boolean isKnown(@Nullable String known, String tag) {
        return known != null
                && Arrays.stream(known.split(",", -1))
                        .map(String::strip)
                        .anyMatch(each -> each.equals("*") || strong(each).equals(strong(tag)));
    }

    private static String strong(String tag) {
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }
}
