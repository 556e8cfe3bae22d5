import { TemplateObject, Values } from './values';
import { Answer, every, not, some } from '../model/three-valued';

/** Conditions in conditions: a template that goes deeper is made by a program. */
const DEEPEST_CONDITION = 20;

/** The outcomes of conditions, as far as the values that are given decide them. */
export class Decisions {
  /**
   * @param conditions the template's section of conditions
   * @param values what is given of its parameters
   */
  constructor(
    private readonly conditions: TemplateObject,
    private readonly values: Values,
  ) {}

  public of(name: string): Answer {
    return this.named(name, 0);
  }

  private named(name: string, depth: number): Answer {
    return Object.hasOwn(this.conditions, name) ? this.decide(this.conditions[name], depth + 1) : undefined;
  }

  private decide(condition: unknown, depth: number): Answer {
    const [[name, argument] = [], ...others] = Object.entries(Object(condition) as TemplateObject);
    if (name === undefined || others.length > 0 || depth > DEEPEST_CONDITION) return undefined;
    if (name === 'Condition') return typeof argument === 'string' ? this.named(argument, depth) : undefined;
    if (!Array.isArray(argument)) return undefined;
    if (name === 'Fn::Equals') return this.areEqual(argument);
    const parts = argument.map((part) => this.decide(part, depth + 1));
    if (name === 'Fn::Not') return not(parts[0]);
    if (name === 'Fn::And') return every(parts);
    return name === 'Fn::Or' ? some(parts) : undefined;
  }

  private areEqual(both: readonly unknown[]): Answer {
    const [one, other] = both.map((value) => this.values.resolve(value));
    return typeof one === 'object' || typeof other === 'object' ? undefined : String(one) === String(other);
  }
}
