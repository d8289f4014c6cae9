package io.countersign.sandbox.demo.world;

import com.binance.connector.client.utils.httpclient.HttpClientSingleton;
import java.io.IOException;
import java.lang.reflect.Field;
import java.util.Map;
import java.util.function.Supplier;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Adds headers to what the connector sends. It has no option for that, so its one shared HTTP client is replaced by one with an
 * interceptor; its own code stays as it is.
 */
final class ClientHeaders implements Interceptor {
    private static final ThreadLocal<Map<String, String>> HEADERS = ThreadLocal.withInitial(Map::of);

    static {
        install();
    }

    private ClientHeaders() {}

    /** Runs {@code call} with {@code headers} on every request of this thread. */
    static String with(Map<String, String> headers, Supplier<String> call) {
        HEADERS.set(headers);
        try {
            return call.get();
        } finally {
            HEADERS.remove();
        }
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request.Builder request = chain.request().newBuilder();
        HEADERS.get().forEach(request::header);
        return chain.proceed(request.build());
    }

    private static void install() {
        try {
            Field shared = HttpClientSingleton.class.getDeclaredField("httpClient");
            shared.setAccessible(true);
            shared.set(
                    null,
                    new OkHttpClient.Builder()
                            .addInterceptor(new ClientHeaders())
                            .build());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("not the connector that this was written for", e);
        }
    }
}
