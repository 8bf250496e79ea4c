package io.bookpulse.testkit;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** That a class in {@code a.b.internal} is used only by classes in {@code a.b} and below. */
final class SeenFromInside extends ArchCondition<JavaClass> {
    static final SeenFromInside ONLY = new SeenFromInside();

    private static final String INTERNAL = ".internal";

    private SeenFromInside() {
        super("be seen only from the package around");
    }

    @Override
    public void check(JavaClass internal, ConditionEvents events) {
        String name = internal.getPackageName();
        String around = name.substring(0, (name + ".").indexOf(INTERNAL + "."));
        for (Dependency dependency : internal.getDirectDependenciesToSelf()) {
            String from = dependency.getOriginClass().getPackageName();
            boolean inside = (from + ".").startsWith(around + ".");
            if (!inside) {
                events.add(SimpleConditionEvent.violated(internal, dependency.getDescription()));
            }
        }
    }
}
