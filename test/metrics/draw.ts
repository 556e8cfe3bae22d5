import { writeFileSync } from 'fs';
import { App } from 'aws-cdk-lib';
import { widgetsOf } from './dashboard-body';
import { drawing, Widget } from './drawing';
import { EventSourcesStack } from '../../examples/typescript/event-sources-stack';

/**
 * Draws the dashboard of the example app, or only some of its sections:
 * `npx tsx --tsconfig examples/typescript/tsconfig.json test/metrics/draw.ts dashboard.svg "Amazon MSK"`.
 */
const [file, ...titles] = process.argv.slice(2);
const app = new App({ analyticsReporting: false });
const widgets = widgetsOf(new EventSourcesStack(app, 'EventSources'));
writeFileSync(file, drawing(titles.length === 0 ? widgets : stacked(sectionsOf(widgets).filter(isWanted))));

type Section = readonly Widget[];

function isWanted([heading]: Section): boolean {
  return titles.some((title) => heading.properties.markdown!.includes(title));
}

function sectionsOf(all: readonly Widget[]): Section[] {
  const isHeading = ({ properties: { markdown } }: Widget) => markdown?.startsWith('## ') ?? false;
  const starts = all.flatMap((widget, index) => (isHeading(widget) ? [index] : []));
  return starts.map((start, index) => all.slice(start, starts[index + 1]));
}

/** Sections one below the other, from the top. */
function stacked(sections: readonly Section[]): Widget[] {
  let top = 0;
  return sections.flatMap((section) => {
    const shift = top - section[0].y;
    top = shift + Math.max(...section.map(({ y, height }) => y + height));
    return section.map((widget) => ({ ...widget, y: widget.y + shift }));
  });
}
