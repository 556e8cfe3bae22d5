package webshop;

import io.github.cdkeventsourcemappings.EventSourceMappingDashboard;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.Vpc;
import software.constructs.Construct;

/** A web shop that reacts to all that a Lambda function can be behind: ten event sources. */
public final class EventSourcesStack extends Stack {
    public EventSourcesStack(final Construct scope, final String id) {
        super(scope, id);
        Vpc vpc = Vpc.Builder.create(this, "Vpc").maxAzs(2).natGateways(1).build();

        Streams.addTo(this);
        Queues.addTo(this);
        Kafka.addTo(this, vpc);
        Brokers.addTo(this, vpc);
        Databases.addTo(this, vpc);

        new EventSourceMappingDashboard(this, "Dashboard");
    }
}
