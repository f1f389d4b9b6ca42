/**
 * `npm run live -- --port 8443 --scenario document`: the live build with its own headers, the simulated
 * Azure and a faked Entra, under the names of the real hosts; says how a Chromium comes there.
 */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { scenarioIdOf, scenarioIds } from '#src/mocks/scenarios.ts';

import { chromiumPath } from './chromium.ts';
import { serveLiveWorld } from './live/world.ts';
import { answerHelp, argumentsOf, endWith, portOf, root, wrapped } from './program.ts';
import { isFree } from './test/server.ts';
import { bringUpToDate, testedBuild } from './test/tested-build.ts';

answerHelp(`Usage: npm run live -- [--port N] [--scenario NAME]

Serves the live build with the simulated Azure and a simulated Microsoft Entra under the names of
the real hosts, and prints the command of a Chromium that opens it.

  --port N         the port; 0, the default, takes a free one
  --scenario NAME  the world, "default" if none is named:
                   ${wrapped(scenarioIds, 19)}`);

const { values } = argumentsOf({
  options: {
    port: { type: 'string', default: '0' },
    scenario: { type: 'string', default: 'default' },
  },
});
const port = portOf(values.port);
const scenario = scenarioIdOf(values.scenario);
if (scenario === null) endWith(`--scenario is one of ${scenarioIds.join(', ')}.`, 2);
if (port !== 0 && !(await isFree(port)))
  endWith(`Port ${port} is taken: end what uses it, or name another one with --port.`, 3);

const build = testedBuild({ ...process.env, E2E_MODE: 'live' });
await bringUpToDate(build);
const folder = join(root, build.folder);
const world = await serveLiveWorld({ folder, scenario, port });
// A browser of its own: the names lead to this machine in it alone, and it trusts this key alone.
const browser = [
  chromiumPath() ?? 'chromium',
  `--user-data-dir=${mkdtempSync(join(tmpdir(), 'restore-center-'))}`,
  `--ignore-certificate-errors-spki-list=${world.keyHash}`,
  `"--host-resolver-rules=${world.resolverRules}"`,
  world.address,
];
console.log(`
  The live build is ready. Azure and Microsoft Entra are simulated; pick any account. Open it with:

    ${browser.join(' ')}

  Nothing leaves this machine. Press Ctrl+C to stop.
`);

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => void world.close().then(() => process.exit(0)));
