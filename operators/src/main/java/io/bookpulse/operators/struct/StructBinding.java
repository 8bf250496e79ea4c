package io.bookpulse.operators.struct;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Joins a schema, of this version or an older one, to the classes of this version: by the names of
 * fields. A field that a class no longer has is passed over; what does not fit is a problem, said
 * in words.
 */
final class StructBinding {
    private final StructSchema schema;
    private final List<String> problems = new ArrayList<>();
    private final StructCodec codec;

    StructBinding(StructSchema schema, Class<?> type) {
        this.schema = schema;
        codec = struct(schema.root(), type);
    }

    StructCodec codec() {
        return codec;
    }

    /** What does not fit; empty if everything can be read. */
    List<String> problems() {
        return problems;
    }

    private StructCodec struct(String name, @Nullable Class<?> target) {
        Map<String, Field> known = new LinkedHashMap<>();
        if (target != null) {
            StructSchema.fieldsOf(target).forEach(field -> known.put(field.getName(), field));
        }
        List<FieldCodec> fields = new ArrayList<>();
        schema.fields(name)
                .forEach((field, type) -> fields.add(field(field, type, known.get(field))));
        try {
            return new StructCodec(
                    target == null ? null : target.getConstructor(),
                    fields.toArray(FieldCodec[]::new));
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(target + " has no constructor for a struct", e);
        }
    }

    private FieldCodec field(String name, String type, @Nullable Field field) {
        Field usable = field;
        if (field != null && !isSameKind(type, StructSchema.typeText(field.getType()))) {
            problems.add(
                    "%s.%s was %s and is %s"
                            .formatted(
                                    field.getDeclaringClass().getSimpleName(),
                                    name,
                                    type,
                                    StructSchema.typeText(field.getType())));
            usable = null;
        }
        PrimitiveKind kind = PrimitiveKind.of(type);
        return kind != null
                ? new PrimitiveField(kind, usable)
                : new ReferenceField(value(type, usable == null ? null : usable.getType()), usable);
    }

    /** Structs are told apart by their fields, enums by their names; all else by its type. */
    private static boolean isSameKind(String before, String now) {
        if (before.endsWith(StructSchema.ARRAY) && now.endsWith(StructSchema.ARRAY)) {
            return isSameKind(component(before), component(now));
        }
        if (before.endsWith(StructSchema.ARRAY) || now.endsWith(StructSchema.ARRAY)) {
            return false;
        }
        return before.equals(now)
                || (before.startsWith(StructSchema.STRUCT) && now.startsWith(StructSchema.STRUCT))
                || (before.startsWith(StructSchema.ENUM) && now.startsWith(StructSchema.ENUM));
    }

    private ValueCodec value(String type, @Nullable Class<?> target) {
        ValueCodec leaf = LeafCodecs.of(type);
        if (leaf != null) {
            return leaf;
        } else if (type.endsWith(StructSchema.ARRAY)) {
            Class<?> component = target == null ? null : target.getComponentType();
            return new ArrayCodec(
                    value(component(type), component),
                    component == null ? Object.class : component);
        } else if (type.startsWith(StructSchema.STRUCT)) {
            return struct(type.substring(StructSchema.STRUCT.length()), target);
        } else if (type.startsWith(StructSchema.ENUM)) {
            return enumeration(type, target);
        }
        throw new IllegalArgumentException("a struct cannot hold " + type);
    }

    private EnumCodec enumeration(String type, @Nullable Class<?> target) {
        List<String> names = List.of(type.substring(StructSchema.ENUM.length()).split(" "));
        Object[] constants = target == null ? new Object[0] : target.getEnumConstants();
        List<String> now = Stream.of(constants).map(each -> ((Enum<?>) each).name()).toList();
        if (target != null && !now.containsAll(names)) {
            problems.add("%s had %s and has %s".formatted(target.getSimpleName(), names, now));
        }
        return new EnumCodec(names, Arrays.copyOf(constants, constants.length));
    }

    private static String component(String type) {
        return type.substring(0, type.length() - StructSchema.ARRAY.length());
    }
}
