/**
 * `npm run try`, after `npm start`: one restore in a browser, from its first step and the request that leaves to the end of
 * its job, and beside it every constraint with its cases. For who has just cloned the project; `npm test` is the proof.
 */
import { answerHelp, commandFile, endWith, runNode, stopOnSignal } from './program.ts';
import { freePort } from './test/server.ts';

const RESTORE = 'e2e/create-vm.spec.ts';
const TITLE = 'a machine is restored as a new one beside it, and the job is watched to its end';

interface Part {
  readonly name: string;
  /** What it shows when it ends well. */
  readonly shows: string;
  readonly run: () => ReturnType<typeof runNode>;
}

const parts: readonly Part[] = [
  {
    name: 'restore',
    shows: `“${TITLE}”, with the request that leaves (${RESTORE})`,
    run: async () =>
      runNode(commandFile('playwright'), ['test', RESTORE, '-g', TITLE], await freePort()),
  },
  {
    name: 'constraints',
    shows: 'every constraint with its cases (src/rules)',
    run: async () =>
      runNode(commandFile('vitest'), ['run', '--project', 'unit', 'src/rules', '--reporter=dot']),
  },
];

answerHelp(`Usage: npm run try

Restores a VM in a browser, to the end of its job, and runs every case of every constraint, in half
a minute after npm start.`);
if (process.argv.length > 2) endWith('npm run try has no options.', 2);
stopOnSignal();
const began = performance.now();
const ends = await Promise.all(
  parts.map(async ({ name, shows, run }) => {
    const { code, output } = await run();
    const seconds = ((performance.now() - began) / 1000).toFixed(0);
    console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${name.padEnd(12)} ${seconds} s   ${shows}`);
    if (code !== 0) console.log(output.trimEnd());
    return code;
  }),
);
process.exitCode = ends.every((code) => code === 0) ? 0 : 1;
