import { describe, expect, test } from 'vitest';
import type { JobPoint } from '#src/datasources/job.ts';
import { instant } from '#src/lib/time.ts';
import type { Absence } from '#src/model/absence.ts';
import type { JobDetails } from '#src/model/jobs.ts';
import { jobPicture, pointFacts } from '#src/pages/job/picture.ts';
import { observe } from '#src/progress/observe.ts';
import { progressOf } from '#src/progress/progress.ts';
import { CREATE, job, START, task, TRANSFER } from '#src/progress/testing.ts';
import { jobVerdictOf } from '#src/progress/verdict.ts';
import { common } from '#src/strings/common.ts';
import { drawingOf } from '#src/ui/picture/layout.ts';
import {
  absent,
  type Reading,
  readingOf,
  type RestoreModel,
  unreadFact,
  type WhyUnknown,
} from '#src/ui/picture/model.ts';
import { groupsOf } from '#src/ui/picture/reading.ts';
import { NEW_VM } from '#src/ui/picture/testing-examples.ts';
import { pictureText, pressedPicture } from '#src/wizard/stored-picture.ts';

/** What the picture of a job says of each of its parts, by who started it, how it ended, and how far its point is read. */

type Word = 'read' | Absence;
const STATES: readonly Word[] = ['onItsWay', 'read', 'notRead', 'notInJob', 'notReported', 'none'];
const PARTS = ['disks', 'size', 'consistency', 'network', 'target name', 'source'] as const;
type Parts = Readonly<Record<(typeof PARTS)[number], Word>>;

const disk = (sizeGiB: Reading<number>) => ({ name: 'OS disk', sizeGiB });
const unread = (why: WhyUnknown): JobPoint => ({
  consistency: unreadFact('Consistency', why),
  tier: unreadFact('Recovery tier', why),
  disks: unreadFact('Disks', why),
  lines: [],
  note: '',
  readIt: null,
});
const read: JobPoint = {
  ...unread('notRead'),
  consistency: readingOf('CrashConsistent'),
  tier: readingOf('Vault-Standard'),
  disks: readingOf([disk(readingOf(30))]),
};

/** A restore point whose read came to this. */
const pointIn: Readonly<Record<Word, JobPoint>> = {
  onItsWay: unread('onItsWay'),
  read,
  notRead: unread('notRead'),
  notInJob: unread('notInJob'),
  notReported: {
    ...unread('notReported'),
    disks: readingOf([disk(unreadFact('Disk size', 'notReported'))]),
  },
  none: { ...read, consistency: absent, disks: absent },
};

/** Commvault’s jobs have neither sizes nor consistency; the disks that they create are in their task. */
const commvaultIn = (state: Word): JobPoint => {
  const newDisks =
    state === 'read' || state === 'none'
      ? readingOf(state === 'none' ? [] : [disk(unreadFact('Disk size', 'notInJob'))])
      : unreadFact('Disks', state);
  return { ...unread('notInJob'), tier: readingOf('Backup copy'), newDisks };
};

const pressed = pressedPicture(pictureText(NEW_VM))?.model ?? null;
const properties = [
  { name: 'Target VM Name', value: 'app01-restored' },
  { name: 'Recovery point time', value: '6/4/2025 10:03:00 PM' },
];
const ended = [task(TRANSFER, 'failed'), task(CREATE, 'notStarted')];
const own = { restoreKind: 'createVm', itemName: 'app01', properties } as const;

interface Kind {
  readonly job: Partial<JobDetails>;
  readonly isOwn?: boolean;
  readonly isRestore?: boolean;
  readonly isCommvault?: boolean;
}
const KINDS: Readonly<Record<string, Kind>> = {
  'own plan': { job: own, isOwn: true },
  'somebody else’s': { job: own },
  'Commvault’s': { job: { ...own, restoreKind: null }, isCommvault: true },
  failed: { job: { ...own, status: 'failed', tasks: ended } },
  canceled: { job: { ...own, status: 'cancelled', tasks: ended } },
  // Azure has no job of them, and a Commvault job of a download restores no VM.
  files: { job: { ...own, operation: 'Download', restoreKind: null }, isRestore: false },
};

