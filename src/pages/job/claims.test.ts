import { expect, test } from 'vitest';
import { cancelRequestText, type CancelRequest } from '#src/pages/job/CancelState.tsx';
import { canceling } from '#src/strings/progress.ts';
import { claim, faultsOf } from '#src/strings/testing-claims.ts';

/** Which facts the sentences about a request to cancel a job need. */

const says = (known: CancelRequest) => cancelRequestText('Azure', known);
const idle: CancelRequest = { isPending: false, isSuccess: false, failure: null };
const refused = { message: 'No.', mayBeDone: false };
const unclear = { message: 'No.', mayBeDone: true };

const rows = [
  claim<CancelRequest>({
    key: 'asking',
    sentence: canceling.asking,
    says,
    known: { ...idle, isPending: true },
    without: { 'a request on its way': { isPending: false } },
  }),
  claim<CancelRequest>({
    key: 'asked',
    sentence: canceling.asked('Azure'),
    says,
    known: { ...idle, isSuccess: true },
    without: { 'an answer that accepts': { isSuccess: false } },
  }),
  claim<CancelRequest>({
    key: 'refused',
    sentence: canceling.refused('No.'),
    says,
    known: { ...idle, failure: refused },
    without: { 'a failure': { failure: null }, 'an answer that refuses': { failure: unclear } },
  }),
  claim<CancelRequest>({
    key: 'lost',
    sentence: canceling.lost('Azure'),
    says,
    known: { ...idle, failure: unclear },
    without: { 'a failure': { failure: null }, 'no refusal': { failure: refused } },
  }),
];

test.each(rows)('$key needs its facts', (row) => {
  expect(faultsOf(row)).toEqual([]);
});

test(`${String(rows.length)} sentences about a request to cancel a job are in the table`, () => {
  expect(rows).toHaveLength(4);
});
