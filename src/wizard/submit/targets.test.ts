import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { otherRestoresQuery } from '#src/api/queries/running-restores.ts';
import { spreadOf } from '#src/lib/testing-spread.ts';
import { freshStorage } from '#src/lib/testing.ts';
import type { FaultEffect } from '#src/mocks/faults/fault.ts';
import { jobsOn } from '#src/wizard/draft/sent.ts';
import { changeDraft } from '#src/wizard/draft/store.ts';
import { installMachineClock, submissionOf } from '#src/wizard/submit/testing-tab.ts';
import {
  fakeLocks,
  type Names,
  TARGET_KINDS,
  type TargetKind,
  targetWorld,
} from '#src/wizard/submit/testing-targets.ts';

/** What can't be read is not checked, and what held a press back can be meant. */

freshStorage();
afterEach(() => {
  installMachineClock();
});

const names = { group: 'rg-restore-weu', vm: 'app01-r', disk: 'app01-r_OsDisk' };
const refused: FaultEffect = { kind: 'status', status: 403 };

describe('Review', () => {
  test.each<[what: string, operation: string, effect: FaultEffect, found: RegExp]>([
    ['the CommServe', 'commvaultJobs.list', refused, /couldn’t be read: commserve\.contoso/],
    ['Resource Graph', 'resourceGraph.query', refused, /restores of other vaults couldn’t all/],
    ['a secondary region', 'jobs.listSecondary', refused, /couldn’t be read: rsv-/],
    [
      'jobs by themselves',
      'commvaultJobs.get',
      { kind: 'status', status: 503 },
      /couldn’t be read: /,
    ],
  ])('says not checked where it can’t read %s', async (_, operation, effect, found) => {
    const it = targetWorld();
    const ordered = await it.order('Commvault out of place', names);
    const id = ordered.begin();
    expect((await it.review(ordered, id)).check.state).toBe('passed');
    const fault = { id: 'f', match: { operation }, times: null, effect };
    await it.azure.append([{ type: 'fault-added', at: 0, fault }]);
    it.clock.add(30);
    const { check } = await it.review(ordered, id);
    expect(check.state).toBe('notChecked');
    expect(check.found).toMatch(found);
    expect(check.found).not.toMatch(/No restore in progress/);
  });

  test('says not checked of a CommServe that this tab isn’t connected to', async () => {
    const it = targetWorld();
    const ordered = await it.order('new VM', names);
    it.disconnect();
    const { check } = await it.review(ordered, ordered.begin());
    expect(check).toMatchObject({ state: 'notChecked' });
    expect(check.found).toMatch(/commserve\.contoso/);
  });

  test('names the job of another draft of this browser before any list has it', async () => {
    const it = targetWorld();
    const first = await it.order('Commvault out of place', names);
    const firstId = first.begin();
    await it.press(first, firstId, (await it.review(first, firstId)).reads);
    changeDraft(firstId, (draft) =>
      draft.submission.state === 'accepted' && draft.submission.operation !== null
        ? {
            ...draft,
            submission: {
              state: 'job',
              jobId: String(draft.submission.operation['jobId']),
              isAdopted: false,
            },
          }
        : draft,
    );
    // The CommServe knows the job, and its list doesn't have it yet.
    it.clock.add(10);
    const second = await it.order('new VM', names);
    const { wanted, queries } = second;
    const jobs = jobsOn(wanted.parts);
    const others = otherRestoresQuery({ beside: null, jobs });
    const { check } = await it.review(
      { ...second, queries: { ...queries, others } },
      second.begin(),
    );
    expect(jobs).toHaveLength(1);
    expect(check.state).toBe('warned');
  });
});

test('what held a press back can be meant, and what starts after that holds it back again', async () => {
  const it = targetWorld();
  const ordered = await it.order('Commvault out of place', names);
  const id = ordered.begin();
  const { reads } = await it.review(ordered, id);
  await ordered.startByOther();
  it.pass();
  await it.press(ordered, id, reads);
  expect(submissionOf(id)).toMatchObject({
    heldBack: 'begunSince',
    begunSince: [{ machine: 'app01' }],
  });
  await ordered.startByOther();
  it.pass();
  await it.press(ordered, id, reads, { onceMore: true });
  expect(submissionOf(id)).toMatchObject({ heldBack: 'begunSince' });
  await it.press(ordered, id, (await it.review(ordered, id)).reads);
  expect(submissionOf(id)).toMatchObject({ state: 'accepted' });
});

test('one that Review has read as another’s holds nothing back where its job reports less later', async () => {
  const it = targetWorld();
  const ordered = await it.order('new VM', names);
  const others = await it.order('new VM', { ...names, vm: 'app01-theirs' });
  const id = ordered.begin();
  await others.startByOther();
  it.pass();
  const { check, reads } = await it.review(ordered, id);
  expect(check.state).toBe('passed');
  const fault = { id: 'f', match: { operation: 'jobs.get' }, times: null };
  const effect: FaultEffect = { kind: 'empty-bags' };
  await it.azure.append([{ type: 'fault-added', at: 0, fault: { ...fault, effect } }]);
  await it.press(ordered, id, reads);
  expect(submissionOf(id)).toMatchObject({ state: 'accepted' });
});

