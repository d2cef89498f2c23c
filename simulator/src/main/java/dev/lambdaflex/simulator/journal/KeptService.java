package dev.lambdaflex.simulator.journal;

import java.util.regex.Pattern;

import dev.lambdaflex.simulator.wire.Called;
import dev.lambdaflex.simulator.wire.WireRequest;
import dev.lambdaflex.simulator.wire.WireResponse;
import dev.lambdaflex.simulator.wire.WireService;

/** A service whose changes are written down. What is not known to leave the cloud as it is, is a change. */
final class KeptService implements WireService {

    /** AWS names what only looks by these, in all services that are played. */
    private static final Pattern READ = Pattern.compile("(Get|List|Describe|Test|Validate)[A-Z].*");
    /** Runs the function, which has no state in the model; what is measured of it is kept with all that is measured. */
    private static final String INVOKE = "Invoke";
    private static final String MEASURED = "PutMetricData";

    private final WireService service;
    private final Keeping keeping;

    KeptService(WireService service, Keeping keeping) {
        this.service = service;
        this.keeping = keeping;
    }

    @Override
    public String signingName() {
        return service.signingName();
    }

    @Override
    public Called called(WireRequest request) {
        return service.called(request);
    }

    @Override
    public WireResponse answer(WireRequest request) {
        String operation = service.called(request).operation();
        if (operation.equals(MEASURED)) {
            WireResponse answer = service.answer(request);
            keeping.measured();
            return answer;
        }
        return changes(operation) ? keeping.change(service, request) : service.answer(request);
    }

    static boolean changes(String operation) {
        return !READ.matcher(operation).matches() && !operation.equals(INVOKE) && !operation.equals(MEASURED);
    }
}
