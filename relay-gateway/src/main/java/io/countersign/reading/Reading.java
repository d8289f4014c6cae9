package io.countersign.reading;

import io.countersign.domain.request.Transfer;
import io.countersign.wire.seal.WireRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What became of reading one request: understood in the only possible way, or refused with the reason. */
public sealed interface Reading {

    /**
     * A signed request, understood.
     *
     * @param parameters decoded, in the order in which they came, query first
     * @param transfer the move of funds; present exactly when the endpoint moves funds
     * @param signature hex, or base64 with percent escapes removed
     * @param wire what the relay may send, unchanged
     */
    record Understood(
            CatalogueEndpoint endpoint,
            List<Parameter> parameters,
            @Nullable Transfer transfer,
            SignatureWindow window,
            String signature,
            WireRequest wire)
            implements Reading {

        public Understood {
            parameters = List.copyOf(parameters);
        }

        /** Tells the endpoint only: the rest may be secret. */
        @Override
        public String toString() {
            return "understood " + endpoint.endpoint();
        }
    }

    /** A question about public data, which nobody signs and which never leaves for Binance. */
    record PublicQuery(CatalogueEndpoint endpoint, List<Parameter> parameters) implements Reading {

        public PublicQuery {
            parameters = List.copyOf(parameters);
        }

        /** The value of the parameter {@code name}. */
        public Optional<String> value(String name) {
            return parameters.stream()
                    .filter(parameter -> parameter.name().equals(name))
                    .map(Parameter::value)
                    .findFirst();
        }
    }

    /**
     * Not understood; nothing of it may travel on.
     *
     * @param message names the field and the remedy, and never repeats a value
     */
    record Refused(Misreading reason, String message) implements Reading {}
}
