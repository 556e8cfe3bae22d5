import { IPolicyValidationContextBeta1, IPolicyValidationPluginBeta1, PolicyValidationPluginReportBeta1, PolicyViolationBeta1 } from 'aws-cdk-lib';
import { Acknowledgements } from '../checks/acknowledgements';
import { builtInReports } from '../checks/built-in';
import { allowedBy, allRules } from '../checks/catalog';
import { checkMapping, MappingReport, pathOf } from '../checks/check-mapping';
import { SynthesizedTemplate, templatesOf } from '../checks/cloud-assembly';
import { Problem } from '../engine/contract';
import { isChecked, noteFromNowOn } from '../template/own-mappings';

/** Options of the validation plugin. */
export interface EventSourceMappingValidationProps {
  /**
   * Ids of rules that are not reported for any mapping.
   *
   * One mapping's rules are acknowledged at its construct, as those of other plugins are. Before aws-cdk-lib 2.257, only this option is
   * seen.
   *
   * @see https://docs.aws.amazon.com/cdk/v2/guide/policy-validation-synthesis.html
   * @default - all rules are reported
   */
  readonly acknowledged?: string[];
}

/**
 * Checks every event source mapping of an app, whoever made it: `aws-lambda-event-sources`, L1s, included templates, other libraries.
 *
 * What the constructs of this library have said already is not said again, nor what the validation of aws-cdk-lib itself finds.
 *
 * @see https://docs.aws.amazon.com/cdk/v2/guide/policy-validation-synthesis.html
 */
export class EventSourceMappingValidation implements IPolicyValidationPluginBeta1 {
  /** The name of the plugin in reports, and before the ids of rules that are acknowledged: `EventSourceMappings::sqs-batch-size-range`. */
  public readonly name: string = 'EventSourceMappings';

  /** The ids of all rules. */
  public readonly ruleIds?: string[] = allRules();

  private readonly acknowledged: ReadonlySet<string>;

  constructor(props: EventSourceMappingValidationProps = {}) {
    this.acknowledged = new Set(props.acknowledged ?? []);
    noteFromNowOn();
  }

  /**
   * Checks the mappings of synthesized templates.
   *
   * @param context the templates, and where they come from
   */
  public validate(context: IPolicyValidationContextBeta1): PolicyValidationPluginReportBeta1 {
    const { appConstruct } = context as { readonly appConstruct?: unknown };
    const acknowledgements = new Acknowledgements(appConstruct, this.name);
    const isReported = builtInReports(appConstruct);
    const violations = templatesOf(context.templatePaths).flatMap((synthesized) => this.reportsOf(synthesized).flatMap((report) => {
      const path = synthesized.template.constructPathOf(report.mapping.logicalId);
      const isTold = (problem: Problem) => this.acknowledged.has(problem.rule) || isReported(problem, synthesized.template, report.mapping);
      const told = report.problems.filter((problem) => !isTold(problem));
      return told.filter(({ rule }) => !acknowledgements.has(rule, path)).map((problem) => violationOf(synthesized, report, problem, path));
    }));
    return { success: violations.every(({ severity }) => severity !== 'error'), violations };
  }

  private reportsOf({ path, template, region }: SynthesizedTemplate): MappingReport[] {
    return template.mappings.filter(({ logicalId }) => !isChecked(path, logicalId)).map((mapping) => checkMapping(template, mapping, { region }));
  }
}

function violationOf({ path }: SynthesizedTemplate, report: MappingReport, problem: Problem, constructPath?: string): PolicyViolationBeta1 {
  const { mapping } = report;
  return {
    ruleName: problem.rule,
    severity: problem.severity,
    description: problem.message,
    fix: `${allowedBy(problem, report.contracts)} (${problem.page})`,
    ruleMetadata: { Page: problem.page, ...(constructPath === undefined ? {} : { ConstructPath: constructPath }) },
    violatingResources: [{ resourceLogicalId: mapping.logicalId, templatePath: path, locations: [pathOf(mapping, problem)] }],
  };
}
