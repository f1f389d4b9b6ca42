import type { Instant } from '#src/lib/time.ts';

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
