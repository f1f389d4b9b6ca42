// Makes a fresh clone ready, then runs the program named on the command line.
//
//   node tools/setup.mjs                      install what is missing
//   node tools/setup.mjs tools/start.ts ...   the same, then run a program on the project's own Node
//
// Plain JavaScript without dependencies: nothing is installed yet when it starts, and the machine's
// Node may be as old as 20.19. `npm ci` installs the project's Node as a devDependency.
import { spawn } from 'node:child_process';
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

/** Runs npm, wherever it is, and gives its exit code and its error output. */
function npm(args) {
  // Under `npm start` npm says where it is itself; by hand it is looked up on the path.
  const own = process.env.npm_execpath;
  const isFile = own && /\.c?js$/.test(own);
  const [program, before] = isFile ? [process.execPath, [own]] : ['npm', []];
  return new Promise((done) => {
    let errors = '';
    const child = spawn(program, [...before, ...args], {
      cwd: root,
      stdio: ['inherit', 2, 'pipe'],
      shell: !isFile && process.platform === 'win32',
    });
    child.stderr.setEncoding('utf8').on('data', (text) => (errors += text));
    child.on('error', ({ message }) =>
      fail(`npm could not be run (${message}): install it, then try again.`),
    );
    child.on('close', (code) => done({ code: code ?? 1, errors }));
  });
}

/** The folders of the packages that this machine may get, by the lock file: not each optional one comes. */
function foldersToCome() {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const isFor = (list, one) => !list || list.includes(one);
  return Object.entries(packages)
    .filter(
      ([folder, { os, cpu }]) => folder && isFor(os, process.platform) && isFor(cpu, process.arch),
    )
    .map(([folder]) => join(root, folder, 'package.json'));
}

/** Says every ten seconds how many packages are there. Returns the way to stop. */
function reportProgress() {
  const folders = foldersToCome();
  const startedAt = Date.now();
  const timer = setInterval(() => {
    const there = folders.filter((one) => existsSync(one)).length;
    const seconds = Math.round((Date.now() - startedAt) / 1000);
    console.error(`Installing: ${there} of at most ${folders.length} packages, ${seconds} s`);
  }, 10_000);
  return () => clearInterval(timer);
}

/** What is to be done where npm has reached no registry; undefined: it failed for another reason. */
function networkProblem(errors) {
  const unreachable =
    /^npm (?:error|ERR!) code (?:ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|ENOTCACHED)$/m;
  if (!unreachable.test(errors)) return undefined;
  const [registry = 'its registry'] = /https?:\/\/[^/\s]+/.exec(errors) ?? [];
  return `npm can't reach ${registry}: connect to the network, or set npm's registry or proxy, then try again.`;
}

async function install() {
  // On the error output, npm's words too: what a program prints may be read by another one.
  console.error(
    'Installing dependencies, which takes 1 to 7 minutes (package-lock.json changed, or this is a fresh clone) ...',
  );
  // Without a network npm would wait for more than a minute between its tries.
  const soon = ['--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=10000'];
  // `--include=dev`: NODE_ENV=production on the machine must not leave the tools out. `--loglevel`: what went
  // wrong is read below, also under `npm --silent`.
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error', ...soon];
  const stop = reportProgress();
  const { code, errors } = await npm(args);
  stop();
  if (code !== 0) {
    const problem = networkProblem(errors);
    if (problem !== undefined) fail(problem);
    console.error(errors.trimEnd());
    fail('npm ci failed: see above. Nothing else was run.');
  }
  if (!existsSync(projectNode)) {
    fail(
      "The project's own Node is missing from node_modules. Its install script was not run:\n" +
        'allow install scripts for the package `node` (npm config get ignore-scripts), then try again.',
    );
  }
}

/** The processes that started this one: a shell, and where the system shows it, npm behind that. */
function parents() {
  const shell = process.ppid;
  try {
    const [, npmBehind] = readFileSync(`/proc/${shell}/stat`, 'utf8').split(') ').at(-1).split(' ');
    return `${shell} ${npmBehind}`;
  } catch {
    // The system doesn't show it, or it has gone in this moment.
    return `${shell}`;
  }
}

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  fail(
    `Node 20.19 or later is needed, and this is ${process.versions.node}: install a newer one (https://nodejs.org), then try again.`,
  );
}

const stamp = wantedStamp();
if (!isInstalled(stamp)) {
  await install();
  writeFileSync(stampFile, stamp);
}

const program = process.argv.slice(2);
if (program.length > 0) {
  const path = join(modules, '.bin') + delimiter + (process.env.PATH ?? '');
  // Some programs color what another program or a file gets, too; who wants that sets FORCE_COLOR.
  const isPlain = !process.stdout.isTTY && process.env.FORCE_COLOR === undefined;
  const plain = isPlain ? { NO_COLOR: '1' } : {};
  const child = spawn(projectNode, program, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...plain, PATH: path },
  });
  // Whoever ends this program means the one it started.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => child.kill(signal));
  // A killed parent sends no signal, and the program would go on without it.
  const startedBy = parents();
  const watch = setInterval(() => {
    if (parents() !== startedBy) child.kill('SIGTERM');
  }, 1000);
  watch.unref();
  // However this program ends.
  process.on('exit', () => child.kill());
  child.on('error', (error) => fail(`Could not run ${projectNode}: ${error.message}`));
  child.on('exit', (code) => process.exit(code ?? 1));
}
