import type { Instant } from '#src/lib/time.ts';
import type { StepStatus } from '#src/model/next-steps/status.ts';

/** What a line of a record holds for a program: times as ISO text, sizes in bytes, durations in milliseconds. */
export type RecordValue = string | number | boolean | null;

/** A line of a record. */
export interface RecordFact {
  /** Names it in JSON. Unique within its part or row. */
  readonly key: string;
  readonly label: string;
  /** For people; null: not known. */
  readonly text: string | null;
  readonly value: RecordValue;
}

/** A part of a record: single lines, or rows that all have the same lines. */
export type RecordPart = {
  /** Names it in JSON. Unique within the record. */
  readonly key: string;
  readonly title: string;
} & (
  | { readonly kind: 'facts'; readonly facts: readonly RecordFact[] }
  /** Rows null: not known. `none`: what stands there where it is known that there are none. */
  | { readonly kind: 'rows'; readonly rows: RecordRows | null; readonly none: string }
);

export type RecordRows = readonly (readonly RecordFact[])[];

/** What is kept of a restore, for a ticket or an auditor. */
export interface RestoreRecord {
  readonly title: string;
  /** When it was written. */
  readonly at: Instant;
  /** The same for people, with the time zone of all its texts. */
  readonly written: string;
  readonly parts: readonly RecordPart[];
}

/** A next step after a restore, as a record has it. */
export interface RecordStep {
  readonly title: string;
  readonly status: StepStatus;
  /** When that was read or noted; null: it wasn't. */
  readonly at: Instant | null;
}
