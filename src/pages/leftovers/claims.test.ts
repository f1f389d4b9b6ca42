import { expect, test } from 'vitest';
import { type Claim, LEFTOVER_KINDS, type LeftoverKind } from '#src/model/leftovers.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { fromText, noneText } from '#src/pages/leftovers/LeftoversPage.tsx';
import { leftovers } from '#src/strings/leftovers.ts';
import { claim, faultsOf, unlisted } from '#src/strings/testing-claims.ts';

/** Which facts the sentences about leftover resources need. What an action says is in a table of its own. */

interface FromKnown {
  readonly kind: LeftoverKind;
  readonly claim: Claim;
  readonly jobId: ReturnType<typeof resourceId> | null;
}
const says = (known: FromKnown) => fromText(known, 'app01');
const known: FromKnown = { kind: 'disk', claim: 'certain', jobId: resourceId('/j') };

interface NoneKnown {
  readonly areRead: readonly boolean[];
  readonly areJobsRead: boolean;
}
const noneRows = LEFTOVER_KINDS.map((kind) =>
  claim<NoneKnown>({
    key: `none.${kind}`,
    sentence: leftovers.none[kind],
    says: ({ areRead, areJobsRead }) => noneText(kind, areRead, areJobsRead),
    known: { areRead: [true], areJobsRead: true },
    without: {
      'each list read': { areRead: [true, false] },
      ...((kind === 'container' || kind === 'role') && {
        'a list to search': { areRead: [] },
        'the jobs that say where': { areJobsRead: false },
      }),
    },
  }),
);
const notSearched = (['container', 'role'] as const).map((kind) =>
  claim<NoneKnown>({
    key: `notSearched.${kind}`,
    sentence: leftovers.notSearched[kind],
    says: ({ areRead, areJobsRead }) => noneText(kind, areRead, areJobsRead),
    known: { areRead: [], areJobsRead: true },
    without: { 'no list': { areRead: [true] }, 'the jobs read': { areJobsRead: false } },
  }),
);
const rows = [
  ...noneRows,
  ...notSearched,
  claim({
    key: 'certain',
    sentence: leftovers.certain('app01'),
    says,
    known,
    without: { 'a certain match': { claim: 'likely' }, 'a job': { jobId: null } },
  }),
  claim({
    key: 'likely',
    sentence: leftovers.likely('app01'),
    says,
    known: { ...known, claim: 'likely' },
    without: { 'a job': { jobId: null }, 'a match that isn’t certain': { claim: 'certain' } },
  }),
  claim({
    key: 'unrelated',
    sentence: leftovers.unrelated,
    says,
    known: { ...known, claim: 'none', jobId: null },
    without: { 'no job': { jobId: resourceId('/j') } },
  }),
  claim({
    key: 'unrelatedRole',
    sentence: leftovers.unrelatedRole,
    says,
    known: { kind: 'role', claim: 'none', jobId: null },
    without: { 'no job': { jobId: resourceId('/j') }, 'a role': { kind: 'disk' } },
  }),
];

/** Labels, plans and commands; `inUse` says what a job reports. */
const CLAIMLESS = `
  what commandsLabel about kinds read heads noTime
  select inUse gib plan all change
  open deletion button revoke commands confirmName
  sentence step lost untouched
`;

test.each(rows)('$key needs its facts', (row) => {
  expect(faultsOf(row)).toEqual([]);
});

test(`${String(rows.length)} sentences about leftover resources are in the table`, () => {
  expect(rows).toHaveLength(10);
  expect(unlisted(leftovers, rows, CLAIMLESS)).toEqual([]);
});
