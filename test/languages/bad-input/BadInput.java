package webshop;

import io.github.cdkeventsourcemappings.SqsEventSourceMapping;
import io.github.cdkeventsourcemappings.SqsScaling;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.jsii.JsiiException;

public final class BadInput {
    private BadInput() {
    }

    public static void main(final String[] args) {
        Stack stack = new Stack(new App(), "MyStack");
        try {
            SqsEventSourceMapping.Builder.create(stack, "Jobs")
                .queue(new Queue(stack, "Queue"))
                .target(Function.Builder.create(stack, "Handler")
                    .runtime(Runtime.NODEJS_22_X)
                    .handler("index.handler")
                    .code(Code.fromInline("exports.handler = async () => {};"))
                    .build())
                .maxBatchingWindow(Duration.seconds(400))
                .scaling(SqsScaling.maxConcurrency(1))
                .build();
        } catch (JsiiException error) {
            System.out.println(error.getMessage());
        }
    }
}
