import { describe, expect, test } from 'vitest';
import type { ReadBack } from '#src/model/read-back.ts';
import type { JobPoint } from '#src/datasources/job.ts';
import { instant } from '#src/lib/time.ts';
import type { JobDetails } from '#src/model/jobs.ts';
import { jobPicture, type OpenStep } from '#src/pages/job/picture.ts';
import { chartOf } from '#src/progress/chart.ts';
import { type FoundThings, observe } from '#src/progress/observe.ts';
import { progressOf } from '#src/progress/progress.ts';
import {
  CREATE,
  following,
  GIB,
  job,
  MINUTE,
  START,
  task,
  TRANSFER,
} from '#src/progress/testing.ts';
import { jobVerdictOf } from '#src/progress/verdict.ts';
import type { RestoreModel } from '#src/ui/picture/model.ts';
import { KINDS, NEW_VM } from '#src/ui/picture/testing-examples.ts';
import { pictureText, pressedPicture } from '#src/wizard/stored-picture.ts';

const { seen } = following(instant);

const pressedNewVm = pressedPicture(pictureText(NEW_VM))?.model ?? null;
const pressedReplace = pressedPicture(pictureText(KINDS['replace'] ?? NEW_VM))?.model ?? null;

interface Known {
  readonly pressed?: RestoreModel | null;
  readonly found?: FoundThings | null;
  readonly isRestore?: boolean;
  readonly minutes?: number;
  readonly open?: readonly OpenStep[];
  readonly service?: string;
  /** How long after its latest read it is drawn. */
  readonly laterMs?: number;
  readonly built?: readonly string[];
  readonly point?: JobPoint | null;
  readonly readBack?: ReadBack | null;
}

/** What is drawn of a job that was read once, or that stands still for so many minutes. */
function drawn(more: Partial<JobDetails>, known: Known = {}): RestoreModel | null {
  const {
    pressed = pressedNewVm,
    found = null,
    isRestore = true,
    minutes = 0,
    open = [],
    built = [],
    point = null,
  } = known;
  const reads = Array.from({ length: minutes + 1 }, (_, minute) => ({
    ms: minute * MINUTE,
    ...more,
  }));
  const { last, observations } = seen(reads);
  const at = instant(observations.latest.at);
  const facts = { observations, past: [], sizeBytes: null };
  const progress = progressOf(last, facts, at);
  return jobPicture(
    last,
    {
      progress,
      facts,
      verdict: jobVerdictOf(last, found),
      service: known.service ?? 'Azure',
      at: instant(at + (known.laterMs ?? 0)),
      verifiedAt: instant(START + 36 * MINUTE),
      parts: { found, isRestore, point, readBack: known.readBack ?? null },
    },
    {
      pressed,
      outline: null,
      open,
      built,
      chart: chartOf(last, progress, facts, { at, canCancel: true }),
    },
  );
}

const bytes = { transferred: 25 * GIB, total: 100 * GIB };
const ran = (transfer: 'completed' | 'failed', create: 'completed' | 'failed' | 'notStarted') => [
  task(TRANSFER, transfer),
  task(CREATE, create),
];
const there: FoundThings = { isMachineThere: true, isMachineOfJob: true, disks: null };

/** The fates of the result: its card, its disks and its NICs. */
function fates(model: RestoreModel | null) {
  const list = (parts: RestoreModel['result']['disks'] | RestoreModel['result']['nics']) =>
    parts.is === 'known' ? [...new Set(parts.value.map(({ fate }) => fate))].join() : parts.is;
  return (
    model && [model.state, model.result.fate, list(model.result.disks), list(model.result.nics)]
  );
}

/** The parts that lead somewhere, and where to. */
function leadingParts(model: RestoreModel | null): readonly string[] {
  const cards = model === null ? [] : [model.source, model.result];
  const parts = cards.flatMap((card) => [
    card,
    ...(card.disks.is === 'known' ? card.disks.value : []),
    ...card.disksBeside,
    ...(card.nics.is === 'known' ? card.nics.value : []),
    ...card.others,
  ]);
  return parts.flatMap(({ id, field }) => (field === undefined ? [] : [`${id} ${field}`]));
}

