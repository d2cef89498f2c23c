package dev.lambdaflex.cli.log;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.util.FileSize;
import org.slf4j.LoggerFactory;

/**
 * Sets logback up when the first logger is asked for; an XML file would cost each command 100 ms to read.
 *
 * <pre>
 *   standard error   warnings; all with LAMBDAFLEX_DEBUG=1
 *   a file           from info on, once a long run has asked for it; 10 MB and one file before it
 * </pre>
 */
public final class Logs extends ContextAwareBase implements Configurator {

    // One line each, the exception's stack trace only with the file or when debugging.
    private static final String SHORT = "%d{HH:mm:ss.SSS} %-5level %logger{24}: %replace(%msg){'[\\r\\n]+', ' '}%nopex%n";
    private static final String LONG = "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level [%thread] %logger: %replace(%msg){'[\\r\\n]+', ' '}%n%ex";

    /** What every command has. Called by logback. */
    @Override
    public ExecutionStatus configure(LoggerContext context) {
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(debug() ? Level.DEBUG : Level.WARN);
        // They tell each buffer and each frame.
        context.getLogger("io.netty").setLevel(debug() ? Level.INFO : Level.WARN);
        ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
        appender.setName("stderr");
        appender.setTarget("System.err");
        start(context, appender, debug() ? LONG : SHORT, debug() ? Level.DEBUG : Level.WARN);
        root.addAppender(appender);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    /** What a long run has, too. */
    public static void alsoToFile(Path file) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
        appender.setName("file");
        appender.setContext(context);
        appender.setFile(file.toString());

        FixedWindowRollingPolicy one = new FixedWindowRollingPolicy();
        one.setContext(context);
        one.setParent(appender);
        one.setFileNamePattern(file + ".%i");
        one.setMinIndex(1);
        one.setMaxIndex(1);
        one.start();
        SizeBasedTriggeringPolicy<ILoggingEvent> full = new SizeBasedTriggeringPolicy<>();
        full.setContext(context);
        full.setMaxFileSize(new FileSize(10 * FileSize.MB_COEFFICIENT));
        full.start();
        appender.setRollingPolicy(one);
        appender.setTriggeringPolicy(full);

        Level from = debug() ? Level.DEBUG : Level.INFO;
        start(context, appender, LONG, from);
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(from);
        root.addAppender(appender);
    }

    private static void start(LoggerContext context, OutputStreamAppender<ILoggingEvent> appender, String pattern,
            Level from) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(pattern);
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.start();
        ThresholdFilter threshold = new ThresholdFilter();
        threshold.setContext(context);
        threshold.setLevel(from.toString());
        threshold.start();
        appender.setContext(context);
        appender.setEncoder(encoder);
        appender.addFilter(threshold);
        appender.start();
    }

    private static boolean debug() {
        String debug = System.getenv().getOrDefault("LAMBDAFLEX_DEBUG", "0");
        return !debug.isEmpty() && !debug.equals("0");
    }
}
