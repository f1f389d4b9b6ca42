import { expect, test } from 'vitest';
import { STAGES, type SubmittedTask } from '#src/api/commvault/jobs.ts';
import { afterDeletion, killLeaves } from '#src/datasources/commvault-vm/CommvaultJob.tsx';
import { type MadeVmRead, vmStateOf } from '#src/datasources/commvault-vm/MadeVm.tsx';
import type { JobStatus } from '#src/model/jobs.ts';
import { commvaultJob } from '#src/strings/commvault.ts';
import { faultsOf, unlisted, claimsBy } from '#src/strings/testing-claims.ts';

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
const killsRow = claimsBy<Known>(kills);

const killRows = (
  [
    ['before', driver, write],
    ['underWay', deleteVm, driver],
    ['deleted', write, deleteVm],
    ['madeAnew', create, write],
  ] as const
).map(([key, stage, other]) =>
  killsRow(`leaves.${key}`, { stage }, leaves[key]('app01', stage), {
    'the stage that it has reached': { stage: null },
    'this stage': { stage: other },
    'a restore in place': { isInPlace: null },
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
const madeRow = claimsBy<VmKnown>(made);
const afterRow = claimsBy<Known>(after);

const rows = [
  ...killRows,
  killsRow('leaves.notReported', { stage: null }, leaves.notReported('app01'), {
    'no stage': { stage: driver },
  }),
  killsRow('leaves.overwrites', { stage: null, ...outOfPlace }, leaves.overwrites('app01'), {
    'that it overwrites': { overwrites: null },
    'out of place': { isInPlace: true },
  }),
  killsRow('leaves.unread', { stage: null, isInPlace: null }, leaves.unread('app01'), {
    'no report of its place': { isInPlace: true },
  }),
  afterRow('afterwards.title', { stage: write, isThere: false }, afterwards.title('app01'), {
    'a stage after the deletion': { stage: deleteVm },
    'a reported stage': { stage: null },
    'a restore in place': outOfPlace,
    'a bad end': { status: 'completed' },
  }),
  afterRow(
    'afterwards.maybeTitle',
    { stage: null, isThere: false },
    afterwards.maybeTitle('app01'),
    { 'a stage that leaves it open': { stage: write }, 'a deletion': { stage: driver } },
  ),
  afterRow(
    'afterwards.overwroteTitle',
    { stage: write, ...outOfPlace },
    afterwards.overwroteTitle('app01'),
    { 'that it overwrites': { overwrites: null }, 'a deletion': { stage: driver } },
  ),
  afterRow('afterwards.gone', { stage: write, isThere: false }, afterwards.gone, {
    'a read': { isThere: undefined },
    'a read that is certain': { isThere: null },
    'a read that finds none': { isThere: true },
  }),
  afterRow(
    'afterwards.noneThere',
    { stage: write, ...outOfPlace, isThere: false },
    afterwards.noneThere,
    { 'a read': { isThere: undefined }, 'a read that is certain': { isThere: null } },
  ),
  afterRow('afterwards.there', { stage: write, isThere: true }, afterwards.there, {
    'a read': { isThere: undefined },
    'a read that finds one': { isThere: false },
  }),
  afterRow('afterwards.unread', { stage: write, isThere: undefined }, afterwards.unread, {
    'no read': { isThere: false },
  }),
  madeRow('result.there', { ...read, ...vm(true) }, result.there, {
    ...readFacts,
    'a read that finds it': vm(false),
  }),
  madeRow('result.gone', { ...read, ...vm(false) }, result.gone, {
    ...readFacts,
    'a read that finds none': vm(true),
  }),
  madeRow(
    'result.other',
    { ...read, vm: { id: null, isThere: true, isOfJob: false } },
    result.other,
    {
      'a read': { vm: undefined },
      'when it was created': vm(true),
      'a read that has ended': { isReading: true },
      'a read that worked': { problem: 'No.' },
      'a job that has ended': { status: 'inProgress' },
    },
  ),
  madeRow('result.unknown', { ...read, ...vm(null) }, result.unknown, {
    'a read': { vm: undefined },
    'a read that isn’t certain': vm(false),
  }),
  madeRow('result.unread', { ...read, problem: 'No.' }, result.unread('No.'), {
    'a failure': { problem: null },
  }),
  madeRow('result.willBe', { ...read, status: 'inProgress' }, result.willBe, {
    'a job that runs': { status: 'completed' },
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
