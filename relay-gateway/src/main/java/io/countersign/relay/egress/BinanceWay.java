package io.countersign.relay.egress;

import io.countersign.relay.config.RelayConfig;
import io.countersign.wire.settings.StartException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How Binance is reached.
 *
 * @param trusted PEM file of the only authorities that are believed; null for those of the JDK
 * @param proxy null when the way is direct
 */
public record BinanceWay(
        BinanceAddress address,
        @Nullable Path trusted,
        @Nullable Proxy proxy) {

    private static final String TRUSTED = RelayConfig.PREFIX + ".trusted-certificates";
    private static final String PROXY = RelayConfig.PREFIX + ".proxy";

    /** A proxy that is asked to CONNECT, so that it sees nothing but TLS. */
    public record Proxy(String host, int port) {}

    /** The way that the settings name. */
    public static BinanceWay of(RelayConfig config) {
        BinanceAddress address = BinanceAddress.of(config.binanceUrl());
        Path trusted = config.trustedCertificates().orElse(null);
        if (trusted != null && !Files.isReadable(trusted)) {
            throw new StartException(TRUSTED + ": give a PEM file that can be read");
        }
        if (trusted != null && !address.tls()) {
            throw new StartException(TRUSTED + ": it says nothing about http; give an https address of Binance");
        }
        Proxy proxy = config.proxy().map(BinanceWay::proxy).orElse(null);
        if (proxy != null && !address.tls()) {
            throw new StartException(PROXY + ": a proxy would see API keys; give an https address of Binance");
        }
        return new BinanceWay(address, trusted, proxy);
    }

    /** Straight to {@code address}, believing the JDK's authorities. */
    static BinanceWay straightTo(BinanceAddress address) {
        return new BinanceWay(address, null, null);
    }

    private static Proxy proxy(URI url) {
        String path = Optional.ofNullable(url.getRawPath()).orElse("");
        if (!"http".equals(url.getScheme())
                || url.getHost() == null
                || url.getPort() < 0
                || url.getRawUserInfo() != null
                || url.getRawQuery() != null
                || url.getRawFragment() != null
                || !(path.isEmpty() || path.equals("/"))) {
            throw new StartException(PROXY + ": give http, host and port only, for example http://proxy.internal:3128");
        }
        return new Proxy(url.getHost(), url.getPort());
    }
}
