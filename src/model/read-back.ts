import type { Instant } from '#src/lib/time.ts';

/** What a restore can leave, by its kind. */
export const LEFT_KINDS = ['vm', 'disk', 'nic', 'files'] as const;
export type LeftKind = (typeof LEFT_KINDS)[number];

/** What a read of one thing says that a restore may have made. */
export type PartRead =
  /** `isOfJob`: whether the job made it, by when it was created; null: not reported. */
  | { readonly is: 'there'; readonly at: Instant; readonly isOfJob: boolean | null }
  | { readonly is: 'notFound'; readonly at: Instant }
  | { readonly is: 'onItsWay' }
  /** `why`: why it couldn't be read; null: nothing has asked for it. */
  | { readonly is: 'notRead'; readonly why: string | null }
  | { readonly is: 'notInJob' };

/** One thing that a restore may have made, or that it restores to. */
export interface ReadPart {
  readonly id: string;
  readonly kind: LeftKind;
  /** Null: all of its kind that there may be. */
  readonly name: string | null;
  /** The resource group, or the storage account; null: not known. */
  readonly place: string | null;
  readonly read: PartRead;
  /** Reads it again; null: no read here does. */
  readonly readIt: (() => void) | null;
  /** It was there before: the restore only changes it. */
  readonly isTarget?: boolean;
  /** Of a VM; null: not reported. Left out: it is none, or wasn't read. */
  readonly power?: 'running' | 'stopped' | null;
  readonly size?: string | null;
  /** Of a NIC; null: not reported. */
  readonly address?: string | null;
  readonly isStatic?: boolean;
  /** Of a disk of a VM, -1 the OS disk. */
  readonly lun?: number | null;
  readonly sizeGiB?: number | null;
}

/** What was read of a restore that has ended. */
export interface ReadBack {
  /** One or more of each kind of thing that this restore can leave. */
  readonly parts: readonly ReadPart[];
  /** What was backed up, where the restore leaves it alone; null: it is what is restored to. */
  readonly source: string | null;
}

/** Nothing has asked for it. */
export const UNREAD: PartRead = { is: 'notRead', why: null };

/** All things of a kind that a restore may have left, none of them known by name. */
export const allOfKind = (
  kind: LeftKind,
  place: string | null,
  read: PartRead = UNREAD,
): ReadPart => ({ id: kind, kind, name: null, place, read, readIt: null });

/** Whether a thing was found that the job made, as far as that is reported. */
export const isFound = ({ read }: Pick<ReadPart, 'read'>): boolean =>
  read.is === 'there' && read.isOfJob !== false;

/** Whether it wasn't read, for whatever reason. */
export const isUnread = ({ read }: Pick<ReadPart, 'read'>): boolean =>
  read.is === 'notRead' || read.is === 'notInJob' || read.is === 'onItsWay';
