package io.countersign.wire.settings;

import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Settings as an interface, mapped when the process starts. Quarkus would map an annotated interface when it is built, which loads
 * our classes into the JVM that runs Maven, and that one may be too old for them.
 */
public final class Settings {

    private Settings() {}

    /**
     * The settings under {@code prefix} from every source of the running process.
     *
     * @throws StartException when one is missing, malformed or unknown, in one line
     */
    public static <T> T load(Class<T> mapping, String prefix) {
        return load(mapping, prefix, ConfigProvider.getConfig().unwrap(SmallRyeConfig.class));
    }

    /** The settings under {@code prefix} from the sources of {@code config}. */
    public static <T> T load(Class<T> mapping, String prefix, SmallRyeConfig config) {
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder().addDiscoveredConverters();
        config.getConfigSources().forEach(builder::withSources);
        try {
            return builder.withMapping(mapping, prefix).build().getConfigMapping(mapping, prefix);
        } catch (ConfigValidationException e) {
            StringBuilder problems = new StringBuilder("settings:");
            for (int i = 0; i < e.getProblemCount(); i++) {
                problems.append(' ')
                        .append(e.getProblem(i).getMessage().replaceFirst("^[a-zA-Z.]+Exception: ", ""))
                        .append(';');
            }
            throw new StartException(problems.substring(0, problems.length() - 1), e);
        }
    }
}
