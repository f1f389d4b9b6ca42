import { expect, test } from 'vitest';
import { STAGES, type SubmittedTask } from '#src/api/commvault/jobs.ts';
import { afterDeletion, killLeaves } from '#src/datasources/commvault-vm/job/CommvaultJob.tsx';
import { type MadeVmRead, vmStateOf } from '#src/datasources/commvault-vm/job/MadeVm.tsx';
import type { JobStatus } from '#src/model/jobs.ts';
import { commvaultJob } from '#src/strings/commvault.ts';
import { claim, faultsOf, unlisted } from '#src/strings/testing-claims.ts';

/** Which facts the sentences about a job of Commvault need: what it deleted, and what it made. */

const { leaves, afterwards, result } = commvaultJob;
const task: SubmittedTask = {
  description: null,
  guid: null,
  name: 'app01',
  newName: null,
  resourceGroup: null,
  upTo: null,
  isInPlace: true,
  overwrites: null,
  isManaged: null,
  newDisks: [],
};

interface Known extends Partial<Pick<SubmittedTask, 'isInPlace' | 'overwrites'>> {
  readonly stage: string | null;
  readonly status?: JobStatus;
  readonly isThere?: boolean | null | undefined;
}
const jobOf = ({ stage, status = 'cancelled', isInPlace = true, overwrites = null }: Known) => ({
  stage,
  status,
  itemName: 'app01',
  task: { ...task, isInPlace, overwrites },
});
const kills = (known: Known) => killLeaves(jobOf(known))?.text ?? null;
function after(known: Known): readonly string[] {
  const shown = afterDeletion(jobOf(known), known.isThere);
  return shown === null ? [] : [shown.title, shown.body];
}
const { driver, deleteVm, write, create } = STAGES;
const outOfPlace = { isInPlace: false, overwrites: true };

const killRows = (
  [
    ['before', driver, write],
    ['underWay', deleteVm, driver],
    ['deleted', write, deleteVm],
    ['madeAnew', create, write],
  ] as const
).map(([key, stage, other]) =>
  claim<Known>({
    key: `leaves.${key}`,
    sentence: leaves[key]('app01', stage),
    says: kills,
    known: { stage },
    without: {
      'the stage that it has reached': { stage: null },
      'this stage': { stage: other },
      'a restore in place': { isInPlace: null },
    },
  }),
);

interface VmKnown extends MadeVmRead {
  readonly status: JobStatus;
}
const made = (known: VmKnown) => vmStateOf(known, known).text;
const vm = (isThere: boolean | null): Partial<VmKnown> => ({
  vm: { id: null, isThere, isOfJob: null },
});
const read: VmKnown = { status: 'completed', vm: undefined, isReading: false, problem: null };
const readFacts = {
  'a read': { vm: undefined },
  'a read that is certain': vm(null),
  'a read that has ended': { isReading: true },
  'a read that worked': { problem: 'No.' },
  'a job that has ended': { status: 'inProgress' },
} satisfies Record<string, Partial<VmKnown>>;

