package io.countersign.relay.egress;

import io.countersign.wire.settings.StartException;
import java.net.URI;

/** Scheme, host and port of Binance. */
public record BinanceAddress(boolean tls, String host, int port) {

    private static final String SETTING = "countersign.relay.binance-url";
    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    /** Reads the setting, which must be an origin: http or https, a host, perhaps a port. */
    public static BinanceAddress of(URI url) {
        boolean tls = "https".equals(url.getScheme());
        String path = url.getRawPath();
        if ((!tls && !"http".equals(url.getScheme()))
                || url.getHost() == null
                || url.getRawUserInfo() != null
                || url.getRawQuery() != null
                || url.getRawFragment() != null
                || !(path == null || path.isEmpty() || path.equals("/"))) {
            throw new StartException(
                    SETTING + ": give scheme, host and port only, for example https://api.binance.com");
        }
        int standard = tls ? HTTPS : HTTP;
        return new BinanceAddress(tls, url.getHost(), url.getPort() < 0 ? standard : url.getPort());
    }
}
