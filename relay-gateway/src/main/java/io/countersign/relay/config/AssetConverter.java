package io.countersign.relay.config;

import io.countersign.domain.money.Asset;
import org.eclipse.microprofile.config.spi.Converter;

/** Reads an asset code. */
public final class AssetConverter implements Converter<Asset> {

    private static final long serialVersionUID = 1L;

    @Override
    public Asset convert(String value) {
        return new Asset(value.strip());
    }
}