function drawn({ job: more, isOwn = false, isRestore = true }: Kind, point: JobPoint | null) {
  const one = job(more);
  const at = instant(START);
  const facts = { observations: observe(null, one, at), past: [], sizeBytes: null };
  return jobPicture(
    one,
    {
      progress: progressOf(one, facts, at),
      facts,
      verdict: jobVerdictOf(one, null),
      at,
      verifiedAt: null,
      service: 'Azure',
      parts: { found: null, isRestore, point, readBack: null },
    },
    { pressed: isOwn ? pressed : null, outline: null, chart: null },
  );
}

const wordOf = (value: Reading<unknown>): Word => {
  if (value.is !== 'unknown') return value.is === 'known' ? 'read' : 'none';
  return value.why ?? 'notRead';
};

const hasWhy = (word: Word): word is WhyUnknown => word !== 'read' && word !== 'none';

/** What the result’s parts, and those of the point and the source, are. */
function partsOf({ source, point, result }: RestoreModel): Parts {
  const { disks, nics } = result;
  const [first] = disks.is === 'known' ? disks.value : [];
  const [nic] = nics.is === 'known' ? nics.value : [];
  return {
    disks: disks.is === 'known' && first === undefined ? 'none' : wordOf(disks),
    size: first === undefined ? wordOf(disks) : wordOf(first.sizeGiB),
    consistency: wordOf(point.consistency),
    network: nic === undefined ? wordOf(nics) : wordOf(nic.network),
    'target name': wordOf(result.title),
    source: wordOf(source.title),
  };
}

const named = { 'target name': 'read', source: 'read' } as const;
const READ: Parts = { disks: 'read', size: 'read', consistency: 'read', network: 'read', ...named };

/** What a table by hand would have in a cell. */
function expectedOf(kind: string, state: Word): Parts | null {
  switch (kind) {
    case 'own plan':
      return READ;
    case 'files':
      return null;
    case 'Commvault’s': {
      const size = state === 'read' ? 'notInJob' : state;
      const disks = state === 'none' ? 'none' : state;
      // An empty list is known and has nothing in it.
      return {
        disks,
        size: state === 'none' ? 'read' : size,
        consistency: 'notInJob',
        network: 'notInJob',
        ...named,
      };
    }
    default:
      return {
        disks: state === 'notReported' ? 'read' : state,
        size: state,
        consistency: state,
        network: 'notInJob',
        ...named,
      };
  }
}

const cells = Object.entries(KINDS).flatMap(([kind, given]) =>
  STATES.map((state) => {
    const point =
      given.isOwn === true
        ? null
        : given.isCommvault === true
          ? commvaultIn(state)
          : pointIn[state];
    return { kind, state, model: drawn(given, point), point };
  }),
);

test.each(cells)('$kind, its point $state', ({ kind, state, model }) => {
  expect(model && partsOf(model)).toEqual(expectedOf(kind, state));
});

test(`${String(PARTS.length)} parts × ${String(Object.keys(KINDS).length)} kinds × ${String(STATES.length)} states: ${String(PARTS.length * cells.length)} cells`, () => {
  expect(PARTS.length * cells.length).toBe(216);
});

test.each(cells.filter(({ model }) => model !== null))(
  '$kind, its point $state: the table says the same, and no figure that wasn’t read',
  ({ kind, model, point }) => {
    if (model === null) throw new Error('there is a picture');
    const rows = groupsOf(model).flatMap((group) => group.rows);
    const { consistency, disks } = partsOf(model);
    const expected = [
      ...(hasWhy(consistency) ? [`Consistency: ${common.absence[consistency]}`] : []),
      ...(hasWhy(disks) ? [`Disks: ${common.absence[disks]}`] : []),
    ];
    const shown = rows.map(({ value }) => value).join('; ');
    expect(expected.filter((text) => !shown.includes(text))).toEqual([]);
    const hasSizes = kind === 'own plan' || point === read;
    expect(rows.some(({ value }) => /\d GiB/.test(value))).toBe(hasSizes);
  },
);