describe('the picture of the press as far as its job is', () => {
  test('running: one fill for all disks, and the card isn’t created yet', () => {
    const model = drawn({ percent: 20, bytes });
    expect(fates(model)).toEqual(['running', 'notCreated', 'new', 'notCreated']);
    expect(model?.moves.reached).toMatchObject({
      share: { is: 'known', value: 0.25 },
      disks: {},
      bytes: { is: 'known', value: '25.0 of 100.0 GiB' },
    });
    expect(model?.moves.loss).toEqual({ is: 'absent' });
    // One reading has no rate, and a time left is none.
    expect(model?.moves.duration).toEqual({ is: 'absent' });
    expect(model?.sentence).toBe(`In progress. ${NEW_VM.sentence}`);
  });

  test('once its subtask has ended the VM is created', () => {
    const tasks = [...ran('completed', 'completed'), task('Write', 'inProgress')];
    expect(fates(drawn({ bytes, tasks }))?.[1]).toBe('new');
  });

  test('without bytes the percentage is drawn, and without both nothing is', () => {
    expect(drawn({ percent: 1 })?.moves.reached).toMatchObject({
      share: { is: 'known', value: 0.01 },
      bytes: { is: 'unknown', fact: 'bytes not reported' },
    });
    expect(drawn({})?.moves.reached?.share.is).toBe('unknown');
  });

  test('more than everything is everything', () => {
    const much = { transferred: 3 * GIB, total: 2 * GIB };
    expect(drawn({ bytes: much })?.moves.reached?.share).toEqual({ is: 'known', value: 1 });
    expect(drawn({ bytes: { transferred: 0, total: 0 } })?.moves.reached?.share.is).toBe('unknown');
  });

  test('stalled: since when', () => {
    const model = drawn({ percent: 20, bytes }, { minutes: 30 });
    expect(model?.state).toBe('stalled');
    expect(model?.moves.reached?.quietSince).toBe(START);
    expect(model?.moves.duration).toEqual({ is: 'absent' });
  });

  const looked = (is: 'notFound' | 'notRead'): ReadBack => {
    const read =
      is === 'notFound' ? ({ is, at: instant(START) } as const) : ({ is, why: null } as const);
    const part = { name: null, place: null, readIt: null, read };
    const kinds = ['vm', 'disk', 'nic'] as const;
    return { parts: kinds.map((kind) => ({ ...part, id: kind, kind })), source: 'vm' };
  };
  const notFound = looked('notFound');

  test('canceling and canceled: what was looked for isn’t there, but what was found', () => {
    expect(fates(drawn({ status: 'cancelling', bytes }))).toEqual([
      'canceling',
      'notCreated',
      'notCreated',
      'notCreated',
    ]);
    const tasks = ran('failed', 'notStarted');
    expect(fates(drawn({ status: 'cancelled', tasks }, { readBack: notFound }))).toEqual([
      'canceled',
      'notCreated',
      'notCreated',
      'notCreated',
    ]);
    const found = { isMachineThere: false, disks: ['a', 'b', 'c'] };
    const left = drawn(
      { status: 'cancelled', tasks: ran('completed', 'notStarted') },
      { found, readBack: notFound },
    );
    expect(fates(left)).toEqual(['canceled', 'notCreated', 'new', 'notCreated']);
  });

  test('failed with its disks, or without any', () => {
    const read = { readBack: notFound };
    const half = drawn({ status: 'failed', tasks: ran('completed', 'failed') }, read);
    expect(fates(half)).toEqual(['failed', 'notCreated', 'new', 'notCreated']);
    const failed = { status: 'failed', tasks: ran('failed', 'notStarted') } as const;
    expect(fates(drawn(failed, read))).toEqual([
      'failed',
      'notCreated',
      'notCreated',
      'notCreated',
    ]);
    // What nothing has looked for isn’t called missing.
    for (const readBack of [null, looked('notRead')])
      expect(fates(drawn(failed, { readBack }))).toEqual([
        'failed',
        'unknown',
        'unknown',
        'unknown',
      ]);
    const silent = drawn({ status: 'failed', tasks: [] });
    expect(fates(silent)?.[2]).toBe('unknown');
  });

  test('done and read back: the VM is there, its disks are what the job reports', () => {
    const end = { status: 'completed', tasks: ran('completed', 'completed'), bytes } as const;
    const model = drawn(end, { found: there });
    expect(fates(model)).toEqual(['done', 'there', 'new', 'new']);
    expect(model?.result.badge).toMatch(/^Read back \d\d:\d\d$/);
    expect(fates(drawn(end))).toEqual(['notRead', 'unknown', 'unknown', 'unknown']);
    expect(drawn(end)?.result.badge).toBeUndefined();
    const gone = drawn(end, { found: { isMachineThere: false, disks: [] } });
    expect(fates(gone)?.slice(0, 2)).toEqual(['notRead', 'unknown']);
  });

  test('done: open steps are pinned to the part that they are about, which leads to the first', () => {
    const end = { status: 'completed', tasks: ran('completed', 'completed'), bytes } as const;
    const open: readonly OpenStep[] = [
      { id: 'a', title: 'Set up backup', about: 'vm' },
      { id: 'b', title: 'Set the static address', about: 'nic' },
      { id: 'c', title: 'Delete VHD files', about: 'storage' },
      { id: 'd', title: 'Delete the old disks', about: 'disks' },
    ];
    const model = drawn(end, { found: there, open });
    const steps = model?.pins.filter(({ tone }) => tone === 'open');
    expect(steps?.map(({ id, part }) => `${id} ${part}`)).toEqual([
      'a result',
      'b result nic',
      'c result',
      'd result',
    ]);
    expect(leadingParts(model)).toEqual(['result a', 'result nic b']);
    const replaced = drawn(end, { found: there, open, pressed: pressedReplace });
    const old = pressedReplace?.result.disksBeside[0]?.id ?? '';
    expect(leadingParts(replaced)).toContain(`${old} d`);
    // Nothing leads anywhere before that, nor without a step.
    expect(leadingParts(drawn({ percent: 20, bytes }, { open }))).toEqual([]);
    expect(leadingParts(drawn(end, { open }))).toEqual([]);
    expect(leadingParts(drawn(end, { found: there }))).toEqual([]);
  });

  test('today’s disks of a VM are no longer known to be kept once its replacement failed', () => {
    const replace = { restoreKind: 'replaceDisks' } as const;
    const beside = (more: Partial<JobDetails>) =>
      drawn({ ...replace, ...more }, { pressed: pressedReplace })?.result.disksBeside[0]?.fate;
    expect(beside({})).toBe('kept');
    expect(beside({ status: 'failed', tasks: [] })).toBe('unknown');
    expect(drawn(replace, { pressed: pressedReplace })?.result.fate).toBe('new');
  });

  test('of an end that nothing reports, and of a job that restores nothing, there is none', () => {
    expect(drawn({ status: 'completed', tasks: [task('Other', 'unknown')] })).toBeNull();
    expect(drawn({}, { isRestore: false })).toBeNull();
  });
});

