import { pack, sizesOf } from './pack';

for (const { target, missing, files } of pack()) {
  console.log(missing ? `${target}: skipped: no ${missing}` : `${target}:\n${sizesOf(files)}`);
}
