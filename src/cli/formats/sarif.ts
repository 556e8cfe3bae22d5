import { isAbsolute, relative, sep } from 'path';
import { CheckReport, findingsOf, notesOf, unreadText } from './report';
import { allowedBy } from '../../analysis/catalog';
import { Finding } from '../findings';
import { harmlessJson } from '../harmless';

const SARIF_SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';

/** SARIF 2.1.0, for code scanning. */
export function sarif(report: CheckReport, version: string): string {
  const findings = findingsOf(report);
  const rules = [...new Map(findings.map((finding) => [finding.rule, finding])).values()].sort((one, other) =>
    one.rule < other.rule ? -1 : 1,
  );
  const index = new Map(rules.map(({ rule }, position) => [rule, position]));
  const driver = {
    name: 'cdk-event-source-mappings',
    version,
    informationUri: 'https://github.com/cdk-event-source-mappings/cdk-event-source-mappings',
    rules: rules.map(descriptorOf),
  };
  const failed = report.failures.map(({ file, reason }) => ({
    level: 'error',
    message: { text: `${file} ${reason}` },
  }));
  // Code scanning shows results that are suppressed too, so that they are none.
  const notes = report.checked.flatMap(notesOf).map(({ file, logicalId, message, docs }) => ({
    level: 'note',
    message: { text: `${file} ${logicalId}: ${message} ${docs}` },
  }));
  const unread = report.unread.map((one) => ({ level: 'note', message: { text: unreadText(one) } }));
  const run = {
    tool: { driver },
    invocations: [
      { executionSuccessful: failed.length === 0, toolExecutionNotifications: [...failed, ...notes, ...unread] },
    ],
    results: findings.map((finding) => resultOf(finding, index.get(finding.rule)!)),
  };
  return harmlessJson({ $schema: SARIF_SCHEMA, version: '2.1.0', runs: [run] });
}

/** In the words of docs/rules.md, which name properties as CloudFormation does. */
function descriptorOf(finding: Finding): object {
  const { rule: id, docs: helpUri, severity: level } = finding;
  return { id, shortDescription: { text: allowedBy(finding) }, helpUri, defaultConfiguration: { level } };
}

function resultOf({ rule, severity, message, docs, file, line, path }: Finding, ruleIndex: number): object {
  return {
    ruleId: rule,
    ruleIndex,
    level: severity,
    message: { text: `${message} ${docs}` },
    locations: [
      {
        physicalLocation: { artifactLocation: { uri: uriOf(file) }, region: { startLine: line } },
        logicalLocations: [{ fullyQualifiedName: path, kind: 'resource' }],
      },
    ],
  };
}

/** Code scanning wants paths from the repository's root. */
function uriOf(file: string): string {
  const path = isAbsolute(file) ? relative(process.cwd(), file) : file;
  return path.split(sep).map(encodeURIComponent).join('/');
}
