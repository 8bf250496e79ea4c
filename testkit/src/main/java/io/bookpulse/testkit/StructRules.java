package io.bookpulse.testkit;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What makes a class a struct that Flink serialises field by field, without Kryo: public, final,
 * not generic, no superclass, a public constructor without arguments, and only public fields that
 * can change, of these types: primitives, String, enums, structs, and arrays of primitives, of
 * String and of structs. An array may be transient: a cache that follows from the stored fields and
 * is empty until it is needed. Read by plain reflection, so that it holds where Flink is not seen.
 */
public final class StructRules {
    /** The rule as a condition for ArchUnit. */
    static final ArchCondition<JavaClass> BE_STRUCTS =
            new ArchCondition<>("be structs") {
                @Override
                public void check(JavaClass item, ConditionEvents events) {
                    for (String violation : violations(item.reflect())) {
                        events.add(SimpleConditionEvent.violated(item, violation));
                    }
                }
            };

    private StructRules() {}

    /** Why a class is no struct: one sentence each; empty if it is one. */
    public static List<String> violations(Class<?> type) {
        List<String> violations = new ArrayList<>();
        collect(type, violations, new HashSet<>());
        return violations;
    }

    private static void collect(Class<?> type, List<String> violations, Set<Class<?>> seen) {
        if (!seen.add(type)) {
            return;
        }
        checkShape(type, violations);
        for (Field field : type.getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers()) && !field.isSynthetic()) {
                checkModifiers(field, violations);
                checkType(field, violations, seen);
            }
        }
    }

    private static void checkShape(Class<?> type, List<String> violations) {
        int modifiers = type.getModifiers();
        if (!Modifier.isPublic(modifiers) || !Modifier.isFinal(modifiers)) {
            violations.add(type.getName() + " is not public and final");
        }
        if (type.getSuperclass() != Object.class) {
            violations.add(type.getName() + " has a superclass, or is no class");
        }
        if (type.isMemberClass() && !Modifier.isStatic(modifiers)) {
            violations.add(type.getName() + " is an inner class");
        }
        if (type.getTypeParameters().length > 0) {
            violations.add(type.getName() + " is generic");
        }
        if (Arrays.stream(type.getConstructors()).noneMatch(StructRules::isPlain)) {
            violations.add(type.getName() + " has no public constructor without arguments");
        }
    }

    private static boolean isPlain(Constructor<?> constructor) {
        return constructor.getParameterCount() == 0;
    }

    private static void checkModifiers(Field field, List<String> violations) {
        int modifiers = field.getModifiers();
        if (!Modifier.isPublic(modifiers)) {
            violations.add(name(field) + " is not public");
        }
        if (Modifier.isFinal(modifiers)) {
            violations.add(name(field) + " is final");
        }
        if (Modifier.isTransient(modifiers) && !field.getType().isArray()) {
            violations.add(name(field) + " is transient and no array");
        }
    }

    private static void checkType(Field field, List<String> violations, Set<Class<?>> seen) {
        Class<?> type = field.getType();
        Class<?> element = type.isArray() ? type.getComponentType() : type;
        if (element.isPrimitive()
                || element == String.class
                || (type.isEnum() && !type.isArray())) {
            return;
        }
        if (isOfProject(element)) {
            collect(element, violations, seen);
        } else {
            violations.add(name(field) + " is of type " + type.getTypeName());
        }
    }

    private static boolean isOfProject(Class<?> type) {
        return type.getName().startsWith("io.bookpulse.") && !type.isEnum() && !type.isArray();
    }

    private static String name(Field field) {
        return field.getDeclaringClass().getName() + "." + field.getName();
    }
}
