import { FieldRule } from './field-rule';

type Rules = { readonly [path: string]: FieldRule | undefined };
type Node = { [key: string]: Node | FieldRule };

/**
 * The objects that dotted paths mean. If a field has both fields and its own rule, the fields are beside it with their
 * paths.
 */
export function nested(rules: Rules): Node {
  const root = emptyNode();
  for (const [path, rule] of Object.entries(rules).sort(([one], [other]) => (one < other ? -1 : 1))) {
    let node = root;
    let steps = path.split('.');
    while (steps.length > 1 && !(node[steps[0]] instanceof FieldRule)) {
      node[steps[0]] ??= emptyNode();
      node = node[steps[0]] as Node;
      steps = steps.slice(1);
    }
    if (rule) node[steps.join('.')] = rule;
  }
  return root;
}

/** The rules for the fields of an object. */
export function under(key: string, rules: Rules = {}): Rules {
  return Object.fromEntries(Object.entries(rules).map(([path, rule]) => [`${key}.${path}`, rule]));
}

/** Without the members that each object of JavaScript has. */
function emptyNode(): Node {
  return Object.create(null) as Node;
}
