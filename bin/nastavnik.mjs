#!/usr/bin/env node
// The first file that runs, on whatever Node the machine has, so it uses only what an old one understands.
const major = Number(process.versions.node.split('.')[0]);
if (major < 20) {
  console.error(
    'Нужен Node.js 20 или новее, а здесь ' +
      process.versions.node +
      ': установите его с https://nodejs.org.\n' +
      'Node.js 20 or newer is required, this is ' +
      process.versions.node +
      ': install it from https://nodejs.org.',
  );
  process.exit(1);
}
// An import in the usual place would be read before the question above is asked.
void import('./launcher.mjs').then(({ launch }) => launch(process.argv.slice(2)));
