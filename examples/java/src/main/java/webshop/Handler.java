package webshop;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.FunctionProps;
import software.amazon.awscdk.services.lambda.Runtime;
import software.constructs.Construct;

/** A function that logs what it gets, and says that none of it failed. */
final class Handler extends Function {
    private static final String LOG_EVENT =
        "exports.handler = async (event) => { console.log(JSON.stringify(event)); return { batchItemFailures: [] }; };";

    Handler(final Construct scope, final String id) {
        this(scope, id, Duration.seconds(30));
    }

    Handler(final Construct scope, final String id, final Duration timeout) {
        super(scope, id, FunctionProps.builder()
            .runtime(Runtime.NODEJS_22_X)
            .handler("index.handler")
            .code(Code.fromInline(LOG_EVENT))
            .timeout(timeout)
            .build());
    }
}
