/**
 * On which systems the script of a file recovery runs (aftercare §3.3, from Microsoft Learn, "Recover files
 * from Azure virtual machine backup": "System requirements").
 */

/** Systems that the table names, and one for each kind that it doesn't. */
export const RUNNER_SYSTEMS = [
  'ws2022',
  'ws2019',
  'ws2016',
  'ws2012r2',
  'ws2012',
  'ws2008r2',
  'w11',
  'w10',
  'w81',
  'w8',
  'w7',
  'otherWindows',
  'ubuntu',
  'centos',
  'rhel',
  'debian',
  'oracle',
  'sles',
  'opensuse',
  'otherLinux',
] as const;

export type RunnerSystem = (typeof RUNNER_SYSTEMS)[number];

/** Whether a stored text is one of the systems. */
export const isRunnerSystem = (id: string): id is RunnerSystem =>
  RUNNER_SYSTEMS.some((one) => one === id);

/** Where the files of a Windows server can be recovered: its own version, or one version of the client. */
const RUNS_ON: Readonly<Partial<Record<RunnerSystem, readonly RunnerSystem[]>>> = {
  ws2022: ['ws2022', 'w11', 'w10'],
  ws2019: ['ws2019', 'w10'],
  ws2016: ['ws2016', 'w10'],
  ws2012r2: ['ws2012r2', 'w81'],
  ws2012: ['ws2012', 'w8'],
  ws2008r2: ['ws2008r2', 'w7'],
};

/** The oldest version of each distribution on which the script runs. */
const OLDEST: Readonly<Partial<Record<RunnerSystem, string>>> = {
  ubuntu: '12.04',
  centos: '6.5',
  rhel: '6.7',
  debian: '7',
  oracle: '6.4',
  sles: '12',
  opensuse: '42.2',
};

/** `notInTable`: no document says whether the script runs there. */
type RunnerFit = 'compatible' | 'incompatible' | 'notInTable';

/** Whether a Windows system can mount the disks of another: never an older or a newer one. Pure. */
export function windowsFit(source: string, runner: string): RunnerFit {
  const systems = isRunnerSystem(source) ? RUNS_ON[source] : undefined;
  if (systems === undefined || runner === 'otherWindows') return 'notInTable';
  return systems.some((one) => one === runner) ? 'compatible' : 'incompatible';
}

/** Whether the script runs on a version of a Linux distribution. Pure. */
export function linuxFit(runner: string, version: string): RunnerFit {
  const oldest = oldestVersion(runner);
  const typed = numbersOf(version);
  if (oldest === null || typed === null) return 'notInTable';
  return isOlder(typed, numbersOf(oldest) ?? []) ? 'incompatible' : 'compatible';
}

/** The oldest version of a distribution on which the script runs; null: the table doesn't have it. */
export const oldestVersion = (runner: string): string | null =>
  (isRunnerSystem(runner) ? OLDEST[runner] : undefined) ?? null;

/** SLES 12 SP4, on which the script has trouble by the edition of 2019. */
export function isSles12Sp4(runner: string, version: string): boolean {
  const [major, minor] = numbersOf(version) ?? [];
  return runner === 'sles' && major === 12 && minor === 4;
}

/** The kind of a system; null: not one of the list. */
export function runnerOsType(system: string): 'Windows' | 'Linux' | null {
  if (!isRunnerSystem(system)) return null;
  return system === 'otherLinux' || OLDEST[system] !== undefined ? 'Linux' : 'Windows';
}

/** The systems of a kind, or all of them where the kind isn't known. */
export const systemsOf = (osType: 'Windows' | 'Linux' | undefined): RunnerSystem[] =>
  RUNNER_SYSTEMS.filter((system) => osType === undefined || runnerOsType(system) === osType);

/** `12 SP4` and `12.4` are one version; null: no number in it. */
function numbersOf(version: string): number[] | null {
  return version.match(/\d+/g)?.map(Number) ?? null;
}

function isOlder(version: readonly number[], than: readonly number[]): boolean {
  const at = than.findIndex((part, index) => (version[index] ?? 0) !== part);
  return at !== -1 && (version[at] ?? 0) < (than[at] ?? 0);
}
