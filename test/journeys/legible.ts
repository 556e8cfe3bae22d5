/** Node shows the line of code that an exception comes from, and points into it: minified code is all in one line. */
const OF_MINIFIED_CODE = /^.{3000}|^ {100,}\^*$/;
/** The entries that the CDK adds to each template, the same for every app. */
const OF_EVERY_TEMPLATE = ['CDKMetadata', 'CDKMetadataAvailable', 'BootstrapVersion', 'CheckBootstrapVersion'];

/**
 * The output of a command, without the parts that differ next time, and without stack frames that are not of the
 * user's files.
 */
export function legible(output: string, folder: string): string {
  const text = output
    .replaceAll(folder, '<project>')
    .replace(/\b[0-9a-f]{64}\b/g, '<hash>')
    .replace(/(Synthesis time: )[\d.]+s/g, '$1<time>')
    .replace(/(\/node_modules\/[^\s:]+):\d+/g, '$1')
    .replace(/^Node\.js v.*$/gm, 'Node.js <version>')
    .replace(/ in \d+ frames/g, ' in <number> frames');
  return withoutOthersFrames(withoutBlocks(text.trimEnd().split('\n'))).join('\n');
}

/** Without entries of a YAML document, and without the maps in which nothing else is. */
function withoutBlocks(lines: readonly string[]): string[] {
  let inside = false;
  const kept = lines.filter((line) => {
    const name = /^ {2}(\w+):$/.exec(line)?.[1];
    inside = name === undefined ? inside && line.startsWith('   ') : OF_EVERY_TEMPLATE.includes(name);
    return !inside;
  });
  return kept.filter(
    (line, index) => !/^(Conditions|Parameters|Rules):$/.test(line) || kept[index + 1]?.startsWith('  '),
  );
}

function withoutOthersFrames(lines: readonly string[]): string[] {
  let inOthersFrame = false;
  return lines.filter((line) => {
    const isFrame = /^\s+(at |File ")/.test(line);
    if (isFrame) inOthersFrame = !/<project>\/(?!node_modules|\.venv)/.test(line);
    // Python shows each frame's code below it.
    else if (!/^ {4}/.test(line)) inOthersFrame = false;
    return !inOthersFrame && !OF_MINIFIED_CODE.test(line);
  });
}
