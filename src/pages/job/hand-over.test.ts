import { describe, expect, test } from 'vitest';
import { instant } from '#src/lib/time.ts';
import type { DiskJobDetails } from '#src/model/backup-vaults.ts';
import type { JobDetails } from '#src/model/jobs.ts';
import type { ReadBack } from '#src/model/read-back.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { handOverText } from '#src/pages/job/HandOver.tsx';
import { targetText } from '#src/progress/live/progress-text.ts';
import { type FoundThings, observe, reportedOutline } from '#src/progress/observe.ts';
import { progressOf } from '#src/progress/progress.ts';
import { CREATE, GIB, job, MINUTE, START, task, TRANSFER } from '#src/progress/testing.ts';
import { jobVerdictOf } from '#src/progress/verdict.ts';

/** What is handed over of a restore, by its kind and by how far it is. */

const named = (name: string, value: string) => ({ name, value });
const POINT = named('Recovery point time', '6/4/2025 10:03:00 PM');
const pointTime = instant(Date.UTC(2025, 5, 4, 22, 3));

const disk: DiskJobDetails = {
  ...job({ itemName: 'app01_Data', restoreKind: null, tasks: [task('Restore', 'inProgress')] }),
  activityId: null,
  instanceId: resourceId('/disks/instance'),
  sourceDiskId: resourceId('/disks/app01_Data'),
  restoredDiskId: resourceId('/disks/check'),
  recoveryPointTime: pointTime,
};

const KINDS = {
  'new VM': job({ itemName: 'app01', properties: [POINT, named('Target VM Name', 'app01-night')] }),
  'restored disks': job({
    itemName: 'app01',
    restoreKind: 'restoreDisks',
    properties: [POINT, named('Target resource group', 'rg-restore')],
  }),
  'replaced disks': job({ itemName: 'app01', restoreKind: 'replaceDisks', properties: [POINT] }),
  'Azure Disk': disk,
  Commvault: job({
    itemName: 'erp',
    verdictBy: 'status',
    pointTime,
    properties: [named('Target VM Name', 'erp-copy')],
  }),
  'a job that names nothing': job({ itemName: 'app01', restoreKind: null, tasks: [] }),
} satisfies Record<string, JobDetails>;

const endedAs = (
  status: JobDetails['status'],
  more: Partial<JobDetails> = {},
): Partial<JobDetails> => ({
  status,
  endedAt: instant(START + 47 * MINUTE),
  ...more,
});
const done = [task(TRANSFER, 'completed'), task(CREATE, 'completed')];
const unsafe = { code: '400229', title: 'UserErrorGone', message: '', recommendations: [] };

const STATES = {
  running: {
    status: 'inProgress',
    bytes: { transferred: 33 * GIB, total: 100 * GIB },
    remainingMs: 40 * MINUTE,
  },
  'nothing reported': { status: 'inProgress' },
  canceling: { status: 'cancelling' },
  completed: endedAs('completed', { tasks: done }),
  failed: endedAs('failed', {
    errors: [unsafe],
    tasks: [task(TRANSFER, 'failed'), task(CREATE, 'notStarted')],
  }),
  canceled: endedAs('cancelled', {
    tasks: [task(TRANSFER, 'cancelled'), task(CREATE, 'notStarted')],
  }),
  'outcome unknown': endedAs('unknown', { endedAt: null }),
} satisfies Record<string, Partial<JobDetails>>;

const LOOKED_AT = START + 48 * MINUTE;
const NOTHING = { open: [], built: [] };

interface Read {
  readonly found?: FoundThings;
  readonly verifiedAt?: number;
  readonly known?: Partial<Parameters<typeof handOverText>[2]>;
  readonly readBack?: ReadBack;
  readonly laterMs?: number;
}

/** What was read back of a new VM. */
const on = (address: string | null): ReadBack => {
  const read = { is: 'there', at: instant(LOOKED_AT), isOfJob: true } as const;
  const thing = { name: null, place: null, read, readIt: null };
  return {
    parts: [
      { ...thing, id: 'vm', kind: 'vm', power: 'running' },
      { ...thing, id: 'nic', kind: 'nic', address },
    ],
    source: 'app01',
  };
};

function textOf(
  one: JobDetails,
  { found, verifiedAt, known, readBack, laterMs = 0 }: Read = {},
): string {
  const dated = { ...one, startedAt: instant(START) };
  const readAt = instant(START + 14 * MINUTE);
  const at = instant(readAt + laterMs);
  const facts = { observations: observe(null, dated, readAt), past: [], sizeBytes: null };
  const outline = reportedOutline(dated);
  return handOverText(
    dated,
    {
      progress: progressOf(dated, facts, at),
      facts,
      verdict: jobVerdictOf(dated, found ?? null),
      at,
      verifiedAt: verifiedAt === undefined ? null : instant(verifiedAt),
      service: 'Azure',
      parts: { isRestore: true, readBack: readBack ?? null },
    },
    { target: outline && targetText(outline), ...NOTHING, ...known },
  );
}

describe('the sentence by kind and state', () => {
  test.for(Object.entries(KINDS))('%s', ([, one]) => {
    const rows = Object.entries(STATES).map(
      ([state, more]) => `${state}: ${textOf({ ...one, ...more })}`,
    );
    expect(rows.join('\n')).toMatchSnapshot();
  });
});

const newVm = { ...KINDS['new VM'], ...STATES.completed };

describe('what was read of the machine', () => {
  test.for([
    ['nothing', {}],
    ['that it is there', { found: { isMachineThere: true, disks: null }, verifiedAt: LOOKED_AT }],
    ['that it is on', { readBack: on(null) }],
    ['its address, too', { readBack: on('10.20.0.9') }],
    [
      'what is left to do',
      { readBack: on(null), known: { open: ['Set up backup', 'Check the extensions'] } },
    ],
    ['that it is gone', { found: { isMachineThere: false, disks: [] }, verifiedAt: LOOKED_AT }],
    ['a day ago', { readBack: on(null), laterMs: 24 * 60 * MINUTE }],
  ] satisfies (readonly [string, Read])[])('%s', ([, known]) => {
    expect(textOf(newVm, known)).toMatchSnapshot();
  });
});

test('says never that something is unknown, and no time without a zone beside it', () => {
  for (const one of Object.values(KINDS))
    for (const more of Object.values(STATES)) {
      const text = textOf({ ...one, ...more });
      expect(text).not.toMatch(/unknown|undefined|null|NaN/i);
      expect(/\d\d:\d\d/.test(text)).toBe(/\d\d:\d\d UTC/.test(text));
    }
});
