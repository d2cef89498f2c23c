package dev.lambdaflex.workload.pets;

import dev.lambdaflex.workload.host.Problem;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Create, read, update and delete pets. */
final class PetRoutes {

    private static final int LARGEST_PAGE = 100;

    private final Catalogue catalogue;
    private final int maxBodyBytes;

    PetRoutes(Catalogue catalogue, int maxBodyBytes) {
        this.catalogue = catalogue;
        this.maxBodyBytes = maxBodyBytes;
    }

    void addTo(Router router) {
        BodyHandler body = BodyHandler.create(false).setBodyLimit(maxBodyBytes);
        router.get("/pets").handler(this::list);
        router.post("/pets").handler(body).handler(ctx -> withDraft(ctx, draft -> add(ctx, draft)));
        router.get("/pets/:id").handler(ctx -> withId(ctx, this::get));
        router.put("/pets/:id").handler(body).handler(ctx -> withId(ctx, this::replace));
        router.delete("/pets/:id").handler(ctx -> withId(ctx, this::remove));
    }

    private void list(RoutingContext ctx) {
        OptionalLong after = number(ctx, "after", 0, Long.MAX_VALUE, 0);
        OptionalLong limit = number(ctx, "limit", 1, LARGEST_PAGE, LARGEST_PAGE);
        if (after.isEmpty() || limit.isEmpty()) {
            return;
        }
        List<Pet> page = catalogue.page(after.getAsLong(), (int) limit.getAsLong());
        JsonArray pets = new JsonArray();
        page.forEach(pet -> pets.add(pet.toJson()));
        Answers.json(ctx, 200, new JsonObject().put("pets", pets).put("total", catalogue.size()));
    }

    private void add(RoutingContext ctx, PetDraft draft) {
        catalogue.add(draft).ifPresentOrElse(pet -> {
            ctx.response().putHeader(HttpHeaders.LOCATION, "/pets/" + pet.id());
            Answers.json(ctx, 201, pet.toJson());
        }, () -> new Problem(409, "pets: %d already (expected: below %d; delete one first)"
                .formatted(catalogue.size(), Catalogue.CAPACITY)).send(ctx.response()));
    }

    private void get(RoutingContext ctx, long id) {
        answer(ctx, id, catalogue.get(id));
    }

    private void replace(RoutingContext ctx, long id) {
        withDraft(ctx, draft -> answer(ctx, id, catalogue.replace(id, draft)));
    }

    private void remove(RoutingContext ctx, long id) {
        if (catalogue.remove(id)) {
            ctx.response().setStatusCode(204).end().onFailure(ctx::fail);
        } else {
            answer(ctx, id, Optional.empty());
        }
    }

    private static void answer(RoutingContext ctx, long id, Optional<Pet> pet) {
        pet.ifPresentOrElse(found -> Answers.json(ctx, 200, found.toJson()),
                () -> new Problem(404, "pet %d: not here".formatted(id)).send(ctx.response()));
    }

    private static void withId(RoutingContext ctx, BiConsumer<RoutingContext, Long> route) {
        String id = ctx.pathParam("id");
        try {
            route.accept(ctx, Long.parseLong(id));
        } catch (NumberFormatException notANumber) {
            new Problem(400, "id: %s (expected: a whole number)".formatted(id)).send(ctx.response());
        }
    }

    private static void withDraft(RoutingContext ctx, Consumer<PetDraft> route) {
        String type = ctx.request().getHeader(HttpHeaders.CONTENT_TYPE);
        if (type != null && !type.strip().toLowerCase(Locale.ROOT).startsWith("application/json")) {
            new Problem(415, "content-type: %s (expected: application/json)".formatted(type)).send(ctx.response());
            return;
        }
        switch (PetReading.of(ctx.body().buffer())) {
            case PetReading.Accepted accepted -> route.accept(accepted.draft());
            case PetReading.Refused refused -> new Problem(400, refused.reason()).send(ctx.response());
        }
    }

    /** The number in the query; empty when it was refused, and then the refusal is sent. */
    private static OptionalLong number(RoutingContext ctx, String name, long least, long most, long otherwise) {
        String text = ctx.queryParams().get(name);
        if (text == null) {
            return OptionalLong.of(otherwise);
        }
        try {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return OptionalLong.of(number);
            }
        } catch (NumberFormatException notANumber) {
            // Refused below like a number out of range.
        }
        new Problem(400, "%s: %s (expected: %d to %d)".formatted(name, text, least, most)).send(ctx.response());
        return OptionalLong.empty();
    }
}
