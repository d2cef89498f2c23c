# Four images from one build:
#
#   docker build --target workload    -t lambdaflex/workload:local .      the service: a function on Lambda, a server on Fargate
#   docker build --target edge        -t lambdaflex/edge:local .
#   docker build --target provisioner -t lambdaflex/provisioner:local .
#   docker build --target cloud       -t lambdaflex/cloud:local .         AWS on one machine, for the local simulation
#
# Without a target: the workload. No RUN but those of stage `dependencies` needs a network.
ARG MAVEN_IMAGE=maven:3.9-eclipse-temurin-25
ARG RUNTIME_IMAGE=debian:bookworm-slim

# ---- What Maven downloads: a layer of its own, kept until a pom changes --------------------------------------------------
FROM ${MAVEN_IMAGE} AS dependencies
WORKDIR /build
COPY pom.xml .
COPY weights/pom.xml weights/
COPY workload/pom.xml workload/
COPY proxy/pom.xml proxy/
COPY provisioner/pom.xml provisioner/
COPY simulator/pom.xml simulator/
COPY cli/pom.xml cli/
ENV MAVEN_OPTS="--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow" \
    SKIP="-Dmaven.test.skip=true -Dspotless.check.skip=true -Denforcer.skip=true"
# One class in each module, built and thrown away: it needs every plugin and processor that the real sources need, which
# dependency:go-offline does not find.
RUN for module in weights workload proxy provisioner simulator cli; do \
        mkdir -p $module/src/main/java/none && echo 'package none; final class None {}' >$module/src/main/java/none/None.java; \
    done \
 # Without a command the processor of commands would leave its option alone, which is a warning and ends the build.
 && echo 'package none; @picocli.CommandLine.Command final class None {}' >cli/src/main/java/none/None.java \
 && mvn -B -ntp package $SKIP \
 && rm -rf */src */target

# ---- Jars, without a network ---------------------------------------------------------------------------------------------
FROM dependencies AS build
COPY infra infra
COPY weights/src weights/src
COPY workload/src workload/src
COPY proxy/src proxy/src
COPY provisioner/src provisioner/src
COPY simulator/src simulator/src
COPY cli/src cli/src
RUN mvn -B -ntp -o package $SKIP

# ---- Runtimes: Java, cut down to the modules that are used ---------------------------------------------------------------
FROM ${MAVEN_IMAGE} AS java-workload
RUN jlink --add-modules java.base,java.logging,java.management,java.naming,jdk.management,jdk.net,jdk.unsupported \
        --no-header-files --no-man-pages --strip-java-debug-attributes --output /java \
 && /java/bin/java -Xshare:dump

FROM ${MAVEN_IMAGE} AS java-control
RUN jlink --add-modules java.base,java.instrument,java.logging,java.management,java.naming,java.net.http,java.sql,java.xml,jdk.jfr,jdk.management,jdk.naming.dns,jdk.net,jdk.unsupported,jdk.zipfs \
        --no-header-files --no-man-pages --strip-java-debug-attributes --output /java \
 && /java/bin/java -Xshare:dump

# ---- What all images stand on --------------------------------------------------------------------------------------------
FROM ${RUNTIME_IMAGE} AS base
RUN groupadd --gid 10001 lambdaflex \
 && useradd --uid 10001 --gid 10001 --no-log-init --home-dir /nonexistent --shell /usr/sbin/nologin lambdaflex
COPY --chmod=755 image/health /opt/health
ENV LANG=C.UTF-8

# ---- The workload --------------------------------------------------------------------------------------------------------
FROM base AS workload
COPY --from=java-workload /java /opt/java
COPY --from=build /build/workload/target/lib /opt/workload/lib
COPY --chmod=755 image/start /opt/workload/start
COPY --from=build /build/workload/target/lambdaflex-workload.jar /opt/workload/
RUN printf -- '-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:MaxRAMPercentage=50 --sun-misc-unsafe-memory-access=allow\n' >/opt/workload/function.options \
 && printf -- '-XX:MaxRAMPercentage=50 --sun-misc-unsafe-memory-access=allow\n' >/opt/workload/server.options
# ECS mounts a writable /tmp over the read-only root only where the image declares it.
VOLUME /tmp
ENV HOST=0.0.0.0 PORT=8080
EXPOSE 8080
USER 10001:10001
WORKDIR /opt/workload
HEALTHCHECK --interval=5s --timeout=4s --start-period=20s --start-interval=1s CMD ["/opt/health", "/readyz"]
ENTRYPOINT ["/opt/workload/start"]

# ---- Edge, provisioner and cloud: one program, three commands ------------------------------------------------------------
FROM base AS control
COPY --from=java-control /java /opt/lambdaflex/java
COPY --from=build /build/cli/target/lib /opt/lambdaflex/lib
COPY --from=build /build/cli/target/lambdaflex-cli.jar /opt/lambdaflex/
RUN install -d -o 10001 -g 10001 -m 700 /var/lib/lambdaflex
VOLUME ["/tmp", "/var/lib/lambdaflex"]
USER 10001:10001
WORKDIR /var/lib/lambdaflex

FROM control AS edge
EXPOSE 8080 8082
HEALTHCHECK --interval=5s --timeout=4s --start-period=20s --start-interval=1s CMD ["/opt/health", "/readyz", "8082"]
ENTRYPOINT ["/opt/lambdaflex/java/bin/java", "-XX:MaxRAMPercentage=50", "--sun-misc-unsafe-memory-access=allow", "-jar", "/opt/lambdaflex/lambdaflex-cli.jar", "edge", "--state-dir", "/var/lib/lambdaflex"]

FROM control AS provisioner
EXPOSE 8081
HEALTHCHECK --interval=5s --timeout=4s --start-period=20s --start-interval=1s CMD ["/opt/health", "/readyz", "8081"]
ENTRYPOINT ["/opt/lambdaflex/java/bin/java", "-XX:MaxRAMPercentage=50", "--sun-misc-unsafe-memory-access=allow", "-jar", "/opt/lambdaflex/lambdaflex-cli.jar", "provisioner", "--state-dir", "/var/lib/lambdaflex"]

FROM control AS cloud
COPY --from=workload /opt/java /opt/java
COPY --from=workload /opt/workload /opt/workload
EXPOSE 4566
HEALTHCHECK --interval=5s --timeout=4s --start-period=20s --start-interval=1s CMD ["/opt/health", "/scene", "8083"]
ENTRYPOINT ["/opt/lambdaflex/java/bin/java", "-XX:MaxRAMPercentage=25", "--sun-misc-unsafe-memory-access=allow", "-Dlambdaflex.workload=/opt/workload/start", "-jar", "/opt/lambdaflex/lambdaflex-cli.jar", "cloud", "--state-dir", "/var/lib/lambdaflex", "--backstage-port", "8083"]

FROM workload
