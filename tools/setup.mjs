// Makes a fresh clone ready, then runs the program named on the command line.
//
//   node tools/setup.mjs                      install what is missing
//   node tools/setup.mjs tools/start.ts ...   the same, then run a program on the project's own Node
//
// Plain JavaScript without dependencies: nothing is installed yet when it starts, and the machine's
// Node may be as old as 20.19. `npm ci` installs the project's Node as a devDependency.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const modules = join(root, 'node_modules');
const stampFile = join(modules, '.setup-stamp');
const projectNode = join(
  modules,
  'node',
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);

/** What the installed folder must have been made from: this lock file, for this kind of machine. */
function wantedStamp() {
  const lock = readFileSync(join(root, 'package-lock.json'));
  const digest = createHash('sha256').update(lock).digest('hex');
  return `${digest} ${process.platform} ${process.arch}\n`;
}

function isInstalled(stamp) {
  return (
    existsSync(projectNode) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp
  );
}

function fail(message) {
  console.error(message);
  process.exit(1);
}

/** Runs a program with this terminal, and gives its exit code. */
function run(program, args, options = {}) {
  const done = spawnSync(program, args, { cwd: root, stdio: 'inherit', ...options });
  if (done.error) fail(`Could not run ${program}: ${done.error.message}`);
  return done.status ?? 1;
}

function install() {
  // On the error output, npm's words too: what a program prints may be read by another one.
  console.error(
    'Installing dependencies (package-lock.json changed, or this is a fresh clone) ...',
  );
  // `--include=dev`: NODE_ENV=production on the machine must not leave the tools out.
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund'];
  // Under `npm start` npm says where it is itself; by hand it is looked up on the path.
  const npm = process.env.npm_execpath;
  const stdio = ['inherit', 2, 'inherit'];
  const code =
    npm && /\.c?js$/.test(npm)
      ? run(process.execPath, [npm, ...args], { stdio })
      : run('npm', args, { stdio, shell: process.platform === 'win32' });
  if (code !== 0) fail('npm ci failed: see above. Nothing else was run.');
  if (!existsSync(projectNode)) {
    fail(
      "The project's own Node is missing from node_modules. Its install script was not run:\n" +
        'allow install scripts for the package `node` (npm config get ignore-scripts), then try again.',
    );
  }
}

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  fail(`Node 20.19 or later is needed; this is ${process.versions.node}.`);
}

const stamp = wantedStamp();
if (!isInstalled(stamp)) {
  install();
  writeFileSync(stampFile, stamp);
}

const program = process.argv.slice(2);
if (program.length > 0) {
  const path = join(modules, '.bin') + delimiter + (process.env.PATH ?? '');
  const child = spawn(projectNode, program, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PATH: path },
  });
  // Whoever ends this program means the one it started.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => child.kill(signal));
  child.on('error', (error) => fail(`Could not run ${projectNode}: ${error.message}`));
  child.on('exit', (code) => process.exit(code ?? 1));
}
