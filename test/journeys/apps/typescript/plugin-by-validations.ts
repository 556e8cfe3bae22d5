import { App, Validations } from 'aws-cdk-lib';
import { EventSourceMappingValidation } from 'cdk-event-source-mappings';
import { EventSourcesStack } from '../lib/web-shop/event-sources-stack';

const app = new App();
Validations.of(app).addPlugins(new EventSourceMappingValidation());
new EventSourcesStack(app, 'EventSources');
