/** A widget, as CloudWatch reads it. */
export interface Widget {
  readonly type: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly properties: {
    readonly markdown?: string;
    readonly title?: string;
    readonly metrics?: readonly (readonly unknown[])[];
    readonly annotations?: { readonly horizontal?: readonly { readonly label?: string; readonly value: number }[] };
  };
}

const COLUMN = 60;
const ROW = 50;
const MARGIN = 4;
const TEXT = 11;
const COLORS = ['#1f77b4', '#ff7f0e', '#2ca02c', '#8c564b', '#9467bd', '#17becf', '#bcbd22'];

/**
 * A dashboard's body as a picture: each widget where CloudWatch puts it, with its title, its legend and made-up lines.
 */
export function drawing(widgets: readonly Widget[]): string {
  const height = Math.max(...widgets.map((one) => one.y + one.height)) * ROW;
  const size = `width="${24 * COLUMN}" height="${height}"`;
  const drawn = widgets.map(draw).join('\n');
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} font-family="sans-serif" font-size="${TEXT}">\n` +
    `<rect ${size} fill="#f2f3f3"/>\n${drawn}\n</svg>\n`
  );
}

function draw({ x, y, width, height, properties }: Widget): string {
  const [left, top] = [x * COLUMN + MARGIN, y * ROW + MARGIN];
  const [wide, high] = [width * COLUMN - 2 * MARGIN, height * ROW - 2 * MARGIN];
  const { markdown, title, metrics = [], annotations } = properties;
  const isHeading = markdown?.startsWith('#');
  const words = escaped(markdown?.replace(/^#+ |\*\*/g, '') ?? title ?? '');
  const style = `font-size="${isHeading ? 20 : 13}" font-weight="bold"`;
  const parts = [
    `<rect x="${left}" y="${top}" width="${wide}" height="${high}" fill="white" stroke="#d5dbdb"/>`,
    `<text x="${left + 8}" y="${top + (isHeading ? 28 : 20)}" ${style}>${words}</text>`,
    ...metrics.map((metric, index) => line(metric, index, left, top, wide, high - TEXT * 1.4 * metrics.length - 10)),
    ...metrics.map((metric, index) =>
      legend(metric, index, left, top + high - TEXT * 1.4 * (metrics.length - index) + 4),
    ),
    ...(annotations?.horizontal ?? []).map(({ label, value }) => limit(`${label ?? ''} ${value}`, left, top, wide)),
  ];
  return parts.join('\n');
}

interface Options {
  readonly label?: string;
  readonly color?: string;
  readonly yAxis?: string;
  readonly visible?: boolean;
}

function optionsOf(metric: readonly unknown[]): Options {
  const last = metric.at(-1);
  return typeof last === 'object' ? (last as Options) : {};
}

function colorOf(metric: readonly unknown[], index: number): string {
  return optionsOf(metric).color ?? COLORS[index % COLORS.length];
}

function line(
  metric: readonly unknown[],
  index: number,
  left: number,
  top: number,
  wide: number,
  high: number,
): string {
  const at = (step: number) =>
    top + high - ((high - 50) * (0.5 + 0.3 * Math.sin(step / 3 + 2 * index))) / (1 + index / 3);
  const points = Array.from(
    { length: 20 },
    (_, step) => `${left + 10 + ((wide - 20) * step) / 19},${at(step).toFixed(1)}`,
  );
  return `<polyline points="${points.join(' ')}" fill="none" stroke="${colorOf(metric, index)}" stroke-width="1.5"/>`;
}

function legend(metric: readonly unknown[], index: number, left: number, y: number): string {
  const { label = String(metric[1]), yAxis } = optionsOf(metric);
  const side = yAxis === 'right' ? ' (right)' : '';
  return (
    `<rect x="${left + 8}" y="${y - 8}" width="8" height="8" fill="${colorOf(metric, index)}"/>` +
    `<text x="${left + 20}" y="${y}">${escaped(label + side)}</text>`
  );
}

function limit(label: string, left: number, top: number, wide: number): string {
  const y = top + 40;
  return (
    `<line x1="${left + 8}" y1="${y}" x2="${left + wide - 8}" y2="${y}" stroke="#7f7f7f" stroke-dasharray="4"/>` +
    `<text x="${left + wide - 8}" y="${y - 3}" text-anchor="end" fill="#7f7f7f">${escaped(label)}</text>`
  );
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}
