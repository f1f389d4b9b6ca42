import { describe, expect, test } from 'vitest';
import { instant } from '#src/lib/time.ts';
import type { JobDetails } from '#src/model/jobs.ts';
import type { PartRead, ReadPart } from '#src/model/read-back.ts';
import { causeOf, doneHeadline, existingSentences } from '#src/pages/job/existing.ts';
import { detailOf, stateOf } from '#src/pages/job/JobExisting.tsx';
import type { JobPageParts } from '#src/datasources/job.ts';
import { withReadBack } from '#src/pages/job/read-picture.ts';
import { readBack as words } from '#src/strings/read-back.ts';
import { claim, faultsOf } from '#src/strings/testing-claims.ts';
import { absent, readingOf } from '#src/ui/picture/model.ts';
import { cardOf, diskName } from '#src/wizard/picture.ts';

const at = instant(Date.UTC(2025, 5, 5, 3, 32));
const there: PartRead = { is: 'there', at, isOfJob: true };
const missing: PartRead = { is: 'notFound', at };
const unasked: PartRead = { is: 'notRead', why: null };
const refused: PartRead = { is: 'notRead', why: 'You don’t have permission.' };
const coming: PartRead = { is: 'onItsWay' };
const ofOthers: PartRead = { is: 'there', at, isOfJob: false };

const part = (kind: ReadPart['kind'], read: PartRead, more: Partial<ReadPart> = {}): ReadPart => ({
  id: `${kind} ${more.name ?? ''}`,
  kind,
  name: null,
  place: 'rg-2',
  read,
  readIt: null,
  ...more,
});
const vm = (read: PartRead, more: Partial<ReadPart> = {}) =>
  part('vm', read, { name: 'vm-2', ...more });

/** What each kind of restore can leave, and the sentences that a read of it allows. */
const TABLE: readonly (readonly [string, readonly ReadPart[], readonly string[]])[] = [
  [
    'VM new: neither VM nor disk',
    [vm(missing), part('nic', unasked), part('disk', missing), part('files', unasked)],
    [
      'No VM and no disk of this job was found in rg-2.',
      'NICs and staged files weren’t looked at.',
    ],
  ],
  [
    'VM new: its disks alone',
    [vm(missing), part('nic', unasked), part('disk', there), part('files', unasked)],
    [
      'Found: 1 disk.',
      'No VM of this job was found in rg-2.',
      'NICs and staged files weren’t looked at.',
    ],
  ],
  [
    'VM new: refused',
    [vm(refused), part('nic', unasked), part('disk', refused), part('files', unasked)],
    ['The VM and disks couldn’t be read.', 'NICs and staged files weren’t looked at.'],
  ],
  [
    'VM new: one of the name of somebody else',
    [vm(ofOthers), part('nic', unasked), part('disk', missing), part('files', unasked)],
    [
      'vm-2 exists, but this job didn’t create it.',
      'No disk of this job was found in rg-2.',
      'NICs and staged files weren’t looked at.',
    ],
  ],
  [
    'VM new: on its way',
    [vm(coming), part('nic', unasked), part('disk', missing), part('files', unasked)],
    ['Looking for what exists.'],
  ],
  [
    'disks: none',
    [part('disk', missing), part('files', unasked)],
    ['No disk of this job was found in rg-2.', 'Staged files weren’t looked at.'],
  ],
  [
    'replace: the VM was there before',
    [vm(there, { isTarget: true }), part('disk', unasked), part('files', unasked)],
    ['Disks and staged files weren’t looked at.'],
  ],
  [
    'Azure disk: all that it can leave was looked for',
    [part('disk', missing)],
    ['Nothing was created: no disk of this job was found in rg-2.'],
  ],
  ['Azure disk: not in the job', [part('disk', { is: 'notInJob' })], ['Disks weren’t looked at.']],
  [
    'Commvault: no VM',
    [vm(missing), part('disk', unasked), part('nic', unasked)],
    ['No VM of this job was found in rg-2.', 'Disks and NICs weren’t looked at.'],
  ],
  [
    'somebody else’s: its subscription isn’t in the job',
    [vm({ is: 'notInJob' }), part('disk', { is: 'notInJob' }), part('files', unasked)],
    ['The VM, disks, and staged files weren’t looked at.'],
  ],
];

