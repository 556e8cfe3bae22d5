import { App, Stack, Validations } from 'aws-cdk-lib';
import { Function } from 'aws-cdk-lib/aws-lambda';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { SqsEventSourceMapping } from 'cdk-event-source-mappings';

const app = new App();
const stack = new Stack(app, 'Shop');

function addMapping(name: string): SqsEventSourceMapping {
  return new SqsEventSourceMapping(stack, name, {
    queue: new Queue(stack, `${name}Queue`, {
      deadLetterQueue: { queue: new Queue(stack, `Failed${name}`), maxReceiveCount: 5 },
    }),
    target: Function.fromFunctionName(stack, `${name}Handler`, name.toLowerCase()),
  });
}

const rights = { id: 'Annotation::mapping-access-not-granted', reason: 'the function has these rights already' };
Validations.of(addMapping('Jobs')).acknowledge(rights);
addMapping('Reports');
Validations.of(stack.node.findChild('ReportsHandler')).acknowledge(rights);
addMapping('Mails');
