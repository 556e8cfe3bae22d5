import { deepStrictEqual } from 'assert';
import { cpSync, readFileSync } from 'fs';
import { join } from 'path';
import { Mapping, mappingOf } from './compare';
import { Emulator, readMappings } from './emulator';
import { cdk, run, spawned } from '../languages/commands';
import { replaceIn } from '../languages/project';

/** The functions of the live app, of which each has one mapping. */
const FUNCTIONS = ['ReadQueue', 'ReadStream', 'ReadConsumer', 'ReadTable', 'ReadCluster', 'ReadServers'];

const TOPIC_OF = 'ReadCluster';

/** A paragraph of `migrate`: the path of a construct, and what to write there. */
const TEXT = /^Live\/(?<id>\w+)\n {2}(?<option>adopts: '[\w:]+',)$/gm;

/** An app that is live with aws-lambda-event-sources, and that moves to this library as the guide says. */
export class Adoption {
  private live: readonly Mapping[] = [];

  constructor(
    private readonly tools: string,
    private readonly app: string,
    private readonly emulator: Emulator,
  ) {
    cpSync(join(__dirname, 'live-app'), join(app, 'live-app'), { recursive: true });
  }

  public deployOld(): string {
    this.synthesize('before');
    this.deploy('before');
    this.live = readMappings(this.tools, this.emulator);
    return `${Object.keys(this.uuids(this.live)).length} mappings`;
  }

  /** Writes each text that `migrate` prints where it says. */
  public writeTexts(): string {
    this.synthesize('after');
    const { status, stdout } = this.migrate();
    const texts = [...stdout.matchAll(TEXT)].map(({ groups }) => groups!);
    if (status !== 1 || texts.length !== FUNCTIONS.length) throw new Error(`${texts.length} texts:\n${stdout}`);
    for (const { id, option } of texts) this.edit(`'${id}', {`, `'${id}', { ${option}`);
    this.synthesize('after');
    const left = this.migrate();
    if (left.status !== 0) throw new Error(left.stdout);
    return texts.map(({ option }) => option).join(' ');
  }

  public deployMoved(): string {
    const before = this.emulator.events();
    this.deploy('after');
    deepStrictEqual(this.emulator.events(), before);
    const moved = readMappings(this.tools, this.emulator);
    deepStrictEqual(this.uuids(moved), this.uuids(this.live));
    return `${moved.length} UUIDs are the same, none was made, none deleted`;
  }

  public changeTopic(): string {
    const before = this.emulator.events();
    this.edit("topic: 'clicks'", "topic: 'page-views'");
    this.synthesize('after');
    this.deploy('after');
    const now = readMappings(this.tools, this.emulator);
    const [old, young] = [mappingOf(this.live, TOPIC_OF).UUID, mappingOf(now, TOPIC_OF).UUID];
    deepStrictEqual(this.emulator.events().slice(before.length), [`create ${young}`, `delete ${old}`]);
    deepStrictEqual(this.uuids(now), { ...this.uuids(this.live), [TOPIC_OF]: young });
    return `created ${young}, then deleted ${old}`;
  }

  /** Shows that the deployments above would fail without the option. */
  public deployWithoutOption(): string {
    const file = join(this.app, 'live-app/after.ts');
    const [option] = /adopts: '\w+',/.exec(readFileSync(file, 'utf8'))!;
    this.edit(option, '');
    this.synthesize('after');
    try {
      this.deploy('after');
    } catch (error) {
      if ((error as Error).message.includes('already exists')) return 'already exists';
      throw error;
    }
    throw new Error('it was deployed');
  }

  private synthesize(version: string): void {
    const program = `npx tsx live-app/${version}.ts`;
    run(this.app, cdk('synth', '--quiet', '--app', program, '--output', `${version}.out`), this.emulator.environment);
  }

  private deploy(version: string): void {
    const how = ['--method=direct', '--require-approval', 'never'];
    run(this.app, cdk('deploy', '--app', `${version}.out`, ...how), this.emulator.environment);
  }

  private migrate() {
    const command = join(this.app, 'node_modules/.bin/cdk-event-source-mappings');
    return spawned(this.app, [command, 'migrate', 'before.out', 'after.out']);
  }

  private edit(from: string, to: string): void {
    replaceIn(join(this.app, 'live-app/after.ts'), from, to);
  }

  private uuids(mappings: readonly Mapping[]): { readonly [functionName: string]: string } {
    if (mappings.length !== FUNCTIONS.length) throw new Error(`there are ${mappings.length} mappings`);
    return Object.fromEntries(FUNCTIONS.map((name) => [name, mappingOf(mappings, name).UUID]));
  }
}
