package webshop;

import io.github.cdkeventsourcemappings.AlarmTuningOptions;
import io.github.cdkeventsourcemappings.EventSourceMappingAlarms;
import io.github.cdkeventsourcemappings.MetricGroup;
import io.github.cdkeventsourcemappings.SqsEventSourceMapping;
import io.github.cdkeventsourcemappings.SqsFifoEventSourceMapping;
import io.github.cdkeventsourcemappings.SqsFifoEventSourceMappingOptions;
import io.github.cdkeventsourcemappings.SqsFilter;
import io.github.cdkeventsourcemappings.SqsPollerOptions;
import io.github.cdkeventsourcemappings.SqsScaling;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sqs.DeadLetterQueue;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

/** Thumbnails, in any order, and payments, in order. */
final class Queues {
    private static final Duration FUNCTION_TIMEOUT = Duration.seconds(30);
    private static final Duration WINDOW = Duration.seconds(10);

    private Queues() {
    }

    static void addTo(final Construct scope) {
        makeThumbnails(scope);
        takePayments(scope);
    }

    private static void makeThumbnails(final Construct scope) {
        Queue thumbnails = Queue.Builder.create(scope, "ThumbnailQueue")
            // What Lambda recommends: six times the function's timeout, and the batching window.
            .visibilityTimeout(Duration.seconds(6 * FUNCTION_TIMEOUT.toSeconds().intValue() + WINDOW.toSeconds().intValue()))
            .deadLetterQueue(DeadLetterQueue.builder()
                .queue(Queue.Builder.create(scope, "FailedThumbnails").enforceSsl(true).build())
                .maxReceiveCount(5)
                .build())
            .enforceSsl(true)
            .build();

        SqsEventSourceMapping mapping = SqsEventSourceMapping.Builder.create(scope, "Thumbnails")
            .queue(thumbnails)
            .target(new Handler(scope, "MakeThumbnail", FUNCTION_TIMEOUT))
            .batchSize(100)
            .maxBatchingWindow(WINDOW)
            .scaling(SqsScaling.maxConcurrency(50))
            .reportBatchItemFailures(true)
            .filters(List.of(SqsFilter.fromPattern(Map.of("body", Map.of("type", List.of("image/png", "image/jpeg"))))))
            .filterEncryption(Key.Builder.create(scope, "FilterKey").enableKeyRotation(true).build())
            .metricGroups(List.of(MetricGroup.EVENT_COUNT))
            .build();

        // Half of an hour is late for a thumbnail; the queue keeps messages for four days.
        EventSourceMappingAlarms alarms = EventSourceMappingAlarms.Builder.create(scope, "ThumbnailAlarms")
            .mapping(mapping)
            .lag(AlarmTuningOptions.builder().threshold(1800).build())
            .build();
        alarms.addAlarmAction(new SnsAction(Topic.Builder.create(scope, "Alerts").enforceSsl(true).build()));
    }

    private static void takePayments(final Construct scope) {
        Queue payments = Queue.Builder.create(scope, "PaymentQueue")
            .fifo(true)
            .visibilityTimeout(Duration.seconds(6 * FUNCTION_TIMEOUT.toSeconds().intValue()))
            .deadLetterQueue(DeadLetterQueue.builder()
                .queue(Queue.Builder.create(scope, "FailedPayments").fifo(true).enforceSsl(true).build())
                .maxReceiveCount(5)
                .build())
            .enforceSsl(true)
            .build();

        // The form that users of aws-lambda-event-sources know.
        new Handler(scope, "TakePayment", FUNCTION_TIMEOUT).addEventSource(
            SqsFifoEventSourceMapping.asEventSource("Payments", SqsFifoEventSourceMappingOptions.builder()
                .queue(payments)
                .batchSize(10)
                .scaling(SqsScaling.provisioned(SqsPollerOptions.builder().minimumPollers(2).maximumPollers(20).build()))
                .reportBatchItemFailures(true)
                .build()));
    }
}
