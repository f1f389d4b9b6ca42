import { expect, test } from 'vitest';
import type { StepRecord } from '#src/actions/record.ts';
import type { DeployAttempt } from '#src/datasources/azure-vm/deploy/attempts.ts';
import { recordState, templateState } from '#src/datasources/azure-vm/job/afterwards.ts';
import { instant } from '#src/lib/time.ts';
import { type AfterAction, afterLines, afterMark, type StepMarks } from '#src/model/next-steps.ts';
import { afterwards, latestText } from '#src/strings/afterwards.ts';
import { claim, faultsOf, unlisted } from '#src/strings/testing-claims.ts';

/** Which facts the sentences need that say what was done after a restore, and whether it is still there. */

type Step = Pick<StepRecord, 'state' | 'wasSo'>;
interface Known {
  /** The requests before, and the one that it depends on. */
  readonly before: Step;
  readonly step: Step;
}
const says = ({ before, step }: Known) => {
  const steps = [before, step].map((one, index) => ({
    id: String(index),
    title: '',
    at: 0,
    ...one,
  }));
  return afterwards.state[recordState({ steps })];
};
const wasSo: Step = { state: 'done', wasSo: true };
const done: Step = { state: 'done' };
const rowOf = (
  key: keyof typeof afterwards.state,
  known: Known,
  without: Readonly<Record<string, Partial<Known>>>,
) => claim<Known>({ key: `state.${key}`, sentence: afterwards.state[key], says, known, without });

const recordRows = [
  rowOf(
    'done',
    { before: wasSo, step: done },
    {
      'each result read': { step: { state: 'sent' } },
      'a request of ours': { step: wasSo },
      'no refusal': { step: { state: 'refused' } },
    },
  ),
  rowOf(
    'wasSo',
    { before: wasSo, step: wasSo },
    {
      'no request of ours': { before: done },
      'each result read': { step: { state: 'unknown' } },
    },
  ),
  rowOf(
    'open',
    { before: done, step: { state: 'waiting' } },
    {
      'something left to do': { step: done },
      'no refusal': { step: { state: 'refused' } },
    },
  ),
  rowOf(
    'partly',
    { before: done, step: { state: 'refused' } },
    {
      'a result of ours': { before: wasSo },
      'a request that failed': { step: done },
      'a request that has stopped': { step: { state: 'sent' } },
    },
  ),
  rowOf(
    'refused',
    { before: wasSo, step: { state: 'refused' } },
    {
      'a refusal': { step: { state: 'unknown' } },
      'no result of ours': { before: done },
    },
  ),
  rowOf(
    'unknown',
    { before: wasSo, step: { state: 'unknown' } },
    {
      'no answer': { step: { state: 'refused' } },
      'no result of ours': { before: done },
    },
  ),
];

type Deployed = Pick<DeployAttempt, 'state' | 'end'>;
const end = { isGood: true, at: 0, machines: [] };
const deployedRow = (
  key: keyof typeof afterwards.state,
  known: Deployed,
  without: Readonly<Record<string, Partial<Deployed>>>,
) =>
  claim<Deployed>({
    key: `state.${key}`,
    sentence: afterwards.state[key],
    says: (attempt) => afterwards.state[templateState(attempt)],
    known,
    without,
  });
const deployedRows = [
  deployedRow(
    'done',
    { state: 'started', end },
    {
      'its end': { end: undefined },
      'a good end': { end: { ...end, isGood: false } },
    },
  ),
  deployedRow(
    'accepted',
    { state: 'started' },
    {
      'an answer that accepts': { state: 'sent' },
      'no end': { end },
    },
  ),
  deployedRow('refused', { state: 'refused' }, { 'a refusal': { state: 'sent' } }),
  deployedRow(
    'failed',
    { state: 'started', end: { ...end, isGood: false } },
    {
      'its end': { end: undefined },
      'a bad end': { end },
    },
  ),
  deployedRow('unknown', { state: 'sent' }, { 'no answer': { state: 'started' } }),
];

const action: AfterAction = {
  id: 'a',
  kind: 'build',
  sentence: '',
  state: 'done',
  at: instant(1),
  machineId: null,
  check: null,
};
interface Later extends Pick<AfterAction, 'state'> {
  readonly marks: StepMarks;
}
const laterSays = ({ state, marks }: Later) =>
  afterLines([{ ...action, state }], { [afterMark('a')]: marks }).map((line) =>
    latestText(line, String),
  );
const laterRows = [
  claim<Later>({
    key: 'there',
    sentence: afterwards.there('5'),
    says: laterSays,
    known: { state: 'done', marks: { verified: 5 } },
    without: {
      'a read': { marks: {} },
      'a read that finds it': { marks: { open: 5, undone: 5 } },
      'something that was done': { state: 'refused' },
    },
  }),
  claim<Later>({
    key: 'gone',
    sentence: afterwards.gone('5'),
    says: laterSays,
    known: { state: 'done', marks: { open: 9, undone: 5 } },
    without: {
      'a read': { marks: {} },
      'a read that doesn’t find it': { marks: { verified: 9 } },
      'something that was done': { state: 'unknown' },
    },
  }),
];

const rows = [...recordRows, ...deployedRows, ...laterRows];

test.each(rows)('$key needs its facts', (row) => {
  expect(faultsOf(row)).toEqual([]);
});

/** Labels and orders; what couldn’t be read, or wasn’t, stands where a read is missing. */
const CLAIMLESS = 'title note of operation deployed likely by unread notRead';

test(`${String(rows.length)} sentences about what was done afterwards are in the table`, () => {
  expect(rows).toHaveLength(13);
  expect(unlisted(afterwards, rows, CLAIMLESS)).toEqual([]);
});
