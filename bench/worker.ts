import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { App, DefaultStackSynthesizer, IPolicyValidationContextBeta1, PolicyValidationPluginReportBeta1, Stack } from 'aws-cdk-lib';
import { fill, KINDS } from './variants';
import { EventSourceMappingValidation } from '../src';

/** What one process took to make and to synthesize one app. */
export interface Measurement {
  readonly wallMs: number;
  readonly cpuMs: number;
  readonly peakMb: number;
  readonly templateKb: number;
  readonly resources: number;
  /** Of it in the validation plugin, where there is one. */
  readonly pluginMs: number;
}

const [kind, way, stacks, mappings, plugin] = process.argv.slice(2);
const outdir = mkdtempSync(join(tmpdir(), 'bench-'));

const cpu = process.cpuUsage();
const start = performance.now();
let pluginMs = 0;

class TimedValidation extends EventSourceMappingValidation {
  public validate(context: IPolicyValidationContextBeta1): PolicyValidationPluginReportBeta1 {
    const before = performance.now();
    const report = super.validate(context);
    pluginMs += performance.now() - before;
    return report;
  }
}

const policyValidationBeta1 = plugin === undefined ? undefined : [new TimedValidation()];
const app = new App({ outdir, analyticsReporting: false, policyValidationBeta1 });
for (let index = 0; index < Number(stacks); index += 1) {
  const synthesizer = new DefaultStackSynthesizer({ generateBootstrapVersionRule: false });
  fill(new Stack(app, `Stack${index}`, { synthesizer, env: { account: '111122223333', region: 'eu-central-1' } }), kind as keyof typeof KINDS, way, Number(mappings));
}
app.synth();
const { user, system } = process.cpuUsage(cpu);
const wallMs = performance.now() - start;
const peakMb = process.resourceUsage().maxRSS / 1024;

const templates = readdirSync(outdir).filter((name) => name.endsWith('.template.json')).map((name) => readFileSync(join(outdir, name), 'utf8'));
const measurement: Measurement = {
  wallMs,
  cpuMs: (user + system) / 1000,
  peakMb,
  pluginMs,
  templateKb: templates.reduce((sum, text) => sum + text.length, 0) / 1000,
  resources: templates.reduce((sum, text) => sum + Object.keys((JSON.parse(text) as { Resources: object }).Resources).length, 0),
};
rmSync(outdir, { recursive: true });
console.log(JSON.stringify(measurement));
