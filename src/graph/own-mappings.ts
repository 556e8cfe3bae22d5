import { join } from 'path';
import { CfnResource, Stack, Stage } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { memoize } from '../model/memoize';

/** The apps whose mappings are remembered here, for versions of aws-cdk-lib that do not tell a plugin its app. */
const apps = new Set<WeakRef<IConstruct>>();

/** The mappings of an app that constructs of this library have checked already. */
const checkedOf = memoize((root: IConstruct) => {
  apps.add(new WeakRef(root));
  return new Set<CfnResource>();
});

export function noteChecked(mapping: CfnResource): void {
  checkedOf(mapping.node.root).add(mapping);
}

/** Whether the mapping at a place of a template has been checked, in an app that was asked for or in any. */
export type IsChecked = (templatePath: string, logicalId: string) => boolean;

/** @param root the app; where that is not known, the mappings of all apps count that still exist */
export function checkedIn(root: IConstruct | undefined): IsChecked {
  const roots = root === undefined ? appsThatExist() : [root];
  const places = new Set(roots.flatMap((one) => [...checkedOf(one)].map(placeInTemplate)));
  return (templatePath, logicalId) => places.has(addressOf(templatePath, logicalId));
}

function appsThatExist(): IConstruct[] {
  return [...apps].flatMap((app) => {
    const root = app.deref();
    if (root === undefined) apps.delete(app);
    return root === undefined ? [] : [root];
  });
}

function placeInTemplate(mapping: CfnResource): string {
  const stack = Stack.of(mapping);
  const templatePath = join(Stage.of(mapping)?.outdir ?? '', stack.templateFile);
  return addressOf(templatePath, String(stack.resolve(mapping.logicalId)));
}

function addressOf(templatePath: string, logicalId: string): string {
  return `${templatePath}#${logicalId}`;
}