/** Which restores are named, or hold a press back: of each kind beside each kind, whenever and by whom it was started. */
describe('a restore beside another', () => {
  beforeEach(() => {
    vi.stubGlobal('navigator', { onLine: true, locks: fakeLocks() });
  });

  /** Kinds whose names can meet: VMs, disks of a VM that Azure names itself, and disks by their names. */
  const VMS = ['new VM', 'VM in place', 'Commvault out of place', 'Commvault in place'];
  const DISKS = ['Azure Disk', 'Commvault out of place', 'Commvault in place'];
  const meets = (one: TargetKind, other: TargetKind): boolean =>
    [VMS, DISKS, ['disks']].some((kinds) => kinds.includes(one) && kinds.includes(other));

  const isInPlace = (kind: TargetKind): boolean => kind.endsWith('in place');

  /** In place the names are the VM's own. */
  const namesOf = (one: TargetKind, other: TargetKind): Names =>
    isInPlace(one) || isInPlace(other)
      ? { group: 'rg-app-prod', vm: 'app01', disk: 'app01_OsDisk' }
      : { group: 'rg-restore-weu', vm: 'app01-r', disk: 'app01-r_OsDisk' };

  const WHENS = ['before Review', 'between Review and press', 'same second'] as const;
  const WHOS = ['other draft', 'other person'] as const;
  type Row = readonly [TargetKind, TargetKind, (typeof WHENS)[number], (typeof WHOS)[number]];
  const rows: readonly Row[] = TARGET_KINDS.flatMap((wanted) =>
    TARGET_KINDS.flatMap((running) =>
      WHENS.flatMap((when) => WHOS.map((who) => [wanted, running, when, who] as const)),
    ),
  );

  /**
   * - `named`: Review says it before anything is sent
   * - `held back`: the press sends nothing, and says why
   * - `not, named after`: two browsers know nothing of each other; the next look says it
   * - `refused`: Azure refuses the other one, as its name is taken
   * - `not`: the names never meet, or the other one has ended
   */
  type Outcome = 'named' | 'held back' | 'not, named after' | 'refused' | 'not';

  function expected([wanted, running, when, who]: Row): Outcome {
    const isUnseen = when === 'same second' && who === 'other person';
    // It has another target, and is from the VM that is replaced.
    if (isInPlace(wanted) && running === 'disks' && isUnseen) return 'not, named after';
    if (!meets(wanted, running)) return 'not';
    const isAlone = who === 'other person' || when !== 'same second';
    // The name of a VM is taken while it is there, and so are those of its disks: that job fails at once.
    if (isInPlace(wanted) && running === 'new VM' && isAlone) return 'refused';
    if (isInPlace(wanted) && running === 'Azure Disk' && who === 'other person') return 'not';
    if (when === 'before Review') return 'named';
    if (when === 'between Review and press' || who === 'other draft') return 'held back';
    return 'not, named after';
  }

  async function outcomeOf([wanted, running, when, who]: Row): Promise<Outcome> {
    const it = targetWorld();
    const shared = namesOf(wanted, running);
    const one = await it.order(wanted, shared);
    const other = await it.order(running, shared);
    const id = one.begin();
    const otherId = other.begin();
    const before = when === 'before Review' ? null : await it.review(one, id);
    if (before?.check.state === 'warned') throw new Error('named before it has begun');
    const begin = async (): Promise<'begun' | 'refused'> => {
      if (who === 'other draft') {
        await it.press(other, otherId, (await it.review(other, otherId)).reads);
        const { state } = submissionOf(otherId);
        // Refused, and looked for.
        if (state === 'lost' || state === 'refused') return 'refused';
      } else if (await other.startByOther().then(isNothing, isError)) return 'refused';
      it.pass();
      return 'begun';
    };
    if (when === 'same second' && before !== null) {
      if (who === 'other draft') {
        const { reads } = await it.review(other, otherId);
        await Promise.all([it.press(other, otherId, reads), it.press(one, id, before.reads)]);
        if (submissionOf(otherId).state === 'notSent') throw new Error('both are held back');
        return heldBackOf(id) === 'sameTarget' ? 'held back' : 'not';
      }
      let isRefused = false;
      let othersFrom = 0;
      let ownFrom = 0;
      await it.press(one, id, before.reads, {
        meanwhile: async () => {
          othersFrom = it.clock.now() - 1000;
          isRefused = await other.startByOther().then(isNothing, isError);
          // So that the two differ in their start.
          it.clock.add(2);
          ownFrom = it.clock.now() - 1000;
        },
      });
      if (heldBackOf(id) !== undefined) throw new Error('held back by what nobody could know');
      if (isRefused) return 'refused';
      it.pass();
      const { check } = await it.review(one, id);
      const isNamed = (check.remedies ?? []).some(
        ({ kind, ...remedy }) =>
          kind === 'job' && 'since' in remedy && isWithin(remedy.since, othersFrom, ownFrom),
      );
      return check.state === 'warned' && isNamed ? 'not, named after' : 'not';
    }
    if ((await begin()) === 'refused') return 'refused';
    const review = before ?? (await it.review(one, id));
    if (when === 'before Review' && (review.open.length > 0 || review.check.state === 'warned'))
      return 'named';
    await it.press(one, id, review.reads);
    return heldBackOf(id) === undefined ? 'not' : 'held back';
  }

  const isWithin = (at: number | null, from: number, before: number): boolean =>
    at !== null && at >= from && at < before;

  const isNothing = () => false;
  const isError = () => true;

  function heldBackOf(id: string) {
    const sent = submissionOf(id);
    return sent.state === 'notSent' ? (sent.heldBack ?? 'notSent') : undefined;
  }

  let tried = 0;
  afterAll(() => console.info(`targets: ${String(tried)} rows of ${String(rows.length)}`));

  describe('a restore that is in progress', () => {
    test.each(spreadOf(rows, 5))('%s beside %s, started %s by the %s', async (...row) => {
      tried += 1;
      expect(await outcomeOf(row)).toBe(expected(row));
    });

    test('is of each kind beside each kind', () => {
      expect(rows).toHaveLength(216);
    });
  });
});
