package io.countersign.replay;

import io.countersign.replay.verify.Moment;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A place in the journal on the command line. */
final class MomentConverter implements ITypeConverter<Moment> {

    @Override
    public Moment convert(String value) {
        try {
            return Moment.parse(value);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(String.valueOf(e.getMessage()));
        }
    }
}
