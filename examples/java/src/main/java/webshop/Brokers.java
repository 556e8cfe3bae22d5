package webshop;

import io.github.cdkeventsourcemappings.ActiveMqEventSourceMapping;
import io.github.cdkeventsourcemappings.ActiveMqFilter;
import io.github.cdkeventsourcemappings.MqAuthentication;
import io.github.cdkeventsourcemappings.RabbitMqEventSourceMapping;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.amazonmq.CfnBroker;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.secretsmanager.Secret;
import software.amazon.awscdk.services.secretsmanager.SecretStringGenerator;
import software.constructs.Construct;

/** Tickets of the help desk, and mails to be sent. */
final class Brokers {
    private Brokers() {
    }

    static void addTo(final Construct scope, final IVpc vpc) {
        answerTickets(scope, vpc);
        sendMails(scope, vpc);
    }

    private static void answerTickets(final Construct scope, final IVpc vpc) {
        Secret credentials = brokerCredentials(scope, "TicketCredentials");
        CfnBroker broker = brokerBuilder(scope, "TicketBroker", vpc, credentials)
            .brokerName("tickets")
            .engineType("ACTIVEMQ")
            .engineVersion("5.18")
            .build();

        ActiveMqEventSourceMapping.Builder.create(scope, "Tickets")
            .broker(broker)
            .queueName("tickets")
            .authentication(MqAuthentication.basic(credentials))
            .target(new Handler(scope, "AnswerTicket", Duration.minutes(10)))
            .batchSize(20)
            .maxBatchingWindow(Duration.seconds(30))
            .filters(List.of(ActiveMqFilter.fromPattern(Map.of("data", Map.of("priority", List.of("high"))))))
            .build();
    }

    private static void sendMails(final Construct scope, final IVpc vpc) {
        Secret credentials = brokerCredentials(scope, "MailCredentials");
        CfnBroker broker = brokerBuilder(scope, "MailBroker", vpc, credentials)
            .brokerName("mails")
            .engineType("RABBITMQ")
            .engineVersion("3.13")
            .build();

        RabbitMqEventSourceMapping.Builder.create(scope, "Mails")
            .broker(broker)
            .queueName("mails")
            .authentication(MqAuthentication.basic(credentials))
            .target(new Handler(scope, "SendMail"))
            .batchSize(50)
            .build();
    }

    private static Secret brokerCredentials(final Construct scope, final String id) {
        return Secret.Builder.create(scope, id)
            .generateSecretString(SecretStringGenerator.builder()
                .secretStringTemplate("{\"username\":\"shop\"}")
                .generateStringKey("password")
                .excludePunctuation(true)
                .build())
            .build();
    }

    private static CfnBroker.Builder brokerBuilder(final Construct scope, final String id, final IVpc vpc, final Secret credentials) {
        SecurityGroup access = SecurityGroup.Builder.create(scope, id + "Access").vpc(vpc).build();
        return CfnBroker.Builder.create(scope, id)
            .deploymentMode("SINGLE_INSTANCE")
            .hostInstanceType("mq.m5.large")
            .publiclyAccessible(false)
            .autoMinorVersionUpgrade(true)
            .subnetIds(List.of(vpc.getPrivateSubnets().get(0).getSubnetId()))
            .securityGroups(List.of(access.getSecurityGroupId()))
            // Both become references to the secret: its value is not in the template.
            .users(List.of(CfnBroker.UserProperty.builder()
                .username(credentials.secretValueFromJson("username").unsafeUnwrap())
                .password(credentials.secretValueFromJson("password").unsafeUnwrap())
                .build()));
    }
}
