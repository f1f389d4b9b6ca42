import { describe, expect, test } from 'vitest';
import type { DraftChoices } from '#src/wizard/draft/schema.ts';
import { STEPS, type StepId } from '#src/rules/step-of.ts';
import { isStepId, placeOf } from '#src/wizard/draft/step-ids.ts';
import { clauseOf } from '#src/wizard/draft/step-clause.ts';
import { type Different, exampleReads, exampleView } from '#src/wizard/draft/testing.ts';
import { stepAfter, stepBefore, type StepStates, stepStates } from '#src/wizard/flow.ts';

const isPrivate: Different = { point: { hasPrivateAccessDisks: true } };
const statesOf = (choices: Partial<DraftChoices> = {}, different: Different = {}): StepStates =>
  stepStates(exampleView(choices, exampleReads(different)).settled);
const words = (states: StepStates) => STEPS.map((step) => states[step].state);

describe('how the steps stand', () => {
  test('the example is done; Network access is not needed, by the clause of document 000', () => {
    const states = statesOf();
    expect(words(states)).toEqual(['done', 'done', 'done', 'done', 'notNeeded', 'done']);
    expect(states['network-access']).toMatchObject({ clause: { id: 'network.feature-scope' } });
  });

  test('a machine with a private disk needs Network access, which has a default', () => {
    expect(words(statesOf({}, isPrivate))).toEqual([
      'done',
      'done',
      'done',
      'done',
      'done',
      'done',
    ]);
    expect(words(statesOf({ diskAccess: 'private' }, isPrivate))).toEqual([
      'done',
      'done',
      'done',
      'done',
      'todo',
      'todo',
    ]);
  });

  test('an empty draft is to do from the instance on', () => {
    const none = { instance: null, point: null, rg: null, staging: null };
    expect(words(statesOf(none))).toEqual(['done', 'todo', 'todo', 'todo', 'notNeeded', 'todo']);
  });

  test('a refused choice blocks its step, and something missing does not', () => {
    expect(statesOf({}, { account: { redundancy: 'ZRS' } }).configuration.state).toBe('blocked');
    expect(statesOf({ rg: null }).configuration.state).toBe('todo');
    expect(statesOf({ rg: null }, { account: { redundancy: 'ZRS' } }).configuration.state).toBe(
      'blocked',
    );
    expect(statesOf({}, { point: { tier: 'vaultArchive' } })['restore-point'].state).toBe(
      'blocked',
    );
  });

  test('nobody knows whether a step is needed while its fact is not known', () => {
    const reads = { ...exampleReads({ point: { hasPrivateAccessDisks: null } }), disks: [] };
    const { settled } = exampleView({}, reads);
    expect(clauseOf('network-access', settled)).toMatchObject({
      state: 'notChecked',
      fact: 'vm.hasPrivateEndpointDisks',
    });
    expect(stepStates(settled)['network-access'].state).not.toBe('notNeeded');
  });
});

describe('Next and Previous', () => {
  const walk = (states: StepStates, from: StepId, by: typeof stepAfter): StepId[] => {
    const next = by(from, states);
    return next === null ? [from] : [from, ...walk(states, next, by)];
  };

  test('pass over a step that is not needed, both ways', () => {
    const forth = walk(statesOf(), 'datasource', stepAfter);
    expect(forth).toEqual(['datasource', 'instance', 'restore-point', 'configuration', 'review']);
    expect(walk(statesOf(), 'review', stepBefore)).toEqual(forth.toReversed());
  });

  test('stop at it when it is needed, both ways', () => {
    const states = statesOf({}, isPrivate);
    expect(walk(states, 'datasource', stepAfter)).toEqual([...STEPS]);
    expect(walk(states, 'review', stepBefore)).toEqual(STEPS.toReversed());
  });

  test('lead out of a step that is not needed when a person opens it all the same', () => {
    expect(stepAfter('network-access', statesOf())).toBe('review');
    expect(stepBefore('network-access', statesOf())).toBe('configuration');
  });
});

test('a part of an address names a step or does not', () => {
  expect(STEPS.every(isStepId)).toBe(true);
  expect(['', 'Review', 'reviews', 'toString'].some(isStepId)).toBe(false);
});

test('a rule about a field is settled in the step before Review that asks for it', () => {
  const place = (...field: Extract<Parameters<typeof placeOf>[0]['field'], readonly unknown[]>) =>
    placeOf({ field });
  expect(place('staging')).toEqual({ step: 'configuration', field: 'staging' });
  expect(place('diskAccessId')).toEqual({ step: 'network-access', field: 'diskAccessId' });
  expect(place('job.progress', 'option')).toEqual({ step: 'configuration', field: 'option' });
  expect(place('option', 'point')).toEqual({ step: 'configuration', field: 'option' });
  expect(place('warningsRead')).toBeNull();
  expect(place('job.progress')).toBeNull();
  expect(placeOf({ field: 'point' })).toEqual({ step: 'restore-point', field: 'point' });
  expect(placeOf({ field: null })).toBeNull();
});
