import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { isAbsolute, join } from 'path';
import { App, IPolicyValidationContextBeta1, IPolicyValidationPluginBeta1, Stack } from 'aws-cdk-lib';
import { EventSourceMappingValidation } from 'cdk-event-source-mappings';
import { fill, KINDS } from './variants';

/** The cost of one app, which one process makes and synthesizes. */
export interface Measurement {
  readonly wallMs: number;
  readonly cpuMs: number;
  readonly peakMb: number;
  readonly templateKb: number;
  readonly resources: number;
  /** The part of the time in the validation plugin, if there is one. */
  readonly pluginMs: number;
}

const [kind, way, stacks, mappings, ...options] = process.argv.slice(2);
/** A folder in which the templates are left, where one is given. */
const kept = options.find((option) => isAbsolute(option));
const outdir = kept ?? mkdtempSync(join(tmpdir(), 'bench-'));

const cpu = process.cpuUsage();
const start = performance.now();
let pluginMs = 0;

/** Loads the code of the plugin only where it is measured. */
function timedValidation(): IPolicyValidationPluginBeta1 {
  const validation = new EventSourceMappingValidation();
  return {
    name: validation.name,
    validate: (context: IPolicyValidationContextBeta1) => {
      const before = performance.now();
      const report = validation.validate(context);
      pluginMs += performance.now() - before;
      return report;
    },
  };
}

const app = new App({
  outdir,
  ...(options.includes('plugin') ? { policyValidationBeta1: [timedValidation()] } : {}),
});
if (options.includes('preflight')) {
  const { Preflight } = module.require('cdk-preflight') as { readonly Preflight: { apply(of: App): void } };
  Preflight.apply(app);
}
for (let index = 0; index < Number(stacks); index += 1) {
  fill(
    new Stack(app, `Stack${index}`, { env: { account: '111122223333', region: 'eu-central-1' } }),
    kind as keyof typeof KINDS,
    way,
    Number(mappings),
  );
}
app.synth();
const { user, system } = process.cpuUsage(cpu);
const wallMs = performance.now() - start;
const peakMb = process.resourceUsage().maxRSS / 1024;

const templates = readdirSync(outdir)
  .filter((name) => name.endsWith('.template.json'))
  .map((name) => readFileSync(join(outdir, name), 'utf8'));
const measurement: Measurement = {
  wallMs,
  cpuMs: (user + system) / 1000,
  peakMb,
  pluginMs,
  templateKb: templates.reduce((sum, text) => sum + text.length, 0) / 1000,
  resources: templates.reduce(
    (sum, text) => sum + Object.keys((JSON.parse(text) as { Resources: object }).Resources).length,
    0,
  ),
};
if (kept === undefined) rmSync(outdir, { recursive: true });
console.log(JSON.stringify(measurement));
