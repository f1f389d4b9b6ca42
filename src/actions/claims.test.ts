import { expect, test } from 'vitest';
import type { ActionRecord, StepRecord } from '#src/actions/record.ts';
import {
  actionStatusText,
  adviceOn,
  apartText,
  stateWord,
  wayOf,
} from '#src/actions/ActionPanel.tsx';
import { actionStatusOf } from '#src/actions/run.ts';
import { timeText } from '#src/lib/format.ts';
import { thisTab } from '#src/lib/storage.ts';
import { instant } from '#src/lib/time.ts';
import { WAY_ON_KINDS } from '#src/model/problem.ts';
import { OPEN_REASONS, REFUSERS } from '#src/model/action.ts';
import { actions } from '#src/strings/actions.ts';
import { claim, faultsOf, unlisted } from '#src/strings/testing-claims.ts';

/** Which facts the sentences about actions need. */

const recordOf = (...steps: readonly Partial<StepRecord>[]): ActionRecord => ({
  startedAt: 0,
  sentence: '',
  steps: steps.map((step, index) => ({
    id: String(index),
    title: '',
    state: 'done',
    at: 0,
    ...step,
  })),
});

interface Known extends Partial<StepRecord> {
  readonly by?: 'here' | 'elsewhere' | 'none';
}

const LOOKED_AT = Date.parse('2025-06-05T02:47:00Z');

/** What shows of an action whose second request is as known. */
function says({ by = 'none', ...step }: Known): string[] {
  const record = recordOf({}, step);
  const status = actionStatusOf(record, by);
  return [
    actionStatusText(status, record),
    ...[adviceOn(status, wayOf(record))].filter((one) => one !== null),
    ...record.steps.slice(1).map((one) => actions.state[stateWord(one)]),
  ];
}

