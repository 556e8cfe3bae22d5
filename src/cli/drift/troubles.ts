import { DeployedMapping } from './deployed-mapping';

/** A problem that keeps a mapping from working. */
export interface Trouble {
  /** As Lambda says it. */
  readonly problem: string;
  /** The meaning of the problem, and the action to take. */
  readonly advice: string;
}

/** The text that Lambda reports if nothing is wrong. */
const FINE = /^(OK|No records processed)?\.?$/i;
/** The author of the last change, if Lambda reports nothing else. */
const INITIATED = /^(?:(?<who>user|lambda)[_ -]*(initiated|action))?\.?$/i;
const TROUBLE_WORDS = /problem|error|fail|denied|invalid|not[ _]valid|unable|cannot|can't/i;

/** The advice by words in Lambda's text: the first match counts. */
const ADVICE: readonly (readonly [words: RegExp, advice: string])[] = [
  [
    /assum|call STS/i,
    "Lambda can't take on the role of the function. See that the role exists, and that its trust policy names " +
      'lambda.amazonaws.com',
  ],
  [
    /function call failed|invocation failed|function error/i,
    "Lambda reads the source, and the function ends with an error or a timeout. Look at the function's log " +
      'and its metric Errors; a record that always fails is retried until it expires or Lambda stops retrying',
  ],
  [
    /connect|network|vpc|tim(ed|e)[ -]?out|dns|resolve host/i,
    "Lambda can't reach the source, or a service that it needs. See the security groups, the routes, and the " +
      'NAT gateway or the endpoints of the VPC',
  ],
  [
    /throttl|rate exceeded|concurren/i,
    'The function or the source is called more often than it may be. Look at the metric Throttles, and at the ' +
      'reserved concurrency of the function',
  ],
  [
    /destination/i,
    "Lambda can't deliver failed records. See that the failure destination exists, and that the role may " +
      'write to it',
  ],
  [/kms|encrypt/i, 'A key is disabled, is deleted, or does not let Lambda in. See the state and the policy of the key'],
  [
    /schema/i,
    "Lambda can't use the schema registry, or a record does not fit its schema. See the address, the " +
      'credentials and the schema',
  ],
  [
    /secret/i,
    "Lambda can't read the secret with the credentials. See that it exists, and that the role and the network " +
      'let Lambda read it',
  ],
  [
    /authn|authenticat|sasl|credential|certificate|private key|handshake/i,
    'The source does not accept the credentials, or Lambda does not trust the source. See the secret and the ' +
      'certificates',
  ],
  [
    /authz|authoriz|access[ _-]?denied|accessdenied|permission|cannot access|not allowed/i,
    'The role of the function lacks a permission, or the source does not let it in. Deploy the policy of the ' +
      'template again: "check" says what the role needs',
  ],
  [
    /function_config|function.*(state|inactive|pending|configuration)|deleted function/i,
    "The function can't be invoked as it is configured. See its state, and that its alias or version exists",
  ],
  [
    /not found|does not exist|no such|deleted|unknown topic/i,
    'What the mapping reads is gone. Make it again, or delete the mapping',
  ],
  [/esm_config|configuration/i, 'Lambda can\'t work with the properties of the mapping. Run "check" on the template'],
  [
    /internal|customer support|unknown/i,
    'Lambda itself failed. Wait, disable and enable the mapping, and then contact AWS Support',
  ],
];

const OTHERWISE = "Look at the function's log and metrics, and at the source; Lambda reports no more";
const KEY_OF_FILTERS =
  "Lambda can't use the key of the filter patterns. See the state of the key, " +
  'and that its policy lets lambda.amazonaws.com decrypt';

/** All that Lambda says to be wrong; an old result of a mapping that is meant to be disabled does not count. */
export function troublesOf({ result, transition, filterError }: DeployedMapping, isMeantToRun: boolean): Trouble[] {
  const said = [...(isMeantToRun ? [result] : []), transition].filter(isTrouble);
  return [
    ...[...new Set(said)].map((problem) => ({ problem, advice: adviceOn(problem) })),
    ...(filterError === undefined ? [] : [{ problem: filterError, advice: KEY_OF_FILTERS }]),
  ];
}

function isTrouble(text: string): boolean {
  return !FINE.test(text.trim()) && !INITIATED.test(text.trim()) && TROUBLE_WORDS.test(text);
}

function adviceOn(problem: string): string {
  return ADVICE.find(([words]) => words.test(problem))?.[1] ?? OTHERWISE;
}

/** The one who disabled a mapping, as far as Lambda reports it; Lambda alone gives a cause. */
export function disabledBy({ transition }: DeployedMapping): 'user' | 'lambda' | undefined {
  if (isTrouble(transition)) return 'lambda';
  return INITIATED.exec(transition.trim())?.groups?.who?.toLowerCase() as 'user' | 'lambda' | undefined;
}
