import { describe, expect, test } from 'vitest';
import { instant } from '#src/lib/time.ts';
import {
  certainJob,
  type FoundJob,
  mayBeOf,
  type Press,
  restoresMet,
  type TargetPart,
} from '#src/model/lost-restore.ts';
import { resourceId } from '#src/model/resource-id.ts';

const HOUR_MS = 3_600_000;
const SENT_AT = 10 * HOUR_MS;

const press = (more: Partial<Press>): Press => ({
  sentAt: instant(SENT_AT),
  requestIds: ['Mine', 'earlier'],
  before: null,
  notOurs: [],
  ...more,
});
const job = (
  name: string,
  startedAt: number | null,
  isNamed = true,
  requestId: string | null = null,
): FoundJob => ({
  id: resourceId(`/jobs/${name}`),
  name,
  startedAt: startedAt === null ? null : instant(startedAt),
  isNamed,
  requestId,
});

const MINUTE_BEFORE = SENT_AT - 60_000;
const LATER = instant(SENT_AT + HOUR_MS);
const dated = { isByService: true } as const;

describe('whether a job may have started with a press', () => {
  test.each([
    ['not there before, whenever it began by another clock', { before: ['/jobs/b'] }, 0, true],
    ['new, a minute before it by one clock', { before: [], ...dated }, MINUTE_BEFORE, true],
    ['new, longer before it by one clock', { before: [], ...dated }, MINUTE_BEFORE - 1, false],
    ['new, its start unknown', { before: [], ...dated }, null, true],
    ['before unknown, a minute before it by one clock', dated, MINUTE_BEFORE, true],
    ['before unknown, longer before it by one clock', dated, MINUTE_BEFORE - 1, false],
    ['there before, though it began later', { before: ['/jobs/a'], ...dated }, 2 * SENT_AT, false],
    ['nothing there before', { before: [] }, 0, true],
    ['there before, whenever it began', { before: ['/jobs/b', '/JOBS/A'] }, 2 * SENT_AT, false],
    ['somebody else’s, though new', { before: [], notOurs: ['/Jobs/a'] }, SENT_AT, false],
    ['somebody else’s, before unknown', { notOurs: ['/jobs/a'] }, SENT_AT, false],
    ['before unknown: at the press', {}, SENT_AT, true],
    ['before unknown: whenever it began by another clock', {}, 0, true],
    ['before unknown: long after it', {}, 9 * SENT_AT, true],
    ['before unknown, as is its start', {}, null, true],
    ['its start is unknown, and it is new', { before: [] }, null, true],
    ['its start is unknown, and it is not new', { before: ['/jobs/a'] }, null, false],
  ] as const)('%s', (_, more, startedAt, isNew) => {
    expect(mayBeOf(press(more), job('a', startedAt))).toBe(isNew);
  });

  test.each([
    ['ours, and it was there before', 'mine', { before: ['/jobs/a'] }, true],
    ['ours, and the person had ruled it out', 'MINE', { before: [], notOurs: ['/jobs/a'] }, true],
    ['in a description', 'mine (edited)', { before: ['/jobs/a'] }, true],
    ['of an earlier press', 'earlier', { before: ['/jobs/a'] }, true],
    ['ours, though it began before the press', 'mine', { ...dated, sentAt: LATER }, true],
    ['another, and it began before the press', 'theirs', { ...dated, sentAt: LATER }, false],
    ['ours, of a job that is known', 'mine', { before: [], known: ['/jobs/A'] }, false],
    ['another, and it is new', 'theirs', { before: [] }, true],
    ['another, and it is not new', 'theirs', { before: ['/jobs/a'] }, false],
    ['another, where only ours count', 'theirs', { before: [], isByIdOnly: true }, false],
    ['not reported, where only ours count', null, { before: [], isByIdOnly: true }, false],
    ['ours, where only ours count', 'mine', { isByIdOnly: true }, true],
  ] as const)('its request ID is %s', (_, requestId, more, may) => {
    expect(mayBeOf(press(more), job('a', SENT_AT, true, requestId))).toBe(may);
  });
});