const rows = [
  ...killRows,
  claim<Known>({
    key: 'leaves.notReported',
    sentence: leaves.notReported('app01'),
    says: kills,
    known: { stage: null },
    without: { 'no stage': { stage: driver } },
  }),
  claim<Known>({
    key: 'leaves.overwrites',
    sentence: leaves.overwrites('app01'),
    says: kills,
    known: { stage: null, ...outOfPlace },
    without: { 'that it overwrites': { overwrites: null }, 'out of place': { isInPlace: true } },
  }),
  claim<Known>({
    key: 'leaves.unread',
    sentence: leaves.unread('app01'),
    says: kills,
    known: { stage: null, isInPlace: null },
    without: { 'no report of its place': { isInPlace: true } },
  }),
  claim<Known>({
    key: 'afterwards.title',
    sentence: afterwards.title('app01'),
    says: after,
    known: { stage: write, isThere: false },
    without: {
      'a stage after the deletion': { stage: deleteVm },
      'a reported stage': { stage: null },
      'a restore in place': outOfPlace,
      'a bad end': { status: 'completed' },
    },
  }),
  claim<Known>({
    key: 'afterwards.maybeTitle',
    sentence: afterwards.maybeTitle('app01'),
    says: after,
    known: { stage: null, isThere: false },
    without: { 'a stage that leaves it open': { stage: write }, 'a deletion': { stage: driver } },
  }),
  claim<Known>({
    key: 'afterwards.overwroteTitle',
    sentence: afterwards.overwroteTitle('app01'),
    says: after,
    known: { stage: write, ...outOfPlace },
    without: { 'that it overwrites': { overwrites: null }, 'a deletion': { stage: driver } },
  }),
  claim<Known>({
    key: 'afterwards.gone',
    sentence: afterwards.gone,
    says: after,
    known: { stage: write, isThere: false },
    without: {
      'a read': { isThere: undefined },
      'a read that is certain': { isThere: null },
      'a read that finds none': { isThere: true },
    },
  }),
  claim<Known>({
    key: 'afterwards.noneThere',
    sentence: afterwards.noneThere,
    says: after,
    known: { stage: write, ...outOfPlace, isThere: false },
    without: { 'a read': { isThere: undefined }, 'a read that is certain': { isThere: null } },
  }),
  claim<Known>({
    key: 'afterwards.there',
    sentence: afterwards.there,
    says: after,
    known: { stage: write, isThere: true },
    without: { 'a read': { isThere: undefined }, 'a read that finds one': { isThere: false } },
  }),
  claim<Known>({
    key: 'afterwards.unread',
    sentence: afterwards.unread,
    says: after,
    known: { stage: write, isThere: undefined },
    without: { 'no read': { isThere: false } },
  }),
  claim<VmKnown>({
    key: 'result.there',
    sentence: result.there,
    says: made,
    known: { ...read, ...vm(true) },
    without: { ...readFacts, 'a read that finds it': vm(false) },
  }),
  claim<VmKnown>({
    key: 'result.gone',
    sentence: result.gone,
    says: made,
    known: { ...read, ...vm(false) },
    without: { ...readFacts, 'a read that finds none': vm(true) },
  }),
  claim<VmKnown>({
    key: 'result.other',
    sentence: result.other,
    says: made,
    known: { ...read, vm: { id: null, isThere: true, isOfJob: false } },
    without: {
      'a read': { vm: undefined },
      'when it was created': vm(true),
      'a read that has ended': { isReading: true },
      'a read that worked': { problem: 'No.' },
      'a job that has ended': { status: 'inProgress' },
    },
  }),
  claim<VmKnown>({
    key: 'result.unknown',
    sentence: result.unknown,
    says: made,
    known: { ...read, ...vm(null) },
    without: { 'a read': { vm: undefined }, 'a read that isn’t certain': vm(false) },
  }),
  claim<VmKnown>({
    key: 'result.unread',
    sentence: result.unread('No.'),
    says: made,
    known: { ...read, problem: 'No.' },
    without: { 'a failure': { problem: null } },
  }),
  claim<VmKnown>({
    key: 'result.willBe',
    sentence: result.willBe,
    says: made,
    known: { ...read, status: 'inProgress' },
    without: { 'a job that runs': { status: 'completed' } },
  }),
];

/** Labels and commands; `notTold` stands where the task names no VM. */
const CLAIMLESS = `
  leaves.none leaves.maybe result.title result.name result.group result.subscription
  result.id result.reading result.portal result.notTold
`;

test.each(rows)('$key needs its facts', (row) => expect(faultsOf(row)).toEqual([]));

test(`${String(rows.length)} sentences about jobs of Commvault are in the table`, () => {
  expect(rows).toHaveLength(20);
  expect(unlisted({ leaves, afterwards, result }, rows, CLAIMLESS)).toEqual([]);
});
