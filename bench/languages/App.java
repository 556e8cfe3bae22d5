package bench;

import io.github.cdkeventsourcemappings.DynamoDbEventSourceMapping;
import io.github.cdkeventsourcemappings.DynamoDbStartingPosition;
import io.github.cdkeventsourcemappings.FailureDestination;
import io.github.cdkeventsourcemappings.KinesisEventSourceMapping;
import io.github.cdkeventsourcemappings.MskCluster;
import io.github.cdkeventsourcemappings.MskEventSourceMapping;
import io.github.cdkeventsourcemappings.SqsEventSourceMapping;
import io.github.cdkeventsourcemappings.SqsFifoEventSourceMapping;
import io.github.cdkeventsourcemappings.StreamStartingPosition;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.StreamViewType;
import software.amazon.awscdk.services.dynamodb.Table;
import software.amazon.awscdk.services.kinesis.Stream;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.lambda.StartingPosition;
import software.amazon.awscdk.services.lambda.eventsources.DynamoEventSource;
import software.amazon.awscdk.services.lambda.eventsources.KinesisEventSource;
import software.amazon.awscdk.services.lambda.eventsources.ManagedKafkaEventSource;
import software.amazon.awscdk.services.lambda.eventsources.SqsDlq;
import software.amazon.awscdk.services.lambda.eventsources.SqsEventSource;
import software.amazon.awscdk.services.sqs.DeadLetterQueue;
import software.amazon.awscdk.services.sqs.Queue;

/** An app with five mappings, written with this library or with aws-lambda-event-sources. */
public final class App {
    private static final String CLUSTER_ARN =
        "arn:aws:kafka:eu-central-1:111122223333:cluster/clicks/fc2f5bdf-fd1b-45ad-85dd-15b4a5a6247e-2";
    private static final Duration WINDOW = Duration.seconds(5);

    private final software.amazon.awscdk.App app =
        new software.amazon.awscdk.App(AppProps.builder().analyticsReporting(false).build());
    private final Stack stack = new Stack(app, "Shop");
    private final Function handler = Function.Builder.create(stack, "Handler")
        .runtime(Runtime.PYTHON_3_13)
        .handler("index.handler")
        .code(Code.fromInline("def handler(event, context): pass"))
        .build();
    private final Queue deadLetters = Queue.Builder.create(stack, "DeadLetters").build();
    private final Queue queue = Queue.Builder.create(stack, "Queue")
        .visibilityTimeout(Duration.minutes(5))
        .deadLetterQueue(DeadLetterQueue.builder().queue(deadLetters).maxReceiveCount(5).build())
        .build();
    private final Queue fifoDeadLetters = Queue.Builder.create(stack, "FifoDeadLetters").fifo(true).build();
    private final Queue fifo = Queue.Builder.create(stack, "Fifo")
        .fifo(true)
        .visibilityTimeout(Duration.minutes(5))
        .deadLetterQueue(DeadLetterQueue.builder().queue(fifoDeadLetters).maxReceiveCount(5).build())
        .build();
    private final Stream stream = Stream.Builder.create(stack, "Stream").build();
    private final Table table = Table.Builder.create(stack, "Table")
        .partitionKey(Attribute.builder().name("id").type(AttributeType.STRING).build())
        .stream(StreamViewType.NEW_IMAGE)
        .build();

    public static void main(final String[] args) {
        App self = new App();
        if (args[0].equals("this library")) {
            self.withThisLibrary();
        } else if (args[0].equals("event-sources")) {
            self.withEventSources();
        }
        self.app.synth();
    }

    private void withThisLibrary() {
        SqsEventSourceMapping.Builder.create(stack, "Jobs")
            .queue(queue).target(handler).reportBatchItemFailures(true).build();
        SqsFifoEventSourceMapping.Builder.create(stack, "Payments")
            .queue(fifo).target(handler).reportBatchItemFailures(true).build();
        KinesisEventSourceMapping.Builder.create(stack, "Orders")
            .stream(stream)
            .target(handler)
            .startingPosition(StreamStartingPosition.trimHorizon())
            .maxBatchingWindow(WINDOW)
            .retryAttempts(3)
            .onFailure(FailureDestination.queue(deadLetters))
            .build();
        DynamoDbEventSourceMapping.Builder.create(stack, "Changes")
            .table(table)
            .target(handler)
            .startingPosition(DynamoDbStartingPosition.trimHorizon())
            .maxBatchingWindow(WINDOW)
            .retryAttempts(3)
            .onFailure(FailureDestination.queue(deadLetters))
            .build();
        MskEventSourceMapping.Builder.create(stack, "Clicks")
            .cluster(MskCluster.arn(CLUSTER_ARN))
            .topic("clicks")
            .target(handler)
            .startingPosition(StreamStartingPosition.trimHorizon())
            .maxBatchingWindow(WINDOW)
            .build();
    }

    private void withEventSources() {
        SqsDlq failures = new SqsDlq(deadLetters);
        handler.addEventSource(SqsEventSource.Builder.create(queue).reportBatchItemFailures(true).build());
        handler.addEventSource(SqsEventSource.Builder.create(fifo).reportBatchItemFailures(true).build());
        handler.addEventSource(KinesisEventSource.Builder.create(stream)
            .startingPosition(StartingPosition.TRIM_HORIZON)
            .maxBatchingWindow(WINDOW)
            .retryAttempts(3)
            .onFailure(failures)
            .build());
        handler.addEventSource(DynamoEventSource.Builder.create(table)
            .startingPosition(StartingPosition.TRIM_HORIZON)
            .maxBatchingWindow(WINDOW)
            .retryAttempts(3)
            .onFailure(failures)
            .build());
        handler.addEventSource(ManagedKafkaEventSource.Builder.create()
            .clusterArn(CLUSTER_ARN)
            .topic("clicks")
            .startingPosition(StartingPosition.TRIM_HORIZON)
            .maxBatchingWindow(WINDOW)
            .build());
    }
}