describe('each sentence about what exists goes as far as its read', () => {
  test.each(TABLE)('%s', (_, parts, sentences) => {
    expect(existingSentences({ parts })).toEqual(sentences);
  });

  test('that nothing was created needs a look for each kind', () => {
    for (const [name, parts] of TABLE) {
      const says = existingSentences({ parts }).join(' ').includes('Nothing was created');
      expect([name, says]).toEqual([name, parts.every(({ read }) => read.is === 'notFound')]);
    }
  });
});

interface Known {
  readonly parts: readonly ReadPart[];
}
const rowOf = (
  key: keyof typeof words.existing,
  sentence: string,
  parts: readonly ReadPart[],
  without: Readonly<Record<string, readonly ReadPart[]>>,
) =>
  claim<Known>({
    key: `existing.${key}`,
    sentence,
    says: existingSentences,
    known: { parts },
    without: Object.fromEntries(
      Object.entries(without).map(([fact, others]) => [fact, { parts: others }]),
    ),
  });
const none = part('disk', missing);
const files = part('files', unasked);
const rows = [
  rowOf('nothing', words.existing.nothing(['disk'], 'rg-2'), [none], {
    'a read of each kind': [none, files],
    'a read that finds none': [part('disk', there)],
    'a read': [part('disk', unasked)],
  }),
  rowOf('notFound', words.existing.notFound(['disk'], 'rg-2'), [none, files], {
    'a read that finds none': [part('disk', there), files],
    'a read': [part('disk', unasked), files],
    'an answer': [part('disk', refused), files],
  }),
  rowOf('others', words.existing.others('vm-2'), [vm(ofOthers), files], {
    'when it was created': [vm({ is: 'there', at, isOfJob: null }), files],
    'a read': [vm(unasked), files],
  }),
  rowOf('notLookedAt', words.existing.notLookedAt(['files']), [none, files], {
    'no read': [none],
  }),
  rowOf('notRead', words.existing.notRead(['disk']), [part('disk', refused), files], {
    'a failure': [none, files],
  }),
];

test.each(rows)('$key needs its facts', (row) => {
  expect(faultsOf(row)).toEqual([]);
});

describe('a restore that is done has first what was read', () => {
  const nic = part('nic', there, { name: 'nic-1', address: '10.20.0.9' });
  test.each([
    [[vm(there, { power: 'running' }), nic], 'vm-2 was on at 03:32 UTC', 'at 10.20.0.9'],
    [[vm(there, { power: 'stopped' }), nic], 'vm-2 was off at 03:32 UTC', 'at 10.20.0.9'],
    [
      [vm(there, { power: null }), part('nic', refused)],
      'vm-2 was there at 03:32 UTC',
      'power state not reported, address not read',
    ],
    [
      [vm(there, { power: 'running' }), part('nic', coming)],
      'vm-2 was on at 03:32 UTC',
      'address on its way',
    ],
    [[part('disk', there), part('disk', there)], '2 disks were in rg-2 at 03:32 UTC', null],
    [[part('disk', there, { name: 'disk-2' })], 'disk-2 was there at 03:32 UTC', null],
  ] as const)('%#: %s', (parts, title, body) => {
    expect(doneHeadline({ parts })).toEqual({ title, body });
  });

  test.each([
    [[vm(refused)]],
    [[vm(coming)]],
    [[vm(missing)]],
    [[part('disk', unasked)]],
    [[vm(refused), part('disk', there)]],
  ])('%#: and with nothing else', (parts) => {
    expect(doneHeadline({ parts })).toBeNull();
  });
});

