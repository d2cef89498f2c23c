package dev.lambdaflex.cli;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import java.util.Set;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom: the arrows between the rooms of the house. It stands here, for only the launcher sees all rooms. */
@AnalyzeClasses(packages = "dev.lambdaflex", importOptions = {ImportOption.DoNotIncludeTests.class,
        ArchitectureTest.NoTestJars.class})
class ArchitectureTest {

    /** The contracts of the ports are tests, too, though they come in a jar. */
    static final class NoTestJars implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("-tests.jar");
        }
    }

    private static final String WEIGHTS = "dev.lambdaflex.weights..";
    private static final String PROXY = "dev.lambdaflex.proxy..";
    private static final String PROVISIONER = "dev.lambdaflex.provisioner..";
    private static final String PORTS = "dev.lambdaflex.provisioner.reconcile..";
    private static final String WORKLOAD = "dev.lambdaflex.workload..";
    private static final String SIMULATOR = "dev.lambdaflex.simulator..";

    @ArchTest
    static final ArchRule theCoreKnowsTheJdkAndALibraryOfStatistics = classes().that()
            .resideInAPackage(WEIGHTS)
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(WEIGHTS, "java.lang..", "java.math..", "java.time..",
                    "java.util..", "org.apache.commons.statistics..", "org.apache.commons.numbers..",
                    "org.apache.commons.rng..", "org.jspecify.annotations.."));

    @ArchTest
    static final ArchRule theCoreHasNoThreadsNoFilesAndNoLogs = noClasses().that()
            .resideInAPackage(WEIGHTS)
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.util.concurrent..", "java.util.logging..",
                    "java.util.prefs..", "java.util.zip..", "java.util.jar..")
                    .or(named("java.lang.Thread", "java.lang.Process", "java.lang.ProcessBuilder",
                            "java.util.Timer", "java.util.Scanner")));

    @ArchTest
    static final ArchRule theCoreIsToldTheTimeAndTheLuck = noClasses().that()
            .resideInAPackage(WEIGHTS)
            .should()
            .dependOnClassesThat(named("java.util.Random", "java.util.SplittableRandom",
                    "java.security.SecureRandom", "java.time.Clock", "java.time.InstantSource")
                    .or(resideInAPackage("java.util.random..")))
            .orShould()
            .callMethodWhere(looksAtTheClockOrAtLuck());

    @ArchTest
    static final ArchRule theEdgeKnowsOnlyTheCore = knowsOfOurs(PROXY, WEIGHTS);

    @ArchTest
    static final ArchRule theProvisionerKnowsOnlyTheCore = knowsOfOurs(PROVISIONER, WEIGHTS);

    @ArchTest
    static final ArchRule theWorkloadKnowsNothingOfOurs = knowsOfOurs(WORKLOAD);

    @ArchTest
    static final ArchRule theSimulatorKnowsTheCoreAndThePorts = knowsOfOurs(SIMULATOR, WEIGHTS, PORTS);

    @ArchTest
    static final ArchRule nobodyKnowsTheLauncher = noClasses().that()
            .resideOutsideOfPackage("dev.lambdaflex.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.lambdaflex.cli..");

    @ArchTest
    static final ArchRule theLauncherAsksTheApiAndNotTheWorkload = noClasses().that()
            .resideInAPackage("dev.lambdaflex.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(WORKLOAD)
            .because("the workload runs as a process of its own, with its own class path");

    @ArchTest
    static final ArchRule theAwsSdkIsKnownToTheAdaptersAlone = noClasses().that()
            .resideOutsideOfPackages("dev.lambdaflex.provisioner.aws..", "dev.lambdaflex.proxy.aws..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("software.amazon.awssdk..");

    @ArchTest
    static final ArchRule theReconcilerIsPlainSequentialCode = noClasses().that()
            .resideInAPackage(PORTS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.vertx..", "io.netty..")
            .because("it runs on a virtual thread, under virtual time as in a verticle");

    @ArchTest
    static final ArchRule theReconcilerKnowsNoAdapter = knowsOfOurs(PORTS, WEIGHTS);

    @ArchTest
    static final ArchRule noPackagesGoRoundInCircles = slices().matching("dev.lambdaflex.(**)")
            .should()
            .beFreeOfCycles();

    @ArchTest
    static final ArchRule portsAndClassesAreNamedForWhatTheyAre = noClasses()
            .should()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Manager");

    @ArchTest
    static final ArchRule nobodyPrintsPastTheConsole = noClasses().that()
            .resideInAnyPackage(WEIGHTS, PROXY, PROVISIONER, SIMULATOR)
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .callMethod(Throwable.class, "printStackTrace");

    // A room may be empty while it is being built.
    private static ArchRule knowsOfOurs(String room, String... others) {
        String[] allowed = new String[others.length + 1];
        allowed[0] = room;
        System.arraycopy(others, 0, allowed, 1, others.length);
        return noClasses().that()
                .resideInAPackage(room)
                .should()
                .dependOnClassesThat(resideInAPackage("dev.lambdaflex..")
                        .and(DescribedPredicate.not(resideInAnyPackage(allowed))))
                .allowEmptyShould(true);
    }

    private static DescribedPredicate<JavaClass> named(String... names) {
        return DescribedPredicate.describe("are " + String.join(", ", names),
                type -> Set.of(names).contains(type.getName()));
    }

    private static DescribedPredicate<JavaCall<?>> looksAtTheClockOrAtLuck() {
        DescribedPredicate<JavaCall<?>> now = DescribedPredicate.describe("now() of java.time",
                call -> call.getName().equals("now") && call.getTargetOwner().getPackageName().equals("java.time"));
        DescribedPredicate<JavaCall<?>> clock = DescribedPredicate.describe("a clock of the machine",
                call -> call.getTargetOwner().isEquivalentTo(System.class)
                        && Set.of("currentTimeMillis", "nanoTime").contains(call.getName()));
        DescribedPredicate<JavaCall<?>> luck = DescribedPredicate.describe("luck",
                call -> Set.of("java.lang.Math.random", "java.util.UUID.randomUUID")
                        .contains(call.getTargetOwner().getName() + "." + call.getName()));
        return now.or(clock).or(luck);
    }
}