const refused = REFUSERS.map((refusedBy) =>
  claim<Known>({
    key: `refused.${refusedBy}`,
    sentence: actions.refused[refusedBy],
    says,
    known: { state: 'refused', refusedBy },
    without: {
      'who refused': { refusedBy: undefined },
      'another refused': { refusedBy: refusedBy === 'page' ? 'service' : 'page' },
      'a refusal': { state: 'unknown' },
    },
  }),
);
const open = OPEN_REASONS.map((openBecause) =>
  claim<Known>({
    key: `open.${openBecause}`,
    sentence: actions.open[openBecause],
    says,
    known: { state: 'unknown', openBecause },
    without: {
      'what it rests on': { openBecause: undefined },
      'a request that has left': { state: 'waiting' },
    },
  }),
);
const advices = WAY_ON_KINDS.filter((way) => way !== 'again').map((way) =>
  claim<Known>({
    key: `way.${way}`,
    sentence: actions.way[way],
    says,
    known: { state: 'refused', refusedBy: 'service', way },
    without: {
      'what can be done': { way: undefined },
      'another way': { way: way === 'after' ? 'change' : 'after' },
      'a request that has stopped': { state: 'sent' },
      'a known outcome': { state: 'unknown' },
    },
  }),
);
const rows = [
  ...advices,
  ...refused,
  ...open,
  claim<Known>({
    key: 'refused.unknown',
    sentence: actions.refused.unknown,
    says,
    known: { state: 'refused' },
    without: { 'a refusal': { state: 'sent' } },
  }),
  claim<Known>({
    key: 'open.unknown',
    sentence: actions.open.unknown,
    says,
    known: { state: 'unknown' },
    without: { 'a request that has left': { state: 'unread' } },
  }),
  claim<Known>({
    key: 'unread',
    sentence: actions.unread,
    says,
    known: { state: 'unread' },
    without: { 'a request that never left': { state: 'unknown', openBecause: 'unread' } },
  }),
  claim<Known>({
    key: 'ended',
    sentence: actions.ended,
    says,
    known: { state: 'done' },
    without: { 'each result read': { state: 'unknown' } },
  }),
  claim<Known>({
    key: 'interrupted',
    sentence: actions.interrupted,
    says,
    known: { state: 'sent' },
    without: { 'no tab that carries it out': { by: 'elsewhere' } },
  }),
  claim<Known>({
    key: 'elsewhere',
    sentence: actions.elsewhere,
    says,
    known: { state: 'sent', by: 'elsewhere' },
    without: { 'a tab that carries it out': { by: 'none' } },
  }),
  claim<Known>({
    key: 'state.notSent',
    sentence: actions.state.notSent,
    says,
    known: { state: 'refused', refusedBy: 'page' },
    without: {
      'who refused': { refusedBy: undefined },
      'a request that never left': { refusedBy: 'service' },
    },
  }),
  claim<Known>({
    key: 'state.refused',
    sentence: actions.state.refused,
    says,
    known: { state: 'refused', refusedBy: 'service' },
    without: { 'a request that has left': { refusedBy: 'policy' } },
  }),
  claim<Known>({
    key: 'state.wasSo',
    sentence: actions.state.wasSo,
    says,
    known: { state: 'done', wasSo: true },
    without: { 'no request of ours': { wasSo: false } },
  }),
  claim<Known>({
    key: 'state.found',
    sentence: actions.state.found,
    says,
    known: { state: 'done', isRefused: true },
    without: {
      'an answer that refused it': { isRefused: undefined },
      'a request of ours': { wasSo: true },
      'its result': { state: 'refused', refusedBy: 'service' },
    },
  }),
  claim<Known>({
    key: 'looking',
    sentence: actions.looking,
    says,
    known: { state: 'sent', refusedBy: 'service', by: 'here' },
    without: {
      'a refusal of Azure’s': { refusedBy: undefined },
      'a look of this tab': { by: 'elsewhere' },
      'any look': { by: 'none' },
    },
  }),
  claim<Known>({
    key: 'lookedAt',
    sentence: `${actions.refused.service} ${actions.lookedAt(timeText(instant(LOOKED_AT)))}`,
    says,
    known: { state: 'refused', refusedBy: 'service', lookedAt: LOOKED_AT },
    without: {
      'a look': { lookedAt: undefined },
      'the time of the look': { lookedAt: LOOKED_AT + 3_600_000 },
      'a result that was read': { state: 'unknown', openBecause: 'unread' },
    },
  }),
  claim<Known>({
    key: 'state.unread',
    sentence: actions.state.unread,
    says,
    known: { state: 'unread' },
    without: { 'a read that failed': { state: 'refused', refusedBy: 'service' } },
  }),
  claim<Known>({
    key: 'state.elsewhere',
    sentence: actions.state.elsewhere,
    says,
    known: { state: 'done', wasSo: true, doneBy: 'another' },
    without: {
      'a tab that did it': { doneBy: undefined },
      'another tab': { doneBy: thisTab() },
      'its result': { state: 'unknown' },
    },
  }),
  claim<Known>({
    key: 'waits',
    sentence: actions.waits,
    says,
    known: { state: 'waiting', waits: true, by: 'here' },
    without: {
      'anything it waits for': { waits: undefined },
      'a tab that carries it out': { by: 'none' },
    },
  }),
  claim<{ readonly areHeldApart: boolean }>({
    key: 'noLocks',
    sentence: actions.noLocks,
    says: ({ areHeldApart }) => apartText(areHeldApart),
    known: { areHeldApart: false },
    without: { 'a browser without locks': { areHeldApart: true } },
  }),
];

/** Labels, plans and commands. */
const CLAIMLESS = `
  created changed untouched lost nothing confirmName
  wrongName progress stateOf tryAgain readAgain sendAgain sendOnce
  goOn startOver stopFollowing code requestId state.waiting
  state.sent state.done state.unknown
`;

test.each(rows)('$key needs its facts', (row) => {
  expect(faultsOf(row)).toEqual([]);
});

test(`${String(rows.length)} sentences about actions are in the table`, () => {
  expect(rows).toHaveLength(31);
  expect(unlisted(actions, rows, CLAIMLESS)).toEqual([]);
});
