package io.bookpulse.operators.struct;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What structs look like: for each, its public fields and their types, in the order of their names.
 * A transient field is none: what it holds follows from the others, and is found again from them.
 *
 * <p>Types are written {@code long}, {@code double[]}, {@code text}, {@code enum A B C}, {@code
 * struct NAME}; arrays end in {@code []}.
 */
final class StructSchema {
    static final String TEXT = "text";
    static final String ENUM = "enum ";
    static final String STRUCT = "struct ";
    static final String ARRAY = "[]";

    private final String root;
    private final Map<String, Map<String, String>> structs;

    StructSchema(String root, Map<String, Map<String, String>> structs) {
        this.root = root;
        this.structs = structs;
    }

    /** Reads the schema of a class and of all structs in it. */
    static StructSchema of(Class<?> type) {
        Map<String, Map<String, String>> structs = new LinkedHashMap<>();
        describe(type, structs);
        return new StructSchema(type.getName(), structs);
    }

    /** Name of the outermost struct. */
    String root() {
        return root;
    }

    /** Names of all structs. */
    List<String> names() {
        return List.copyOf(structs.keySet());
    }

    /** The fields of a struct: types by name, in order. */
    Map<String, String> fields(String struct) {
        Map<String, String> fields = structs.get(struct);
        if (fields == null) {
            throw new IllegalArgumentException("the schema has no struct " + struct);
        }
        return fields;
    }

    private static void describe(Class<?> type, Map<String, Map<String, String>> structs) {
        if (structs.containsKey(type.getName())) {
            return;
        }
        Map<String, String> fields = new LinkedHashMap<>();
        structs.put(type.getName(), fields);
        for (Field field : fieldsOf(type)) {
            fields.put(field.getName(), typeText(field.getType()));
            Class<?> leaf = leaf(field.getType());
            if (isStruct(leaf)) {
                describe(leaf, structs);
            }
        }
    }

    /** The fields that are state, in the order of their names. */
    static List<Field> fieldsOf(Class<?> type) {
        List<Field> fields = new ArrayList<>();
        for (Field field : type.getFields()) {
            if ((field.getModifiers() & (Modifier.STATIC | Modifier.TRANSIENT)) == 0) {
                fields.add(field);
            }
        }
        if (fields.isEmpty() || Stream.of(type.getConstructors()).noneMatch(c -> arity(c) == 0)) {
            throw new IllegalArgumentException(
                    type.getName()
                            + " is no struct: it needs public fields and a constructor without arguments");
        }
        fields.sort(Comparator.comparing(Field::getName));
        return fields;
    }

    private static int arity(Constructor<?> constructor) {
        return constructor.getParameterCount();
    }

    static String typeText(Class<?> type) {
        if (type.isArray()) {
            return typeText(type.getComponentType()) + ARRAY;
        } else if (type == String.class) {
            return TEXT;
        } else if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(constant -> ((Enum<?>) constant).name())
                    .collect(Collectors.joining(" ", ENUM, ""));
        }
        return type.isPrimitive() ? type.getName() : STRUCT + type.getName();
    }

    private static Class<?> leaf(Class<?> type) {
        return type.isArray() ? leaf(type.getComponentType()) : type;
    }

    private static boolean isStruct(Class<?> type) {
        return !type.isPrimitive() && !type.isEnum() && type != String.class;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StructSchema that
                && root.equals(that.root)
                && structs.equals(that.structs);
    }

    @Override
    public int hashCode() {
        return structs.hashCode();
    }
}
