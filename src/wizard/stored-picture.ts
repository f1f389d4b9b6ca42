import { useMemo } from 'react';
import * as z from 'zod/mini';
import { storedInstant } from '#src/api/arm/wire.ts';
import type { Consistency } from '#src/model/points.ts';
import {
  absent,
  type Fate,
  type Reading,
  type RestoreModel,
  type WhyUnknown,
} from '#src/ui/picture/model.ts';
import { draftOfJob } from '#src/wizard/draft/drafts.ts';

/** The picture of a restore as its draft keeps it: what Review drew when Restore was selected. */

const WHYS = [
  'onItsWay',
  'notRead',
  'notInJob',
  'notReported',
] as const satisfies readonly WhyUnknown[];

const readingOf = <Value extends z.ZodMiniType>(value: Value) =>
  z.discriminatedUnion('is', [
    z.object({ is: z.literal('known'), value }),
    z.object({ is: z.literal('absent') }),
    z.object({ is: z.literal('unknown'), fact: z.string(), why: z.optional(z.enum(WHYS)) }),
  ]);

const text = readingOf(z.string());

const FATES = ['unchanged', 'new', 'notCreated', 'kept', 'lost', 'there', 'unknown'] as const;

const CONSISTENCIES = [
  'AppConsistent',
  'FileSystemConsistent',
  'CrashConsistent',
  'unknown',
] as const satisfies readonly Consistency[];

const part = { id: z.string(), name: z.string(), fate: z.enum(FATES satisfies readonly Fate[]) };

const disk = z.object({ ...part, sizeGiB: readingOf(z.number()) });
const nic = z.object({ ...part, network: text, address: text });
const textPart = z.object({ ...part, text });

const card = z.object({
  ...part,
  icon: z.enum(['machine', 'disk', 'point', 'group', 'computer']),
  title: text,
  isFrame: z.boolean(),
  disks: readingOf(z.array(disk)),
  disksBeside: z.array(disk),
  nics: readingOf(z.array(nic)),
  others: z.array(textPart),
  frame: z.optional(z.object({ kind: z.enum(['region', 'subscription']), name: z.string() })),
});

const picture = z.object({
  sentence: z.string(),
  source: card,
  point: z.object({
    ...part,
    time: readingOf(storedInstant),
    consistency: readingOf(z.enum(CONSISTENCIES)),
    tier: text,
  }),
  sizeGiB: readingOf(z.number()),
  /** How long it was expected to take. */
  duration: z.nullable(z.string()),
  under: z.array(textPart),
  result: card,
  networks: z.array(z.object({ id: z.string(), name: z.string() })),
  pins: z.array(
    z.object({
      id: z.string(),
      part: z.string(),
      tone: z.enum(['ok', 'warning', 'error', 'unknown']),
      title: z.string(),
    }),
  ),
});
type StoredPicture = z.infer<typeof picture>;

/** A picture as it was at the press of Restore, and how long the restore was expected to take; null: not known then. */
export interface PressedPicture {
  readonly model: RestoreModel;
  readonly expected: string | null;
}

/** What a draft keeps of its picture. What a person could press in it leads nowhere later. */
export function pictureText({ sentence, source, point, moves, ...rest }: RestoreModel): string {
  const { duration, sizeGiB, under } = moves;
  const expected = duration.is === 'known' ? (duration.value.short ?? duration.value.text) : null;
  const entry = { sentence, source, point, sizeGiB, duration: expected, under, ...rest };
  // The schema leaves out the fields that parts lead to, and what is read anew.
  return JSON.stringify(z.safeParse(picture, JSON.parse(JSON.stringify(entry))).data ?? null);
}

/** The same from a draft; null: it has none, or one that this version can’t read. */
export function pressedPicture(stored: string | undefined): PressedPicture | null {
  const entry = readPicture(stored);
  if (entry === null) return null;
  const { sentence, source, point, result, networks, pins, under, sizeGiB, duration } = entry;
  return {
    expected: duration,
    model: {
      state: 'running',
      sentence,
      source: { ...source, lines: [] },
      point,
      moves: { id: 'moves', sizeGiB, duration: absent, loss: absent, under },
      result: { ...result, lines: [] },
      networks: networks.map((one) => ({ ...one, range: absent satisfies Reading<string> })),
      pins: pins.map((pin) => ({ ...pin, links: [] })),
    },
  };
}

/** Whether this browser has the picture of a job’s press. */
export function useHasPressedPicture(jobId: string): boolean {
  const stored = draftOfJob(jobId)?.picture;
  return useMemo(() => readPicture(stored) !== null, [stored]);
}

function readPicture(stored: string | undefined): StoredPicture | null {
  try {
    return z.safeParse(picture, JSON.parse(stored ?? 'null')).data ?? null;
  } catch {
    return null;
  }
}
