package io.bookpulse.operators;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Random;

/** Structs with a random value in every field, so that a field that is lost is missed. */
public final class RandomStruct {
    private final Random random;

    public RandomStruct(long seed) {
        random = new Random(seed);
    }

    public <T> T next(Class<T> type) {
        try {
            T struct = type.getConstructor().newInstance();
            for (Field field : type.getFields()) {
                if ((field.getModifiers() & (Modifier.STATIC | Modifier.TRANSIENT)) == 0) {
                    field.set(struct, value(field.getType()));
                }
            }
            return struct;
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(type + " is no struct", e);
        }
    }

    private Object value(Class<?> type) {
        if (type.isArray()) {
            return array(type.getComponentType());
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[random.nextInt(type.getEnumConstants().length)];
        }
        if (type == String.class) {
            return "text-é-" + random.nextInt();
        }
        return type.isPrimitive() ? primitive(type) : next(type);
    }

    private Object primitive(Class<?> type) {
        if (type == long.class) {
            return random.nextLong();
        } else if (type == int.class) {
            return random.nextInt();
        } else if (type == double.class) {
            return random.nextInt(4) == 0 ? Double.NaN : random.nextGaussian();
        } else if (type == boolean.class) {
            return random.nextBoolean();
        } else if (type == byte.class) {
            return (byte) random.nextInt();
        }
        throw new AssertionError("no random value of " + type);
    }

    /** One to four elements; every other array of structs begins with nothing. */
    private Object array(Class<?> component) {
        Object array = Array.newInstance(component, 1 + random.nextInt(4));
        int first = component.isPrimitive() || random.nextBoolean() ? 0 : 1;
        for (int i = first; i < Array.getLength(array); i++) {
            Array.set(array, i, value(component));
        }
        return array;
    }
}
