import { expect, test } from 'vitest';
import { cancelRequestText } from '#src/pages/job/CancelState.tsx';
import { canceling } from '#src/strings/progress.ts';
import { claim, faultsOf } from '#src/strings/testing-claims.ts';

/** Which facts the sentences about a request to cancel a job need. */

type Known = Parameters<typeof cancelRequestText>[1];
const says = (known: Known) => cancelRequestText('Azure', known);
const idle: Known = { isPending: false, isSuccess: false, error: null };
const UNKNOWN = new Error('No.');

const rows = [
  claim<Known>({
    key: 'asking',
    sentence: canceling.asking,
    says,
    known: { ...idle, isPending: true },
    without: { 'a request on its way': { isPending: false } },
  }),
  claim<Known>({
    key: 'asked',
    sentence: canceling.asked('Azure'),
    says,
    known: { ...idle, isSuccess: true },
    without: { 'an answer that accepts': { isSuccess: false } },
  }),
  claim<Known>({
    key: 'lost',
    sentence: canceling.lost('Azure'),
    says,
    known: { ...idle, error: UNKNOWN },
    without: { 'a failure': { error: null } },
  }),
];

test.each(rows)('$key needs its facts', (row) => {
  expect(faultsOf(row)).toEqual([]);
});

test(`${String(rows.length)} sentences about a request to cancel a job are in the table`, () => {
  expect(rows).toHaveLength(3);
});
