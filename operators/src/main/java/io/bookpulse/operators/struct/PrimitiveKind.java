package io.bookpulse.operators.struct;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The primitive types that structs are made of. */
enum PrimitiveKind {
    BOOLEAN,
    BYTE,
    INT,
    LONG,
    DOUBLE;

    /** The kind of that name in a schema, or null if it names no primitive type. */
    static @Nullable PrimitiveKind of(String type) {
        for (PrimitiveKind kind : values()) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(type)) {
                return kind;
            }
        }
        return null;
    }
}