test('the clock of another service rules no job out', () => {
  const ofCommServe = { ...job('a', 0), id: resourceId('commvault:cs/1') };
  expect(mayBeOf(press({ before: [], ...dated }), ofCommServe)).toBe(true);
});

describe('the job that is certainly of a press', () => {
  const ours = job('a', SENT_AT);
  const mute = job('b', SENT_AT, false);
  const mine = job('d', SENT_AT + 2, false, 'mine');
  const mineFirst = job('e', SENT_AT + 1, false, 'mine');
  const earlier = job('f', SENT_AT, true, 'earlier');
  const theirs = job('g', SENT_AT, true, 'theirs');
  test.each([
    ['the only new one, and it names the target', { before: [] }, [ours], ours],
    ['none was found', { before: [] }, [], null],
    ['the only one does not name the target', { before: [] }, [mute], null],
    ['two are new', { before: [] }, [ours, job('c', SENT_AT)], null],
    ['two are new, and one does not name the target', { before: [] }, [ours, mute], null],
    ['nobody knows what was there before', {}, [ours], null],
    ['it has our ID, whatever is unknown', {}, [mine], mine],
    ['it has our ID, beside others', { before: [] }, [ours, theirs, mine], mine],
    ['two have our ID: the first', { before: [] }, [mine, mineFirst], mineFirst],
    ['one has the ID of an earlier press', {}, [earlier], earlier],
    ['the latest press comes first', { before: [] }, [earlier, mine], mine],
    ['the only new one has another ID', { before: [] }, [theirs], null],
    ['one has another ID, one reports none', { before: [] }, [theirs, ours], null],
  ] as const)('%s', (_, more, found, certain) => {
    expect(certainJob(press(more), found)).toEqual(certain);
  });
});

describe('the name of a new VM', () => {
  const vm: TargetPart = { kind: 'vm', name: 'app01-night', group: 'rg-a', subscriptionId: 's' };
  const inPlace: TargetPart = { ...vm, replaces: 'disks' };
  const anew: TargetPart = { ...vm, replaces: 'all' };
  const overwriting: TargetPart = { ...vm, replaces: 'ifThere' };
  const elsewhere = { group: 'rg-b' };
  test.each<[what: string, wanted: TargetPart, found: TargetPart, meeting: string | undefined]>([
    ['in another group', vm, { ...vm, ...elsewhere }, 'same'],
    ['in other letter case', vm, { ...vm, name: 'APP01-Night', group: 'RG-B' }, 'same'],
    ['in a group that isn’t reported', vm, { ...vm, group: null }, 'same'],
    ['in another subscription', vm, { ...vm, subscriptionId: 't' }, undefined],
    ['of one that may be overwritten', overwriting, { ...vm, ...elsewhere }, 'same'],
    ['of one that is created again', vm, { ...anew, ...elsewhere }, 'same'],
    // It isn't reported: it may be the same, wherever it is.
    [
      'that isn’t reported, in another group',
      vm,
      { ...vm, name: null, ...elsewhere },
      'unreported',
    ],
    ['that is another', vm, { ...vm, name: 'app01-nigh' }, undefined],
    ['beside a VM that is there', vm, { ...inPlace, ...elsewhere }, undefined],
    ['beside a restore in place', inPlace, { ...vm, ...elsewhere }, undefined],
    ['beside one that is created again', anew, { ...vm, ...elsewhere }, undefined],
  ])('%s', (_, wanted, found, meeting) => {
    const running = {
      ...job('a', SENT_AT),
      id: resourceId('/subscriptions/s/jobs/a'),
      vaultName: 'rsv',
      itemName: 'web01',
      operation: 'Restore',
      status: 'inProgress' as const,
      statusWord: null,
      endedAt: null,
      durationMs: null,
      isCancellable: true,
      startedAt: null,
    };
    const met = restoresMet(
      { parts: [wanted], source: 'app01' },
      [],
      [{ job: running, details: null, target: [found] }],
    );
    expect(met[0]?.meeting.kind).toBe(meeting);
  });
});
