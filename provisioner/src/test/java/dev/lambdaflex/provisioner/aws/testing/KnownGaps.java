package dev.lambdaflex.provisioner.aws.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/**
 * Lets a check fail on an emulator that is known to differ from AWS there, and fails when it does not differ any more. The list is
 * the file {@code emulator-exceptions.txt}; what stands in it is held on our own cloud instead.
 */
public final class KnownGaps implements InvocationInterceptor {

    private static final List<Gap> GAPS = read();

    /** The emulator that a test class runs on. */
    @Inherited
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    public @interface On {
        /** Which one. */
        Emulator.Kind value();
    }

    private record Gap(String check, String emulator, String why) {

        static Gap of(String line) {
            List<String> parts = Arrays.stream(line.split("\\|", 3)).map(String::strip).toList();
            if (parts.size() != 3 || parts.stream().anyMatch(String::isEmpty)) {
                throw new IllegalArgumentException(
                        "emulator-exceptions.txt: '%s' (expected: check | emulator | why)".formatted(line));
            }
            return new Gap(parts.get(0), parts.get(1), parts.get(2));
        }
    }

    @Override
    public void interceptTestMethod(Invocation<Void> invocation, ReflectiveInvocationContext<Method> method,
            ExtensionContext context) throws Throwable {
        Optional<Gap> gap = gap(context.getRequiredTestClass(), method.getExecutable());
        if (gap.isEmpty()) {
            invocation.proceed();
            return;
        }
        if (succeeds(invocation)) {
            throw new AssertionError("%s passes on %s: take it out of emulator-exceptions.txt (it says: %s)"
                    .formatted(gap.get().check(), gap.get().emulator(), gap.get().why()));
        }
    }

    private static boolean succeeds(Invocation<Void> invocation) {
        try {
            invocation.proceed();
            return true;
        } catch (Throwable _) { // However the check fails, the gap is still there: only its passing is news.
            return false;
        }
    }

    private static Optional<Gap> gap(Class<?> test, Method method) {
        String check = method.getDeclaringClass().getSimpleName() + "." + method.getName();
        On on = test.getAnnotation(On.class);
        return on == null
                ? Optional.empty()
                : GAPS.stream()
                        .filter(gap -> gap.check().equals(check) && gap.emulator().equals(on.value().label()))
                        .findFirst();
    }

    private static List<Gap> read() {
        try (InputStream file = Objects.requireNonNull(
                KnownGaps.class.getResourceAsStream("/emulator-exceptions.txt"), "emulator-exceptions.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Gap::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
