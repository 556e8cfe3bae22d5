package webshop;

import io.github.cdkeventsourcemappings.DocumentDbAuthentication;
import io.github.cdkeventsourcemappings.DocumentDbEventSourceMapping;
import io.github.cdkeventsourcemappings.FullDocument;
import io.github.cdkeventsourcemappings.StreamStartingPosition;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.docdb.ClusterParameterGroup;
import software.amazon.awscdk.services.docdb.DatabaseCluster;
import software.amazon.awscdk.services.docdb.Login;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.InstanceClass;
import software.amazon.awscdk.services.ec2.InstanceSize;
import software.amazon.awscdk.services.ec2.InstanceType;
import software.constructs.Construct;

/** The products of the shop, whose changes go to the search index. */
final class Databases {
    private Databases() {
    }

    static void addTo(final Construct scope, final IVpc vpc) {
        DatabaseCluster cluster = DatabaseCluster.Builder.create(scope, "ShopCluster")
            .vpc(vpc)
            .engineVersion("5.0.0")
            .instanceType(InstanceType.of(InstanceClass.R6G, InstanceSize.LARGE))
            .masterUser(Login.builder().username("shop").build())
            .parameterGroup(ClusterParameterGroup.Builder.create(scope, "ShopParameters")
                .family("docdb5.0")
                // The change stream itself is turned on in the database, with modifyChangeStreams.
                .parameters(Map.of("tls", "enabled", "change_stream_log_retention_duration", "86400"))
                .build())
            .build();

        DocumentDbEventSourceMapping.Builder.create(scope, "Products")
            .cluster(cluster)
            .databaseName("shop")
            .collectionName("products")
            .authentication(DocumentDbAuthentication.basic(cluster.getSecret()))
            .target(new Handler(scope, "IndexProduct", Duration.minutes(1)))
            .startingPosition(StreamStartingPosition.trimHorizon())
            .fullDocument(FullDocument.UPDATE_LOOKUP)
            .batchSize(250)
            .build();
    }
}
