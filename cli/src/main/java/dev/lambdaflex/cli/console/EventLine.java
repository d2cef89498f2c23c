package dev.lambdaflex.cli.console;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import io.vertx.core.json.JsonObject;

import dev.lambdaflex.provisioner.reconcile.Event;
import dev.lambdaflex.weights.migration.MigrationState;

/**
 * One event as people read it.
 *
 * <pre>
 *   14:03:22  shifting-up             5 > 10 %  step 2 of 7 passed: error bound 0.4 % of 1 %
 *   14:05:40  shifting-up                 10 %  paused: lunch (anna)
 * </pre>
 *
 * @param before Fargate's wanted share before it, in percent
 * @param after  Fargate's wanted share after it, in percent
 */
public record EventLine(Instant at, Event.Kind kind, String actor, String phase, BigDecimal before, BigDecimal after,
        String text) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT)
            .withZone(ZoneId.systemDefault());

    public static EventLine of(Event event) {
        return new EventLine(event.at(), event.kind(), event.actor(), event.phase(),
                BigDecimal.valueOf(event.before(), 2), BigDecimal.valueOf(event.after(), 2), event.text());
    }

    /** An event as the control API gives it. */
    public static EventLine of(JsonObject event) {
        return new EventLine(event.getInstant("at"), Event.Kind.valueOf(event.getString("kind")),
                event.getString("actor"), event.getString("phase"),
                new BigDecimal(event.getNumber("before").toString()),
                new BigDecimal(event.getNumber("after").toString()), event.getString("text"));
    }

    public String text(Style style) {
        String by = actor.equals(MigrationState.AUTOMATION) ? "" : style.dim(" (" + Printable.text(actor) + ")");
        String told = Printable.text(text);
        return "%s  %-22s  %s  %s%s".formatted(style.dim(TIME.format(at)), Printable.text(phase), share(style),
                switch (kind) {
                    case TRANSITION -> told;
                    case ACTION -> style.dim(told);
                    case FAILURE -> style.red(told);
                    case REQUEST -> style.bold(told);
                }, by);
    }

    private String share(Style style) {
        boolean moved = before.compareTo(after) != 0;
        String text = moved ? plain(before) + " > " + plain(after) + " %" : plain(after) + " %";
        return moved ? style.cyan("%11s".formatted(text)) : "%11s".formatted(text);
    }

    private static String plain(BigDecimal percent) {
        return percent.stripTrailingZeros().toPlainString();
    }
}
