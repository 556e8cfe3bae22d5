import { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Widget } from './drawing';

/** The widgets of the dashboard of a stack, with a name in the place of a value known only at deployment. */
export function widgetsOf(stack: Stack): readonly Widget[] {
  const [dashboard] = Object.values(Template.fromStack(stack).findResources('AWS::CloudWatch::Dashboard'));
  const { DashboardBody: body } = dashboard.Properties as {
    DashboardBody: string | { 'Fn::Join': [string, unknown[]] };
  };
  const parts = typeof body === 'string' ? [body] : body['Fn::Join'][1];
  const text = parts.map((part) => (typeof part === 'string' ? part : nameIn(part))).join('');
  return (JSON.parse(text) as { widgets: readonly Widget[] }).widgets;
}

function nameIn(reference: unknown): string {
  return JSON.stringify(reference).replace(/[^A-Za-z0-9]+/g, '-');
}
