import { CfnResource, Stack, Stage, Token } from 'aws-cdk-lib';
import { AppResources } from './app-resources';
import { optionPath } from './option-names';
import { explanationOf } from '../explanation/explain';
import { KnownSources } from '../graph/known-sources';
import { readerOf } from '../graph/l1-properties';
import { ARN_PREFIX } from '../graph/references';
import type { RelatedResources, SourceContract } from '../model/contract';

/** Explains what happens to the records of a mapping of an app, as the app is now. */
export function explainedIn(resource: CfnResource, contract: SourceContract): string[] {
  const stack = Stack.of(resource);
  const resources = new AppResources(Stage.of(stack) ?? stack.node.root);
  const around = resources.around(resource, new KnownSources([contract.recognition]));
  return explanationOf({
    contract,
    reader: readerOf(around.mapping),
    related: around,
    names: { property: (path) => optionPath(contract, path), resource: (value) => shownName(value, around) },
  });
}

/** The path of a construct of the app, or the name in an ARN. */
function shownName(value: unknown, { find }: RelatedResources): string {
  const found = find(value);
  if (found) return found.id;
  if (typeof value === 'object' || Token.isUnresolved(value)) return 'a value known only at deployment';
  return String(value).replace(ARN_PREFIX, '');
}
