/** The values of the metrics in one period: `undefined` if a metric has no data. */
export type Values = { readonly [id: string]: number | undefined };

/** The parts of metric math that the alarms are written in: arithmetic, comparisons, AND, OR, IF and FILL. */
export function calculate(expression: string, values: Values): number | undefined {
  const tokens = expression.match(/[A-Za-z]\w*|\d+(\.\d+)?|[<>=!]=|[-+*/(),<>]/g) ?? [];
  let place = 0;
  const next = () => tokens[place++];
  const take = (token: string) => {
    if (next() !== token) {
      throw new Error(`${expression}: ${token} expected before ${tokens.slice(place - 1).join(' ')}`);
    }
  };

  type Operation = (a: number, b: number) => number;
  const LEVELS: readonly { readonly [operator: string]: Operation }[] = [
    { OR: (a, b) => Number(a !== 0 || b !== 0) },
    { AND: (a, b) => Number(a !== 0 && b !== 0) },
    {
      '>': (a, b) => Number(a > b),
      '<': (a, b) => Number(a < b),
      '>=': (a, b) => Number(a >= b),
      '<=': (a, b) => Number(a <= b),
      '==': (a, b) => Number(a === b),
      '!=': (a, b) => Number(a !== b),
    },
    { '+': (a, b) => a + b, '-': (a, b) => a - b },
    { '*': (a, b) => a * b, '/': (a, b) => a / b },
  ];

  function level(index: number): number | undefined {
    if (index === LEVELS.length) return value();
    let left = level(index + 1);
    for (
      let operation = LEVELS[index][tokens[place]];
      operation !== undefined;
      operation = LEVELS[index][tokens[place]]
    ) {
      place++;
      const right = level(index + 1);
      const result = left === undefined || right === undefined ? undefined : operation(left, right);
      // CloudWatch has no datum where something is divided by 0.
      left = result === undefined || Number.isFinite(result) ? result : undefined;
    }
    return left;
  }

  function value(): number | undefined {
    const token = next();
    if (token === '(') {
      const inner = level(0);
      take(')');
      return inner;
    }
    if (/^\d/.test(token)) return Number(token);
    if (tokens[place] !== '(') {
      if (!(token in values)) throw new Error(`${expression}: there is no ${token}`);
      return values[token];
    }
    return call(token);
  }

  function call(name: string): number | undefined {
    const given: (number | undefined)[] = [];
    take('(');
    do given.push(level(0));
    while (next() === ',');
    if (name === 'FILL') return given[0] ?? given[1];
    if (name !== 'IF') throw new Error(`${expression}: ${name} is not known`);
    if (given.length !== 3) throw new Error(`${expression}: IF takes three values`);
    return given[0] === undefined ? undefined : given[given[0] === 0 ? 2 : 1];
  }

  const result = level(0);
  if (place !== tokens.length) throw new Error(`${expression}: not understood from ${tokens.slice(place).join(' ')}`);
  return result;
}
