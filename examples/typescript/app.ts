import { App } from 'aws-cdk-lib';
import { EventSourcesStack } from './event-sources-stack';

const app = new App();
new EventSourcesStack(app, 'EventSources');
app.synth();
