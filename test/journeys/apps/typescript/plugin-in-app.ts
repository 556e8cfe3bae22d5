import { App } from 'aws-cdk-lib';
import { EventSourceMappingValidation } from 'cdk-event-source-mappings';
import { EventSourcesStack } from '../lib/web-shop/event-sources-stack';

const app = new App({ policyValidationBeta1: [new EventSourceMappingValidation()] });
new EventSourcesStack(app, 'EventSources');
