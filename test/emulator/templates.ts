import { readdirSync, writeFileSync } from 'fs';
import { join } from 'path';
import { Template } from 'aws-cdk-lib/assertions';
import { Construct } from 'constructs';
import { Surroundings } from '../snapshots/surroundings';

interface Snapshots {
  readonly Mapping: new (scope: Construct, id: string, props: object) => Construct;
  smallest(around: Surroundings): object;
  fullest(around: Surroundings): object;
}

const SNAPSHOTS = join(__dirname, '../snapshots');

/** Writes the templates of which there are snapshots into a folder, and gives their paths. */
export async function writeSnapshotTemplates(folder: string): Promise<string[]> {
  const sources = readdirSync(SNAPSHOTS)
    .map((name) => name.replace(/\.ts$/, ''))
    .filter((name) => name !== 'surroundings');
  const files = await Promise.all(
    sources.map(async (source) => {
      const { Mapping, smallest, fullest } = (await import(`../snapshots/${source}`)) as Snapshots;
      return Object.entries({ smallest, fullest }).map(([size, propsFor]) => {
        const around = new Surroundings();
        new Mapping(around.stack, 'Mapping', propsFor(around));
        const file = join(folder, `${source}-${size}.template.json`);
        writeFileSync(file, JSON.stringify(Template.fromStack(around.stack).toJSON(), undefined, 2));
        return file;
      });
    }),
  );
  return files.flat();
}
