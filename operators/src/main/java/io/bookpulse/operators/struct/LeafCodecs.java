package io.bookpulse.operators.struct;

import org.jspecify.annotations.Nullable;

/** Bytes of texts and of arrays of primitives. */
final class LeafCodecs {
    private LeafCodecs() {}

    /** The codec of a type in a schema, or null if it is none of these. */
    static @Nullable ValueCodec of(String type) {
        return switch (type) {
            case StructSchema.TEXT -> new Text();
            case "long[]" -> new Longs();
            case "double[]" -> new Doubles();
            case "int[]" -> new Ints();
            case "byte[]" -> new Bytes();
            case "boolean[]" -> new Booleans();
            default -> null;
        };
    }

    private record Text() implements ValueCodec {
        @Override
        public void write(@Nullable Object value, PackedOutput out) {
            out.writeText((String) value);
        }

        @Override
        public @Nullable Object read(PackedInput in) {
            return in.readText();
        }

        @Override
        public @Nullable Object copy(@Nullable Object value) {
            return value;
        }
    }

    private record Longs() implements ValueCodec {
        @Override
        public void write(@Nullable Object value, PackedOutput out) {
            out.writeLongs((long[]) value);
        }

        @Override
        public @Nullable Object read(PackedInput in) {
            return in.readLongs();
        }

        @Override
        public @Nullable Object copy(@Nullable Object value) {
            return value == null ? null : ((long[]) value).clone();
        }
    }

    private record Doubles() implements ValueCodec {
        @Override
        public void write(@Nullable Object value, PackedOutput out) {
            out.writeDoubles((double[]) value);
        }

        @Override
        public @Nullable Object read(PackedInput in) {
            return in.readDoubles();
        }

        @Override
        public @Nullable Object copy(@Nullable Object value) {
            return value == null ? null : ((double[]) value).clone();
        }
    }

    private record Ints() implements ValueCodec {
        @Override
        public void write(@Nullable Object value, PackedOutput out) {
            out.writeInts((int[]) value);
        }

        @Override
        public @Nullable Object read(PackedInput in) {
            return in.readInts();
        }

        @Override
        public @Nullable Object copy(@Nullable Object value) {
            return value == null ? null : ((int[]) value).clone();
        }
    }

    private record Bytes() implements ValueCodec {
        @Override
        public void write(@Nullable Object value, PackedOutput out) {
            out.writeBytes((byte[]) value);
        }

        @Override
        public @Nullable Object read(PackedInput in) {
            return in.readBytes();
        }

        @Override
        public @Nullable Object copy(@Nullable Object value) {
            return value == null ? null : ((byte[]) value).clone();
        }
    }

    private record Booleans() implements ValueCodec {
        @Override
        public void write(@Nullable Object value, PackedOutput out) {
            out.writeBooleans((boolean[]) value);
        }

        @Override
        public @Nullable Object read(PackedInput in) {
            return in.readBooleans();
        }

        @Override
        public @Nullable Object copy(@Nullable Object value) {
            return value == null ? null : ((boolean[]) value).clone();
        }
    }
}