describe('beside the properties', () => {
  const factsIn = (state: Word) => pointFacts(pointIn[state]).map(([, value]) => value);
  test.each<[Word, readonly string[]]>([
    ['onItsWay', ['on its way', 'on its way', 'on its way']],
    ['read', ['Crash', 'Vault-Standard', '1 disk, 30 GiB']],
    ['notRead', ['not read', 'not read', 'not read']],
    ['notInJob', ['not in the job', 'not in the job', 'not in the job']],
    ['notReported', ['not reported', 'not reported', '1 disk, sizes not reported']],
    ['none', ['Vault-Standard', 'none']],
  ])('%s', (state, values) => {
    expect(factsIn(state)).toEqual(values);
  });

  test('a job whose picture this browser has adds none', () => {
    expect(pointFacts(null)).toEqual([]);
  });
});

describe('what was read', () => {
  test('has its tier, its sizes, and the group that the job names', () => {
    const group = { name: 'Target resource group', value: 'rg-restore-weu' };
    const more = { ...own, properties: [...properties, group] };
    const model = drawn({ job: more }, { ...read, lines: [readingOf('Standard_D4s_v5')] });
    expect(model?.point.tier).toEqual(readingOf('Vault-Standard'));
    expect(model?.moves.sizeGiB).toEqual(readingOf(30));
    expect(model?.source.lines).toEqual([readingOf('Standard_D4s_v5')]);
    expect(model?.result.lines).toEqual([readingOf('rg-restore-weu')]);
    expect(model?.pins.map(({ title }) => title)).toEqual(['Not checked: host name']);
  });

  test('a network that the job names is drawn', () => {
    const network = { name: 'Target VNet Name', value: 'Group rg-net vnet-prod' };
    const more = { ...own, properties: [...properties, network] };
    const model = drawn({ job: more }, read);
    expect(model && partsOf(model).network).toBe('read');
    expect(model?.networks.map(({ name }) => name)).toEqual(['vnet-prod']);
  });

  test('a VM whose disks are replaced isn’t one that is still to be created', () => {
    const more = { ...own, restoreKind: 'replaceDisks', properties: [] } as const;
    const model = drawn({ job: more }, read);
    expect(model?.result).toMatchObject({ fate: 'unknown', title: readingOf('app01') });
  });

  test.each([0, 1, 6, 7, 40])(
    '%d disks with names of 64 characters stay in the picture',
    (count) => {
      const long = 'n'.repeat(64);
      const disks = readingOf(
        Array.from({ length: count }, () => ({ name: long, sizeGiB: readingOf(4) })),
      );
      const more = {
        ...own,
        itemName: long,
        properties: [{ name: 'Target VM Name', value: long }],
      };
      const model = drawn({ job: more }, { ...read, disks });
      if (model === null) throw new Error('there is a picture');
      for (const [size, width] of [
        ['stacked', 320],
        ['stacked', 368],
        ['job', 840],
      ] as const) {
        const { shapes } = drawingOf(model, size, width);
        const blocks = shapes.flatMap((one) => (one.is === 'part' && !one.isCard ? [one.box] : []));
        expect(blocks.length).toBe(2 * Math.min(count, 7));
        for (const box of blocks) {
          expect(box.x >= 0 && box.x + box.width <= width && box.width > 0).toBe(true);
          const others = blocks.filter((one) => one !== box);
          expect(others.filter((one) => meet(one, box))).toEqual([]);
        }
      }
      const { sizeGiB } = model.moves;
      expect(sizeGiB).toEqual(count === 0 ? absent : readingOf(4 * count));
    },
  );
});

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const meet = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
