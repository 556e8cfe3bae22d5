import { pack, sizesOf } from './pack';

for (const { target, missing, files } of pack()) {
  if (missing) console.log(`${target}: skipped: no ${missing}`);
  else sizesOf(files).forEach(({ name, kilobytes }) => console.log(`${target}: ${name}, ${kilobytes} kB`));
}