describe('the cause of a job that failed', () => {
  const mendingOf: JobPageParts['mendingOf'] = ({ title }) =>
    title === 'UserErrorInstantRpNotFound'
      ? {
          cause: 'The restore point was only a snapshot, which no longer exists.',
          link: '',
          field: 'point',
        }
      : null;
  const error = (title: string, message: string) => ({
    code: '400229',
    title,
    message,
    recommendations: [],
  });
  test.each([
    [
      [error('UserErrorInstantRpNotFound', 'Restore failed.')],
      'The restore point was only a snapshot, which no longer exists.',
    ],
    [[error('Other', 'It broke. Try again.')], 'Azure: “It broke.”'],
    [[error('Other', 'No end of a sentence')], 'Azure: “No end of a sentence”'],
    [[error('Other', ' ')], null],
    [[], null],
  ] as const)('%#', (errors, cause) => {
    const one: Pick<JobDetails, 'errors'> = { errors };
    expect(causeOf(one, { mendingOf }, 'Azure')).toBe(cause);
  });
});

describe('a row of what exists', () => {
  test.each([
    [vm(there, { power: 'running' }), 'Exists', /^in rg-2, on, read /],
    [vm(missing), 'Not found', /^in rg-2, read /],
    [vm(refused), 'Not read', /^in rg-2, You don’t have permission\.$/],
    [vm(coming), 'On its way', /^in rg-2$/],
    [vm({ is: 'notInJob' }), 'Not in the job', /^in rg-2$/],
    [vm(ofOthers), 'Not of this job', /^in rg-2, read /],
    [
      vm({ is: 'there', at, isOfJob: null }),
      'Exists',
      /not reported whether this job created it, read /,
    ],
  ] as const)('%#: %s', (one, state, detail) => {
    expect(stateOf(one).state).toBe(state);
    expect(detailOf(one)).toMatch(detail);
  });
});

describe('the picture has a tick at each part that was read back, and at no other', () => {
  const planned = cardOf({
    id: 'result',
    name: 'Result',
    icon: 'machine',
    title: readingOf('vm-2'),
    fate: 'there',
    disks: readingOf(
      [-1, 0].map((lun) => ({
        id: String(lun),
        name: diskName(lun),
        fate: 'new' as const,
        sizeGiB: readingOf(30),
      })),
    ),
    nics: readingOf([
      { id: 'nic', name: 'NIC', fate: 'new', network: absent, address: absent } as const,
    ]),
  });
  const disk = (lun: number, read: PartRead) => part('disk', read, { lun, name: String(lun) });
  const drawn = (...parts: readonly ReadPart[]) => {
    const { fate, badge, lines, disks, nics } = withReadBack(planned, { parts });
    expect(badge).toBeUndefined();
    const [line] = lines;
    const read = line?.is === 'known' ? line.value : undefined;
    const of = (list: typeof disks | typeof nics) =>
      list.is === 'known' ? list.value.map((one) => one.fate) : [];
    return [fate, read, ...of(disks), ...of(nics)];
  };
  const nic = (read: PartRead) => part('nic', read, { address: '10.20.0.9' });
  const all = 'Read back 03:32';
  test.each([
    [
      'all',
      [vm(there, { power: 'running' }), nic(there), disk(-1, there), disk(0, there)],
      ['there', all, 'there', 'there', 'there'],
    ],
    [
      'a disk was refused',
      [vm(there), nic(there), disk(-1, there), disk(0, refused)],
      ['there', all, 'there', 'unknown', 'there'],
    ],
    [
      'a disk isn’t there any more',
      [vm(there), nic(refused), disk(-1, there), disk(0, missing)],
      ['there', all, 'there', 'unknown', 'unknown'],
    ],
    [
      'a disk that the VM doesn’t have',
      [vm(there), nic(there), disk(-1, there)],
      ['there', all, 'there', 'unknown', 'there'],
    ],
    [
      'disks of before',
      [vm(there), nic(there), disk(-1, ofOthers), disk(0, there)],
      ['there', all, 'unknown', 'there', 'there'],
    ],
    [
      'a disk is on its way',
      [vm(there), nic(there), disk(-1, there), disk(0, coming)],
      ['there', all, 'there', 'new', 'there'],
    ],
    ['the VM was refused', [vm(refused)], ['unknown', undefined, 'new', 'new', 'unknown']],
  ] as const)('%s', (_, parts, fates) => {
    expect(drawn(...parts)).toEqual(fates);
  });
});
