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
