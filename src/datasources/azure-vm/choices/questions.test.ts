import { describe, expect, test } from 'vitest';
import {
  answerText,
  QUESTIONS,
  questionsOf,
  withChoices,
} from '#src/datasources/azure-vm/choices.ts';
import { vmChosenLines } from '#src/datasources/azure-vm/plan.tsx';
import { openQuestions } from '#src/datasources/azure-vm/steps/review/Findings.tsx';
import {
  findingsOf,
  notesOfAnswers,
  unansweredIn,
  warningCount,
} from '#src/wizard/explain/findings.ts';
import type { VmChoices } from '#src/datasources/azure-vm/fields.ts';
import {
  AS_REPLACEMENT,
  exampleDraft,
  exampleReads,
  exampleView,
  itemId,
} from '#src/datasources/azure-vm/testing.ts';

type Choices = Partial<VmChoices>;
const windows = exampleReads();
const linux = exampleReads({ machine: { osType: 'Linux' }, point: { osType: 'Linux' } });
const unread = {
  ...exampleReads({ point: { osType: null } }),
  machine: { state: 'forbidden' } as const,
};
const sql = exampleReads({ machine: { extensions: ['SqlIaasExtension'] } });

const SIBLINGS: Choices = { dc: 'multiple-dc-single-domain' };

describe('asked is what matters, and what Azure has not told', () => {
  const cases: readonly [string, Choices, typeof windows, string[]][] = [
    ['Windows', {}, windows, ['dc', 'domainJoined', 'isSql']],
    ['Linux', {}, linux, ['isSql', 'cloudInit']],
    ['nobody knows which', {}, unread, ['dc', 'domainJoined', 'isSql', 'cloudInit']],
    ['SQL Server by its extension', {}, sql, ['dc', 'domainJoined']],
    ['no controller', { dc: 'none' }, windows, ['dc', 'domainJoined', 'isSql']],
    ['the only controller', { dc: 'single-dc-single-domain' }, windows, ['dc', 'isSql']],
    [
      'one of several controllers',
      SIBLINGS,
      windows,
      ['dc', 'otherDcReachable', 'isolatedNetwork', 'isSql'],
    ],
    [
      'joined to a domain',
      { domainJoined: 'yes' },
      windows,
      ['dc', 'domainJoined', 'domainTrouble', 'isSql'],
    ],
    ['replaced in place', AS_REPLACEMENT, windows, ['dc', 'domainJoined']],
  ];
  test.each(cases)('%s', (_, choices, reads, expected) => {
    expect(questionsOf({ shown: exampleDraft(choices).choices, reads })).toEqual([
      ...expected,
      'outage',
    ]);
  });
});

describe('an answer is a fact', () => {
  const vm = (choices: Choices, reads = windows) => exampleView(choices, reads).facts.vm ?? {};

  test('where it was given, and nothing where it was not', () => {
    const unanswered = vm({});
    const { outage: _, ...ofMachine } = exampleDraft().choices;
    for (const question of QUESTIONS.filter((one) => one in ofMachine))
      expect(new Map(Object.entries(unanswered)).get(question)).toBeUndefined();
    expect(vm({ ...SIBLINGS, otherDcReachable: 'no', isolatedNetwork: 'yes' })).toMatchObject({
      dc: 'multiple-dc-single-domain',
      otherDcReachable: false,
      isolatedNetwork: true,
    });
    expect(vm({ domainJoined: 'yes', domainTrouble: 'yes', isSql: 'no' })).toMatchObject({
      domainJoined: true,
      domainTrouble: true,
      isSql: false,
    });
    expect(vm({ cloudInit: 'yes' }, linux).cloudInit).toBe(true);
  });

  test('only while its question applies', () => {
    const given: Choices = { dc: 'none', otherDcReachable: 'no', isolatedNetwork: 'yes' };
    expect(vm(given).otherDcReachable).toBeUndefined();
    expect(vm(given).isolatedNetwork).toBeUndefined();
    expect(vm({ dc: 'single-dc-single-domain', domainJoined: 'yes' }).domainJoined).toBe(undefined);
    expect(vm({ cloudInit: 'yes' }).cloudInit).toBeUndefined();
  });

  test('that can follow from another: no domain to lose, no controller under Linux, SQL as Azure reports it', () => {
    expect(vm({ domainJoined: 'no', domainTrouble: 'yes' }).domainTrouble).toBe(false);
    expect(vm({ dc: 'multi-domain-forest' }, linux).dc).toBe('none');
    expect(vm({ isSql: 'no' }, sql).isSql).toBe(true);
  });
});

describe('Review', () => {
  const found = (choices: Choices, reads = windows) => {
    const view = exampleView({ warningsRead: false, ...choices }, reads);
    const findings = findingsOf(view.settled);
    return {
      warned: findings.warned.map(({ rule }) => rule.id),
      unanswered: unansweredIn(view).map(({ rule }) => rule.id),
      notes: notesOfAnswers(view).map(({ id }) => id),
      toTick: warningCount(findings),
    };
  };

  test('names the warnings that wait for an answer and requires no confirmation of them', () => {
    expect(found({})).toEqual({
      warned: [],
      unanswered: ['special.dc.multiple.last', 'special.dc.forest'],
      notes: [],
      toTick: 0,
    });
    expect(found({}, linux).unanswered).toEqual([]);
    expect(found({ dc: 'none' }).unanswered).toEqual([]);
  });

  test('what waits for one answer is one question, however many warnings there are', () => {
    const view = exampleView({}, windows);
    const unanswered = unansweredIn(view);
    expect(unanswered.map(({ fact }) => fact).length).toBeGreaterThan(1);
    expect(openQuestions(unanswered)).toEqual([{ question: 'dc', warnings: unanswered.length }]);
  });

  test('says what follows from the answers', () => {
    expect(found({ dc: 'single-dc-single-domain', isSql: 'yes' }).notes).toEqual([
      'special.sql',
      'special.dc.single',
      'special.dc.guide',
    ]);
    expect(found({ ...SIBLINGS, otherDcReachable: 'no' })).toMatchObject({
      warned: ['special.dc.multiple.last'],
      toTick: 1,
    });
    const trouble = found({ domainJoined: 'yes', domainTrouble: 'yes' }).notes;
    expect(trouble.filter((id) => id.startsWith('after.domain'))).toHaveLength(8);
  });

  test('says each answer in the words that it was given in', () => {
    const lines = vmChosenLines(exampleView({ ...SIBLINGS, isolatedNetwork: 'no', isSql: null }));
    expect(lines.slice(-2)).toEqual([
      ['Is it a domain controller?', 'One of several domain controllers of a single domain'],
      ['Will its network be isolated?', 'No'],
    ]);
    expect(answerText('isSql', exampleDraft().choices)).toBeNull();
  });
});

test('another VM clears every answer; another network clears only the answers about the network', () => {
  const given: Choices = {
    ...SIBLINGS,
    isolatedNetwork: 'yes',
    isSql: 'no',
    vnet: '/a',
    subnet: 's',
  };
  const draft = exampleDraft(given);
  const other = withChoices(draft, { instance: itemId('otherVM') }, 1);
  expect(QUESTIONS.map((question) => other.choices[question])).toEqual(QUESTIONS.map(() => null));
  const moved = withChoices(draft, { vnet: '/b' }, 1);
  expect(moved.choices).toMatchObject({ ...SIBLINGS, isSql: 'no', isolatedNetwork: null });
  expect(moved.takenBack).toContainEqual(
    expect.objectContaining({ field: 'isolatedNetwork', because: 'network' }),
  );
});
