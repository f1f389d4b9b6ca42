import type { Instant } from '#src/lib/time.ts';
import type { Absence } from '#src/model/absence.ts';
import type { Consistency } from '#src/model/points.ts';

/**
 * What a picture of a restore draws: source, what moves, result. A datasource makes it from its plan, its checks
 * and what it has read; what draws it decides nothing and knows no datasource.
 */
export interface RestoreModel {
  readonly state: PictureState;
  /** The plan's sentence: what a screen reader says of the picture as a whole. */
  readonly sentence: string;
  readonly source: Card;
  readonly point: PointPart;
  readonly moves: Moves;
  readonly result: Card;
  /** Networks that a NIC of either card is on: the same network is one line. */
  readonly networks: readonly NetworkPart[];
  /** What a check, a rule or a next step says of a part, the worst first. */
  readonly pins: readonly Pin[];
}

export type PictureState =
  | 'choosing'
  | 'configured'
  | 'review'
  | 'running'
  | 'stalled'
  | 'canceling'
  | 'canceled'
  | 'failed'
  | 'done'
  /** Azure reports it completed, and nothing was read back. */
  | 'notRead'
  | 'outcomeUnknown';

/** What a restore does to a part. Line and fill show it, never color alone. */
export type Fate = 'unchanged' | 'new' | 'notCreated' | 'kept' | 'lost' | 'there' | 'unknown';

/** Why a value isn’t known. */
export type WhyUnknown = Exclude<Absence, 'none'>;

/**
 * A value, known to be absent, or not known: then by the name of the fact that would tell it, and why. Without a `why`
 * the fact is the label of a field that is still open, or itself a reason, as "No typical duration yet".
 */
export type Reading<Value> =
  | { readonly is: 'known'; readonly value: Value }
  | { readonly is: 'absent' }
  | { readonly is: 'unknown'; readonly fact: string; readonly why?: WhyUnknown | undefined };

export const readingOf = <Value>(value: Value): Reading<Value> => ({ is: 'known', value });
export const absent: Reading<never> = { is: 'absent' };
export const unreadFact = (fact: string, why?: WhyUnknown): Reading<never> => ({
  is: 'unknown',
  fact,
  ...(why !== undefined && { why }),
});

/** A part of a picture: a button where it leads somewhere, and a row of the table that says the same. */
export interface PicturePart {
  /** Unique in its picture; pins name parts by it. */
  readonly id: string;
  /** As the table names it, such as "Data disk 0". */
  readonly name: string;
  readonly fate: Fate;
  /** The field that decides it, after a restore the next step that it has; left out: there is none. */
  readonly field?: string | undefined;
}

/** The left or the right of a picture: a machine, a disk, a restore point in the vault, a resource group, a computer. */
export interface Card extends PicturePart {
  readonly icon: 'machine' | 'disk' | 'point' | 'group' | 'computer';
  /** Its name; not known: the label of the field that asks for it. Absent: it no longer exists. */
  readonly title: Reading<string>;
  /** A dotted frame without a machine: things in a group. */
  readonly isFrame: boolean;
  /** Whether the machine runs; left out: it is no machine. */
  readonly power?: Reading<'running' | 'stopped'> | undefined;
  /** Short lines under its title, such as its group and its size. */
  readonly lines: readonly Reading<string>[];
  /** Shown at its head, such as "New". */
  readonly badge?: string | undefined;
  readonly disks: Reading<readonly DiskPart[]>;
  /** Today's disks of a machine whose disks are replaced, beside those that take their place. */
  readonly disksBeside: readonly DiskPart[];
  /** Its NICs; absent: it has none here. */
  readonly nics: Reading<readonly NicPart[]>;
  /** Further parts in words, such as a template or a snapshot resource group. */
  readonly others: readonly TextPart[];
  /** What the card stands in where that isn't the source's own: a region or a subscription. */
  readonly frame?: { readonly kind: 'region' | 'subscription'; readonly name: string } | undefined;
}

export interface DiskPart extends PicturePart {
  readonly sizeGiB: Reading<number>;
}

export interface NicPart extends PicturePart {
  /** `RestoreModel.networks` by id; absent: on none. */
  readonly network: Reading<string>;
  /** Its address, or in words that Azure gives it one. */
  readonly address: Reading<string>;
}

export interface TextPart extends PicturePart {
  readonly text: Reading<string>;
}

/** A subnet, drawn as a line below both cards. */
export interface NetworkPart {
  readonly id: string;
  /** Such as "vnet-prod-weu / default". */
  readonly name: string;
  /** Such as "10.20.0.0/24". */
  readonly range: Reading<string>;
}

/** The restore point: the vertical line in the middle. */
export interface PointPart extends PicturePart {
  readonly time: Reading<Instant>;
  readonly consistency: Reading<Consistency>;
  /** The tier or the copy that it is read from. */
  readonly tier: Reading<string>;
  /** How far the secondary region is behind; left out: it isn't about one. */
  readonly lagMs?: Reading<number> | undefined;
}

interface MovesDuration {
  readonly text: string;
  /** The same where there is room for few words; left out: it is short. */
  readonly short?: string;
  /** What it is taken from, in few words. */
  readonly basis: string;
}

/** What moves from the source to the result. */
export interface Moves {
  readonly id: string;
  readonly sizeGiB: Reading<number>;
  /** How long it will take; not known: why there is none. */
  readonly duration: Reading<MovesDuration>;
  /** What was written after the point; absent: nothing is lost by it. */
  readonly loss: Reading<{ readonly ms: number; readonly fate: 'lost' | 'notInCopy' }>;
  /** What stands under the ribbon, such as a snapshot resource group or an access node. */
  readonly under: readonly TextPart[];
  /** How far a job is; left out: nothing was sent. */
  readonly reached?: Reached | undefined;
}

/** How far a job is, as its last read says. */
export interface Reached {
  /** From 0 to 1; not known: not reported. */
  readonly share: Reading<number>;
  /** What it is a share of; the job is as the service counts it. */
  readonly of: 'bytes' | 'job';
  /** Shares of single disks by their part's id: only those that a subtask names. */
  readonly disks: Readonly<Record<string, number>>;
  /** Such as "253.4 of 412.0 GiB". */
  readonly bytes: Reading<string>;
  readonly readAt: Instant;
  /** The service that reports it, by its name. */
  readonly service: string;
  /** Since when nothing has changed; left out: it goes on. */
  readonly quietSince?: Instant | undefined;
}

/** A message about a part, with links that mend it. */
export interface Pin {
  readonly id: string;
  /** The part that it is about. */
  readonly part: string;
  /** `open`: a next step that isn’t done, which the page lists below: a mark alone. */
  readonly tone: 'ok' | 'warning' | 'error' | 'open' | 'unknown';
  readonly title: string;
  /** One sentence more; left out: the title says it. */
  readonly text?: string | undefined;
  /** Its message stands elsewhere on the page: here it is a sign at its part. */
  readonly isElsewhere?: boolean | undefined;
  /** Links that mend it. */
  readonly links: readonly {
    readonly text: string;
    readonly act: () => void;
  }[];
}
