package io.countersign.wire.policy;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Between what a field's value must be, as the document would write it. An empty text is no bound. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
@interface Bounds {

    /** Inclusive. */
    String least() default "";

    /** Exclusive. */
    String above() default "";

    /** Inclusive. */
    String most() default "";

    /** Exclusive. */
    String below() default "";
}
