import { readFileSync } from 'fs';
import { join } from 'path';

interface PluginReport {
  readonly pluginName: string;
  readonly conclusion: string;
  readonly violations: readonly Violation[];
}

/** As the file that the CDK wrote before has it, and still does where it is asked to. */
interface LegacyPluginReport {
  readonly summary: { readonly pluginName: string; readonly status: string };
  readonly violations: readonly Violation[];
}

interface Violation {
  readonly ruleName: string;
  readonly severity: string;
  readonly description: string;
  readonly violatingConstructs: readonly { readonly constructPath: string; readonly constructFqn?: string }[];
}

/** The constructs that the library makes, by path. */
const IS_OURS = /\/EventSourceMappingAccess\/|EventSourceMapping$/;

/** The report of a validation, as its file has it: who looked, and what was found where. */
export function findings(file: string): (folder: string) => string {
  return (folder) => {
    const lines = reportsIn(folder, file).flatMap(({ pluginName, conclusion, violations }) => [
      `  ${pluginName}: ${conclusion}`,
      ...violations.flatMap((violation) =>
        linesOf(
          violation,
          violation.violatingConstructs.map(({ constructPath }) => constructPath),
        ),
      ),
    ]);
    return [file, ...(lines.length === 0 ? ['  no findings'] : lines)].join('\n');
  };
}

/** As `findings`, of constructs that the library makes, and how many others there are. */
export function findingsOfOurs(file: string): (folder: string) => string {
  return (folder) =>
    [
      file,
      ...reportsIn(folder, file).flatMap(({ pluginName, conclusion, violations }) => {
        const ours = violations
          .map((violation) => ({ violation, paths: pathsOfOurs(violation) }))
          .filter(({ paths }) => paths.length > 0);
        const all = violations.reduce((sum, { violatingConstructs }) => sum + violatingConstructs.length, 0);
        const others = all - ours.reduce((sum, { paths }) => sum + paths.length, 0);
        return [
          `  ${pluginName}: ${conclusion}`,
          ...ours.flatMap(({ violation, paths }) => linesOf(violation, paths)),
          `    ${others} findings of what the app makes itself`,
        ];
      }),
    ].join('\n');
}

function linesOf({ severity, ruleName, description }: Violation, paths: readonly string[]): string[] {
  return [`    ${severity} ${ruleName}: ${description}`, ...paths.map((path) => `      ${path}`)];
}

function pathsOfOurs({ violatingConstructs }: Violation): string[] {
  return violatingConstructs
    .filter(({ constructPath, constructFqn }) => IS_OURS.test(constructPath) || IS_OURS.test(constructFqn ?? ''))
    .map(({ constructPath }) => constructPath);
}

function reportsIn(folder: string, file: string): PluginReport[] {
  const { pluginReports } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as {
    pluginReports: (PluginReport | LegacyPluginReport)[];
  };
  return pluginReports.map((report) =>
    'summary' in report
      ? { ...report, pluginName: report.summary.pluginName, conclusion: report.summary.status }
      : report,
  );
}