test.each(['Azure', 'Commvault'])(
  'how far it is is read when it was read, and reported by %s',
  (service) => {
    const running = { status: 'inProgress', bytes } as const;
    for (const laterMs of [0, 10 * MINUTE]) {
      expect(drawn(running, { service, laterMs })?.moves.reached).toMatchObject({
        readAt: START,
        service,
      });
    }
    expect(
      drawn({ status: 'completed', bytes }, { service, laterMs: MINUTE })?.moves.reached,
    ).toEqual(expect.objectContaining({ readAt: START, service }));
  },
);

describe('without the press', () => {
  test('what the job reports is drawn, and its disks are not known', () => {
    const properties = [
      { name: 'Target VM Name', value: 'vm-2' },
      { name: 'Recovery point time', value: '6/4/2025 10:00:00 PM' },
    ];
    const model = drawn({ properties, bytes }, { pressed: null });
    expect(model?.source.title).toEqual({ is: 'known', value: 'vm' });
    expect(model?.result.title).toEqual({ is: 'known', value: 'vm-2' });
    expect(model?.result.disks).toEqual({ is: 'unknown', fact: 'Disks', why: 'notInJob' });
    expect(model?.point.time.is).toBe('known');
    expect(model?.point.consistency).toMatchObject({ is: 'unknown', why: 'notInJob' });
    expect(model?.moves.sizeGiB).toEqual({ is: 'absent' });
  });

  test('disks that were read back are drawn with their sizes', () => {
    const found = { isMachineThere: null, disks: ['os', 'data'], sizes: new Map([['os', 30]]) };
    const more = { status: 'completed', restoreKind: 'restoreDisks' } as const;
    const known = { pressed: null, found, outline: null };
    const properties = [{ name: 'Target resource group', value: 'rg-2' }];
    expect(drawn({ ...more, properties }, known)?.result.disks).toMatchObject({
      is: 'known',
      value: [
        { name: 'os', fate: 'there', sizeGiB: { is: 'known', value: 30 } },
        { name: 'data', fate: 'there', sizeGiB: { is: 'unknown' } },
      ],
    });
  });

  test('a job that names neither its kind nor its target has none', () => {
    const one = job({ restoreKind: null });
    const at = instant(START);
    const facts = { observations: observe(null, one, at), past: [], sizeBytes: null };
    const progress = progressOf(one, facts, at);
    const service = 'Azure';
    const now = { progress, facts, verdict: jobVerdictOf(one, null), at, service };
    const parts = { found: null, isRestore: true, point: null, readBack: null };
    const known = { pressed: null, outline: null, chart: null };
    expect(jobPicture(one, { ...now, verifiedAt: null, parts }, known)).toBeNull();
    const outline = { kind: 'createVm', name: 'vm-2', group: null } as const;
    expect(
      jobPicture(one, { ...now, verifiedAt: null, parts }, { ...known, outline })?.result.title,
    ).toEqual({ is: 'known', value: 'vm-2' });
  });
});

test.each([
  ['failed', ran('completed', 'failed'), true],
  ['completed', ran('completed', 'completed'), false],
] as const)(
  'a job that is %s names the VM that was built of it since',
  (status, tasks, isNamed) => {
    const model = drawn({ status, tasks, restoreKind: 'createVm' }, { built: ['app01-b'] });
    expect(model?.sentence.endsWith('Built from it since, in this browser: app01-b')).toBe(isNamed);
  },
);
