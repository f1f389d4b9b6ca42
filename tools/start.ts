/**
 * `npm start`: builds the demo when its sources have changed, serves it with the headers of a real
 * deployment, and says where.
 */
import { build, preview } from 'vite';

import { answerHelp, argumentsOf, portOf, root } from './program.ts';
import { freshness } from './test/tested-build.ts';

answerHelp(`Usage: npm start -- [--port N]

Builds the demo when its sources have changed, serves it and prints its address.

  --port N  the port, 4173 by default; where it is taken, the next free one`);

const port = portOf(
  argumentsOf({ options: { port: { type: 'string', default: '4173' } } }).values.port,
);

if (freshness('dist-demo') !== 'fresh') {
  console.log('Building the demo (its sources changed, or this is the first start) ...');
  await build({ root, mode: 'demo', logLevel: 'warn' });
}

// A taken port is no reason to stop: the next free one is used, and named.
const server = await preview({
  root,
  mode: 'demo',
  logLevel: 'warn',
  preview: { port, strictPort: false },
});
const address = server.resolvedUrls?.local[0] ?? `http://localhost:${port}/`;
if (port !== 0 && new URL(address).port !== String(port))
  console.log(`Port ${port} is taken: ${address} instead.`);
console.log(`
  Restore Center is ready, with a simulated Azure:

    ${address}

  Nothing leaves this machine. Press Ctrl+C to stop.
`);

// Stopped on purpose is no failure.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => process.exit(0));
