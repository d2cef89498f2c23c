package dev.lambdaflex.provisioner.reconcile.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import dev.lambdaflex.provisioner.reconcile.CloudException;
import dev.lambdaflex.provisioner.reconcile.Seam;

/** Lets something happen before or after chosen calls: a stall, a failure, the end of the process. */
public final class ScriptedSeam implements Seam {

    /** The end of the process. An error, so that nobody on the way takes it for a failed call. */
    public static final class Death extends Error {

        private static final long serialVersionUID = 1L;

        Death(String site) {
            super("died at " + site, null, false, false);
        }
    }

    /** Which calls: one of the name, or the one of the number, from 1. */
    @FunctionalInterface
    private interface Choice {
        boolean fits(int number, String site);
    }

    private record Twist(Choice choice, boolean before, Runnable happens) {}

    private final List<String> calls = new ArrayList<>();
    private final List<Twist> twists = new ArrayList<>();

    /** Names of all calls so far, in order. */
    public List<String> calls() {
        return List.copyOf(calls);
    }

    /** Forgets the calls so far. */
    public void forget() {
        calls.clear();
    }

    /** Once, before the next call of {@code site}. */
    public void before(String site, Runnable happens) {
        twists.add(new Twist((_, called) -> called.equals(site), true, happens));
    }

    /** The next call of {@code site} takes no effect. */
    public void failBefore(String site) {
        before(site, () -> {
            throw new CloudException("no connection to " + site);
        });
    }

    /** The next call of {@code site} takes effect, but its answer is lost. */
    public void failAfter(String site) {
        twists.add(new Twist((_, called) -> called.equals(site), false, () -> {
            throw new CloudException("no answer from " + site);
        }));
    }

    /** The process ends at call {@code number}, before it takes effect or after. */
    public void dieAt(int number, boolean before) {
        twists.add(new Twist((call, _) -> call == number, before, () -> {
            throw new Death("call " + number);
        }));
    }

    @Override
    public <T> T pass(String site, Supplier<T> call) {
        calls.add(site);
        int number = calls.size();
        happen(number, site, true);
        T answer = call.get();
        happen(number, site, false);
        return answer;
    }

    private void happen(int number, String site, boolean before) {
        twists.stream()
                .filter(twist -> twist.before() == before && twist.choice().fits(number, site))
                .findFirst()
                .ifPresent(twist -> {
                    twists.remove(twist);
                    twist.happens().run();
                });
    }
}
