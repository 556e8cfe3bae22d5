import { App, Stack, Stage, StageProps, Validations } from 'aws-cdk-lib';
import { CodePipeline, CodePipelineSource, ShellStep } from 'aws-cdk-lib/pipelines';
import { EventSourceMappingValidation } from 'cdk-event-source-mappings';
import { Construct } from 'constructs';
import { EventSourcesStack } from '../lib/web-shop/event-sources-stack';

class Shop extends Stage {
  constructor(scope: Construct, id: string, props?: StageProps) {
    super(scope, id, props);
    new EventSourcesStack(this, 'EventSources');
  }
}

const app = new App();
Validations.of(app).addPlugins(new EventSourceMappingValidation());
const stack = new Stack(app, 'Delivery');
const pipeline = new CodePipeline(stack, 'Pipeline', {
  synth: new ShellStep('Synth', {
    input: CodePipelineSource.connection('example/web-shop', 'main', {
      connectionArn: 'arn:aws:codeconnections:eu-west-1:111122223333:connection/00000000-0000-0000-0000-000000000000',
    }),
    commands: ['npm ci', 'npx cdk synth'],
  }),
});
pipeline.addStage(new Shop(stack, 'Test'));
pipeline.addStage(new Shop(stack, 'Production'));
