import { expect, test } from 'vitest';
import { ArmError, type ArmErrorFacts } from '#src/api/arm/error.ts';
import { heldText } from '#src/datasources/azure-disk/DiskAfterwards.tsx';
import { roleProblemText } from '#src/datasources/azure-disk/checks/GrantRole.tsx';
import { type RestoredDiskRead, diskStateOf } from '#src/datasources/azure-disk/DiskJob.tsx';
import { timeText } from '#src/lib/format.ts';
import { type Instant, instant } from '#src/lib/time.ts';
import type { JobStatus } from '#src/model/jobs.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { diskWith } from '#src/model/testing.ts';
import { actions } from '#src/strings/actions.ts';
import { diskChecks } from '#src/strings/azure-disk-restore.ts';
import { diskPages } from '#src/strings/azure-disk.ts';
import { claimsBy, faultsOf, unlisted } from '#src/strings/testing-claims.ts';

/** Which facts the sentences about a restored disk and the roles for it need. */

const { prerequisites } = diskChecks;
const { revoke } = diskChecks.afterwards;

interface ProblemKnown extends Partial<ArmErrorFacts> {
  readonly lost: string;
  readonly failed: string;
}
function problem({ lost, failed, ...facts }: ProblemKnown): string {
  const error = new ArmError({
    kind: 'refused',
    status: 403,
    code: null,
    message: 'No.',
    requestId: null,
    missingAction: null,
    body: '',
    ...facts,
  });
  return roleProblemText(error, { lost, failed });
}
const problemRow = claimsBy<ProblemKnown>(problem);
/** Of a role that is given, and of one that is revoked. */
const problemRows = [
  {
    lostKey: 'prerequisites.grantLost',
    failedKey: 'prerequisites.notGranted',
    lost: prerequisites.grantLost,
    failed: prerequisites.notGranted,
  },
  {
    lostKey: 'revoke.lost',
    failedKey: 'revoke.notRevoked',
    lost: revoke.lost,
    failed: revoke.notRevoked,
  },
].flatMap(({ lostKey, failedKey, lost, failed }) => [
  problemRow(
    failedKey,
    { lost, failed, lookedAt: instant(0) },
    `${failed} No. ${actions.lookedAt(timeText(instant(0)))}`,
    {
      'a look that didn’t find it': { lookedAt: undefined },
      'an answer': { kind: 'lost', status: null },
      'an answer by the contract': { kind: 'unreadable', status: 200 },
      'an answer that isn’t a server’s error': { status: 502 },
    },
  ),
  problemRow(lostKey, { lost, failed, kind: 'lost', status: null }, lost, {
    'no refusal': { kind: 'refused', status: 403 },
    'a request that may have left': { kind: 'notSent' },
  }),
]);

type Held = Parameters<typeof heldText>[0];
const role = {
  id: resourceId('/r'),
  scope: resourceId('/s'),
  roleId: resourceId('/x'),
  principalId: 'p',
  createdAt: null,
};
const none: Held = { own: undefined, above: undefined, byGroup: undefined, others: 0 };

interface DiskKnown extends RestoredDiskRead {
  readonly times?: { readonly startedAt: Instant | null; readonly endedAt: Instant | null };
  readonly status: JobStatus;
}
const disk = (known: DiskKnown) =>
  diskStateOf({ startedAt: null, endedAt: null, ...known.times, status: known.status }, known).text;
const read: DiskKnown = { status: 'completed', disk: null, isReading: false, problem: null };
const there = diskWith();
const { result } = diskPages.job;
const times = { startedAt: instant(0), endedAt: instant(1) };
/** Long after that. */
const LATER = 3_600_000;
const diskRow = claimsBy<DiskKnown>(disk);
const heldRow = claimsBy<Held>(heldText);

const rows = [
  ...problemRows,
  heldRow('revoke.gone', none, revoke.gone, {
    'none of its own': { own: role },
    'none from above': { above: role },
    'none by a group': { byGroup: role },
  }),
  heldRow('revoke.held', { ...none, above: role }, revoke.held, { 'a role': { above: undefined } }),
  diskRow('result.readBack', { ...read, disk: there }, result.readBack, {
    'a read': { disk: undefined },
    'a read that finds it': { disk: null },
    'a job that has ended': { status: 'inProgress' },
    'a read that worked': { problem: 'No.' },
  }),
  diskRow(
    'result.other',
    { ...read, disk: { ...there, createdAt: instant(LATER) }, times },
    result.other,
    {
      'when it was created': { disk: there },
      'a time outside of the job': { disk: { ...there, createdAt: instant(0) } },
      'when the job ran': { times: { startedAt: null, endedAt: null } },
      'a read that finds one': { disk: null },
      'a job that has ended': { status: 'inProgress' },
    },
  ),
  diskRow('result.gone', read, result.gone, {
    'a read': { disk: undefined },
    'a read that has ended': { isReading: true },
    'a read that worked': { problem: 'No.' },
    'a job that has ended': { status: 'inProgress' },
  }),
  diskRow('result.notRead', { ...read, disk: undefined, problem: 'No.' }, result.notRead('No.'), {
    'a failure': { problem: null },
  }),
  diskRow('result.notMade', { ...read, status: 'failed', disk: undefined }, result.notMade, {
    'no read': { disk: null },
    'a job that has ended': { status: 'inProgress' },
  }),
  diskRow('result.willBe', { ...read, status: 'inProgress' }, result.willBe, {
    'a job that runs': { status: 'completed' },
  }),
];

/** Labels, questions, and what can be done. */
const OF_REVOKE = `
  revoke.title revoke.why revoke.above revoke.noIdentity revoke.reading revoke.button
  revoke.question revoke.body revoke.keep revoke.byGroup revoke.mayNot revoke.command
  revoke.others
`;
const OF_RESULT = `
  result.title result.name result.group result.subscription result.size result.attached
  result.id result.reading result.notTold
`;

test.each(rows)('$key needs its facts', (row) => expect(faultsOf(row)).toEqual([]));

test(`${String(rows.length)} sentences about restored disks and their roles are in the table`, () => {
  expect(rows).toHaveLength(12);
  expect(unlisted({ revoke, result }, rows, `${OF_REVOKE} ${OF_RESULT}`)).toEqual([]);
});
