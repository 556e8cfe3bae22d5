import {
  IPolicyValidationContextBeta1,
  IPolicyValidationPluginBeta1,
  PolicyValidationPluginReportBeta1,
  PolicyViolationBeta1,
} from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { Acknowledgements } from '../analysis/acknowledgements';
import { allowedBy, allRules } from '../analysis/catalog';
import { checkMapping, MappingReport, pathOf } from '../analysis/check-mapping';
import { SynthesizedTemplate, templatesOf } from '../analysis/cloud-assembly';
import { checkAcknowledgedIds } from '../analysis/unknown-rules';
import { acknowledgedIdsIn, noteOf } from '../graph/acknowledgement-metadata';
import { AcknowledgedId, Acknowledgement, PLUGIN } from '../graph/acknowledgements';
import { checkedIn } from '../graph/own-mappings';
import { namingOf, TemplateMapping } from '../graph/template';
import type { Problem } from '../model/problem';
import { fixOf, problemText } from '../model/problem-text';

/** Options of the validation plugin. */
export interface EventSourceMappingValidationProps {
  /**
   * Ids of rules that are not reported for any mapping.
   *
   * Rules of one mapping are acknowledged at its construct, at its function, or above either. Before aws-cdk-lib 2.257,
   * a plugin knows nothing of that, so that there is only this option.
   *
   * @see https://docs.aws.amazon.com/cdk/v2/guide/policy-validation-synthesis.html
   * @default - all rules are reported
   */
  readonly acknowledged?: string[];
}

/**
 * Checks every event source mapping of an app, whoever made it: `aws-lambda-event-sources`, L1s, included templates,
 * other libraries.
 *
 * Findings that the constructs of this library have reported already are not reported again. Findings of the validation
 * of aws-cdk-lib itself are: it only warns of mistakes that make the deployment fail.
 *
 * @see https://docs.aws.amazon.com/cdk/v2/guide/policy-validation-synthesis.html
 * @example
 * import { App } from 'aws-cdk-lib';
 * import { EventSourceMappingValidation } from 'cdk-event-source-mappings';
 *
 * const checkedApp = new App({ policyValidationBeta1: [new EventSourceMappingValidation()] });
 */
export class EventSourceMappingValidation implements IPolicyValidationPluginBeta1 {
  /** The ids of all rules, as docs/rules.md lists them. */
  public static allRuleIds(): string[] {
    return allRules();
  }

  /** The name of the plugin in reports, and before ids that are acknowledged: `EventSourceMappings::sqs-duplicate`. */
  public readonly name: string = PLUGIN;

  // There are no `ruleIds`: aws-cdk-lib writes them into each template, and its recursion is too deep for so many.
  private readonly acknowledged: ReadonlySet<string>;

  constructor(props: EventSourceMappingValidationProps = {}) {
    this.acknowledged = new Set(props.acknowledged ?? []);
  }

  /**
   * Checks the mappings of synthesized templates.
   *
   * @param context the templates, and where they come from
   */
  public validate(context: IPolicyValidationContextBeta1): PolicyValidationPluginReportBeta1 {
    const { appConstruct } = context as { readonly appConstruct?: unknown };
    // Only newer versions of aws-cdk-lib tell it.
    const app = Construct.isConstruct(appConstruct) ? appConstruct.node.root : undefined;
    const acknowledgements = new Acknowledgements(app);
    const isChecked = checkedIn(app);
    const all: MappingOfTemplate[] = [];
    for (const synthesized of templatesOf(context.templatePaths)) {
      for (const mapping of synthesized.template.mappings) all.push({ synthesized, mapping });
    }
    // Constructs of this library have checked the others.
    const unchecked = all.filter(({ synthesized, mapping }) => !isChecked(synthesized.path, mapping.logicalId));
    const violations: PolicyViolationBeta1[] = [];
    for (const { synthesized, mapping } of unchecked) {
      const { template, region, account } = synthesized;
      const report = checkMapping(template, mapping, { region, account });
      for (const problem of report.problems) {
        if (this.acknowledged.has(problem.rule)) continue;
        const violation = violationOf(synthesized, report, problem);
        const acknowledgement = acknowledgements.of(problem.rule, template, mapping);
        if (acknowledgement === undefined) violations.push(violation);
        else if (problem.severity === 'error') violations.push(notedOf(violation, acknowledgement));
      }
    }
    violations.push(...this.unknownRules(unchecked, unchecked.length === all.length ? acknowledgements.ids : []));
    return { success: violations.every(({ severity }) => severity !== 'error'), violations };
  }

  /** Constructs of this library tell of the ids of the app themselves. */
  private unknownRules(
    mappings: readonly MappingOfTemplate[],
    inApp: readonly AcknowledgedId[],
  ): PolicyViolationBeta1[] {
    if (mappings.length === 0) return [];
    const ids = [...inApp];
    for (const { synthesized, mapping } of mappings) {
      const { logicalId } = mapping;
      ids.push(...acknowledgedIdsIn(synthesized.template.metadataOf(logicalId), logicalId));
    }
    const [{ synthesized, mapping }] = mappings;
    return checkAcknowledgedIds(ids)
      .filter(({ rule }) => !this.acknowledged.has(rule))
      .map((problem) => violationOf(synthesized, { mapping, contracts: [], problems: [] }, problem));
  }
}

/** A mapping, and the template that it is of. */
interface MappingOfTemplate {
  readonly synthesized: SynthesizedTemplate;
  readonly mapping: TemplateMapping;
}

/** An error that is acknowledged does not fail the synthesis, and stays visible. */
function notedOf(violation: PolicyViolationBeta1, acknowledgement: Acknowledgement): PolicyViolationBeta1 {
  return { ...violation, severity: 'info', description: noteOf(acknowledgement, violation.description) };
}

function violationOf(synthesized: SynthesizedTemplate, report: MappingReport, problem: Problem): PolicyViolationBeta1 {
  const { path, template } = synthesized;
  const { mapping } = report;
  const constructPath = template.constructPathOf(mapping.logicalId);
  return {
    ruleName: problem.rule,
    severity: problem.severity,
    description: problemText(problem, namingOf(mapping)),
    fix: `${fixOf(problem, namingOf(mapping)) ?? allowedBy(problem, report.contracts)} (${problem.docs})`,
    ruleMetadata: { Page: problem.docs, ...(constructPath === undefined ? {} : { ConstructPath: constructPath }) },
    violatingResources: [
      { resourceLogicalId: mapping.logicalId, templatePath: path, locations: [pathOf(mapping, problem)] },
    ],
  };
}
