import { textOf } from '../../graph/references';
import { PropertyReader, Rule, Context } from '../../model/contract';
import { guide } from '../../model/docs';
import { FAILURE_DESTINATION } from '../../model/property-paths';
import { rule } from '../../model/rules';
import { find } from '../../related/find';
import { closedVpc, mayHaveEndpoint } from '../../related/network';

/** The service that a failure destination is of, by the type of its resource. */
const DESTINATION_SERVICES: { readonly [type: string]: string } = {
  'AWS::SQS::Queue': 'sqs',
  'AWS::SNS::Topic': 'sns',
  'AWS::S3::Bucket': 's3',
};

/** The service of the failure destination, where it is known; a topic of the cluster is of none. */
function destinationService(reader: PropertyReader, context: Context): string | undefined {
  const [destination] = reader.values(FAILURE_DESTINATION);
  const resource = find(destination, Object.keys(DESTINATION_SERVICES), context);
  return resource
    ? DESTINATION_SERVICES[resource.type]
    : /^arn:[^:]*:(sqs|sns|s3):/.exec(textOf(destination) ?? '')?.[1];
}

/**
 * Warns of a failure destination that pollers can't reach, provisioned or not: Lambda reports no error, and stops to
 * invoke the function.
 */
export function destinationNetworkRule(
  subject: string,
  subnetsOf: (reader: PropertyReader, context: Context) => readonly unknown[],
): Rule {
  return rule(
    'failure-destination-out-of-reach',
    subject,
    "is in subnets from which the failure destination can't be reached",
    {
      severity: 'warning',
      reason:
        'pollers send what failed through a NAT gateway or through an endpoint of the VPC, in provisioned mode too',
      docs: guide('kafka-on-failure'),
    },
    (reader, context) => {
      const service = destinationService(reader, context);
      const vpc = service && closedVpc(subnetsOf(reader, context), context);
      return (
        vpc &&
        !mayHaveEndpoint(vpc, service, context) &&
        `is in subnets of ${vpc.id} that have no route to a NAT gateway, and ${vpc.id} has no endpoint for ` +
          `${service}, where the failure destination is`
      );
    },
  );
}
