import { writeFileSync } from 'fs';
import { App } from 'aws-cdk-lib';
import { widgetsOf } from './dashboard-body';
import { drawing } from './drawing';
import { EventSourcesStack } from '../../examples/typescript/event-sources-stack';

/** Draws the dashboard of the example app: `npx tsx test/metrics/draw.ts dashboard.svg`. */
const app = new App({ analyticsReporting: false });
writeFileSync(process.argv[2], drawing(widgetsOf(new EventSourcesStack(app, 'EventSources'))));
