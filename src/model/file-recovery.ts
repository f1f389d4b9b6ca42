import type { Instant } from '#src/lib/time.ts';

/**
 * How much a file recovery is meant for (aftercare §3.3, from Microsoft Learn, "Recover files from Azure
 * virtual machine backup").
 */

/** All that is copied together, GiB. */
export const MEANT_FOR_GIB = 10;

/** From more disks than this on the source machine isn't where the script runs. */
export const MOST_DISKS = 16;

/** What all disks together can hold, GiB: no more than that can be copied. Null: no size is known. */
export function mostToCopyGiB(sizes: readonly number[] | null | undefined): number | null {
  if (sizes === undefined || sizes === null || sizes.length === 0) return null;
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** How a session stands. `notReported`: nothing reports when it ends. */
export type SessionPhase =
  | 'running'
  | 'lastHour'
  | 'lastMinutes'
  | 'expired'
  | 'notReported'
  | 'unmounted';

/** What of a session tells how it stands. Epoch milliseconds. */
export interface SessionTimes {
  readonly expiresAt: number | null;
  readonly endedAt?: number | undefined;
}

const HOUR_MS = 3_600_000;

const LAST_MINUTES_MS = 10 * 60_000;

/** How a session stands at a moment. Pure. */
export function sessionPhase({ expiresAt, endedAt }: SessionTimes, at: Instant): SessionPhase {
  if (endedAt !== undefined) return 'unmounted';
  if (expiresAt === null) return 'notReported';
  const left = expiresAt - at;
  if (left <= 0) return 'expired';
  if (left <= LAST_MINUTES_MS) return 'lastMinutes';
  return left <= HOUR_MS ? 'lastHour' : 'running';
}

/**
 * The program that mounts the disks of a restore point on the machine on which it runs. Its file name
 * is part of it: under another name it doesn't work.
 */
export interface MountProgram {
  readonly os: 'Windows' | 'Linux' | null;
  /** The name to save it under, without the password. */
  readonly fileName: string;
  /** Its whole text, without the password; or where everybody gets the same program. */
  readonly content:
    | { readonly kind: 'text'; readonly text: string }
    | { readonly kind: 'download'; readonly url: string };
}

/** A mounted restore point as the service answers it. Lives in memory alone: the password is in it. */
export interface Mount {
  readonly program: MountProgram;
  /** 15 characters that the program asks for. */
  readonly password: string;
  /** When the service ends the session; null: the answer doesn't say it in a form that can be read. */
  readonly expiresAt: Instant | null;
  /** The service's name for the vault's geography, as in `wcus`: part of the address that the disks come from. */
  readonly geo: string | null;
}

/** Characters of the password. */
export const PASSWORD_LENGTH = 15;

/** How long a session lasts, by the documents. */
export const SESSION_MS = 12 * 3_600_000;

/** Why an answer with scripts can't be used. */
export const NO_MOUNT = ['noProgram', 'noPassword', 'unreadable'] as const;

export type NoMount = (typeof NO_MOUNT)[number];

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
