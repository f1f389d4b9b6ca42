import { describe, expect, test } from 'vitest';
import { testArm } from '#src/api/arm/testing.ts';
import { listBoxes } from '#src/api/toy/boxes/ops.ts';
import { TOY_HOME } from '#src/api/toy/home.ts';
import { toyTokens } from '#src/api/toy/queries/session.ts';
import { restoreOf } from '#src/datasources/toy/request.ts';
import { newToyDraft } from '#src/datasources/toy/schema.ts';
import { STEPS_OF_TOY } from '#src/datasources/toy/steps/steps.ts';
import { toyView } from '#src/datasources/toy/view.ts';
import type { Verdict } from '#src/rules/engine.ts';
import { testAzure } from '#src/mocks/testing.ts';
import { toyService } from '#src/mocks/toy/service.ts';
import { findingsOf } from '#src/wizard/explain/findings.ts';
import { judgeValue } from '#src/wizard/explain/rule-words.ts';
import { stepStates } from '#src/wizard/steps/flow.ts';

/** A toy shelf's draft, judged by what the simulated shelf answers. */

async function viewWith(instance: string | null, point: string | null) {
  const { azure, clock } = testAzure('default', { others: [toyService] });
  const { arm } = testArm(azure.fetch, toyTokens, TOY_HOME);
  const boxes = { state: 'known', value: await listBoxes(arm) } as const;
  const draft = newToyDraft('id', clock.now(), { instance, point });
  return toyView(draft, { at: clock.now(), boxes });
}

const ids = (verdicts: readonly Verdict[]): string[] => verdicts.map(({ rule }) => rule.id);
const statesOf = (view: Awaited<ReturnType<typeof viewWith>>) =>
  stepStates(STEPS_OF_TOY, view).map(({ state }) => state.state);

describe('the rules of the shelf', () => {
  test.each([
    [null, null, ['toy.box.required'], []],
    ['toy:shelf-1', null, ['toy.point.required'], []],
    ['toy:shelf-1', 'today', [], []],
    ['toy:shelf-1', 'last-week', [], ['toy.point.old']],
    ['toy:shelf-1', 'last-month', ['toy.point.worn'], ['toy.point.old']],
  ])('of %s and %s', async (box, point, refused, warned) => {
    const view = await viewWith(box, point);
    const found = findingsOf(view.settled);
    expect([ids(found.refused), ids(found.warned)]).toEqual([refused, warned]);
    expect(restoreOf(view) === null).toBe(refused.length > 0);
  });

  test('open and close the three steps', async () => {
    expect(statesOf(await viewWith(null, null))).toEqual(['done', 'todo', 'todo']);
    const open = await viewWith('toy:shelf-1', 'last-month');
    expect(statesOf(open)).toEqual(['done', 'blocked', 'todo']);
    expect(statesOf(await viewWith('toy:shelf-1', 'today'))).toEqual(['done', 'done', 'done']);
  });
});

test('a point that is worn out is explained by what was read of it', async () => {
  const view = await viewWith('toy:shelf-1', 'last-month');
  const { short, explain } = judgeValue(view, 'point', 'last-month').blocked ?? {};
  expect(short).toBe('More than 14 days old');
  const [reason] = explain?.().reasons ?? [];
  expect(reason).toMatchObject({ id: 'toy.point.worn', facts: [{ from: 'Read from the boxes.' }] });
});

test('a point that the box does not have is not restored', async () => {
  expect(restoreOf(await viewWith('toy:shelf-1', 'birthday'))).toBeNull();
});
