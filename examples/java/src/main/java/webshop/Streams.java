package webshop;

import io.github.cdkeventsourcemappings.DynamoDbEventSourceMapping;
import io.github.cdkeventsourcemappings.DynamoDbFilter;
import io.github.cdkeventsourcemappings.DynamoDbStartingPosition;
import io.github.cdkeventsourcemappings.FailureDestination;
import io.github.cdkeventsourcemappings.KinesisConsumerEventSourceMapping;
import io.github.cdkeventsourcemappings.KinesisEventSourceMapping;
import io.github.cdkeventsourcemappings.KinesisFilter;
import io.github.cdkeventsourcemappings.MetricGroup;
import io.github.cdkeventsourcemappings.StreamStartingPosition;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.StreamViewType;
import software.amazon.awscdk.services.dynamodb.Table;
import software.amazon.awscdk.services.kinesis.IStream;
import software.amazon.awscdk.services.kinesis.Stream;
import software.amazon.awscdk.services.kinesis.StreamConsumer;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

/** Orders, which one function books and another checks for fraud, and the changes of the customers. */
final class Streams {
    private Streams() {
    }

    static void addTo(final Construct scope) {
        IStream orders = Stream.Builder.create(scope, "OrderStream").shardCount(4).build();
        bookOrders(scope, orders);
        checkOrders(scope, orders);
        followCustomers(scope);
    }

    private static void bookOrders(final Construct scope, final IStream orders) {
        // Through an alias, a new version takes over without a change of the mapping.
        Alias live = new Handler(scope, "BookOrder").addAlias("live");
        Queue failed = Queue.Builder.create(scope, "FailedOrders")
            .retentionPeriod(Duration.days(14))
            .enforceSsl(true)
            .build();

        KinesisEventSourceMapping.Builder.create(scope, "Orders")
            .stream(orders)
            .target(live)
            .startingPosition(StreamStartingPosition.trimHorizon())
            .batchSize(500)
            .maxBatchingWindow(Duration.seconds(5))
            .parallelizationFactor(4)
            .retryAttempts(3)
            .maxRecordAge(Duration.hours(6))
            .bisectBatchOnError(true)
            .reportBatchItemFailures(true)
            .onFailure(FailureDestination.queue(failed))
            .build();
    }

    private static void checkOrders(final Construct scope, final IStream orders) {
        Topic suspicious = Topic.Builder.create(scope, "UncheckedOrders").enforceSsl(true).build();

        KinesisConsumerEventSourceMapping.Builder.create(scope, "Fraud")
            .consumer(StreamConsumer.Builder.create(scope, "FraudConsumer").stream(orders).streamConsumerName("fraud").build())
            .target(new Handler(scope, "CheckOrder", Duration.minutes(2)))
            .startingPosition(StreamStartingPosition.atTimestamp(Instant.parse("2026-01-01T00:00:00Z")))
            .tumblingWindow(Duration.minutes(1))
            .retryAttempts(10)
            .onFailure(FailureDestination.topic(suspicious))
            .filters(List.of(KinesisFilter.fromPattern(
                Map.of("data", Map.of("total", List.of(Map.of("numeric", List.of(">=", 1000))))))))
            .metricGroups(List.of(MetricGroup.EVENT_COUNT))
            .build();
    }

    private static void followCustomers(final Construct scope) {
        Table customers = Table.Builder.create(scope, "Customers")
            .partitionKey(Attribute.builder().name("id").type(AttributeType.STRING).build())
            .stream(StreamViewType.NEW_AND_OLD_IMAGES)
            .build();
        Bucket failed = Bucket.Builder.create(scope, "FailedChanges")
            .enforceSsl(true)
            .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
            .build();

        DynamoDbEventSourceMapping.Builder.create(scope, "Changes")
            .table(customers)
            .target(new Handler(scope, "FollowCustomer"))
            .startingPosition(DynamoDbStartingPosition.latest())
            .maxBatchingWindow(Duration.seconds(1))
            .retryAttempts(5)
            .reportBatchItemFailures(true)
            .onFailure(FailureDestination.bucket(failed))
            .filters(List.of(DynamoDbFilter.fromPattern(Map.of("eventName", List.of("INSERT", "MODIFY")))))
            .build();
    }
}
