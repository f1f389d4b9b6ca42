import { zodResolver } from '@hookform/resolvers/zod';
import { describe, expect, test } from 'vitest';
import type { VmChoices } from '#src/datasources/azure-vm/fields.ts';
import { type DraftView, STEPS_OF_VM } from '#src/datasources/azure-vm/model.ts';
import { type Different, exampleReads, exampleView } from '#src/datasources/azure-vm/testing.ts';
import { STEP_FIELDS, type StepId, STEPS } from '#src/rules/fields.ts';
import { draftSchema } from '#src/wizard/draft/schema.ts';
import {
  clauseOf,
  stepAfter,
  stepBefore,
  stepStates,
  stepToDecide,
} from '#src/wizard/steps/flow.ts';
import { fieldPlaceOf, type StepState } from '#src/wizard/steps/task-steps.ts';

const isPrivate: Different = { point: { hasPrivateAccessDisks: true } };
type StepStates = Readonly<Record<StepId, StepState>>;
const stepsFor = (view: DraftView) => stepStates(STEPS_OF_VM, view);
const statesIn = (view: DraftView): StepStates => {
  const found = new Map(stepsFor(view).map(({ id, state }) => [id, state]));
  const of = (id: StepId): StepState => found.get(id) ?? { state: 'notChecked' };
  return {
    datasource: of('datasource'),
    instance: of('instance'),
    'restore-point': of('restore-point'),
    configuration: of('configuration'),
    'network-access': of('network-access'),
    review: of('review'),
  };
};
const statesOf = (choices: Partial<VmChoices> = {}, different: Different = {}): StepStates =>
  statesIn(exampleView(choices, exampleReads(different)));
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
    expect(statesOf({}, { point: { tier: 'Archive' } })['restore-point'].state).toBe('blocked');
  });

  test('it is unknown whether a step is needed while its fact is unknown', () => {
    const reads = { ...exampleReads({ point: { hasPrivateAccessDisks: null } }), disks: [] };
    const view = exampleView({}, reads);
    expect(clauseOf({ fields: STEP_FIELDS['network-access'] }, view.settled)).toMatchObject({
      state: 'notChecked',
      fact: 'vm.hasPrivateEndpointDisks',
    });
    expect(statesIn(view)['network-access'].state).not.toBe('notNeeded');
  });
});

describe('Next and Previous', () => {
  const stepsOf = (states: StepStates) =>
    STEPS_OF_VM.map((step) => ({ ...step, state: states[step.id] }));
  const walk = (states: StepStates, from: string, by: typeof stepAfter): string[] => {
    const next = by(from, stepsOf(states));
    return next === null ? [from] : [from, ...walk(states, next.id, by)];
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

  test('lead out of a step that is not needed when a person opens it anyway', () => {
    expect(stepAfter('network-access', stepsOf(statesOf()))?.id).toBe('review');
    expect(stepBefore('network-access', stepsOf(statesOf()))?.id).toBe('configuration');
  });
});

describe('Next, where the kind of restore was named', () => {
  const next = (draft: Partial<DraftView['stored']>, different: Different = {}) => {
    const view = exampleView({}, exampleReads(different));
    const stored = { ...view.stored, suggested: {}, isNamed: true, ...draft };
    return stepToDecide('restore-point', stepsFor(view), { ...view, stored })?.id;
  };
  const rg = exampleView().stored.choices['rg'] ?? null;

  test('passes over a step with nothing but the person’s own values', () => {
    expect(next({ visited: ['configuration'] })).toBe('review');
  });

  test('stops at a suggestion that is not confirmed', () => {
    expect(next({ visited: ['configuration'], suggested: { rg } })).toBe('configuration');
    expect(next({ visited: ['configuration'], suggested: { rg: null } })).toBe('review');
  });

  test('stops at a default that the person has not seen', () => {
    expect(next({ visited: ['configuration'] }, isPrivate)).toBe('network-access');
    expect(next({ visited: ['configuration', 'network-access'] }, isPrivate)).toBe('review');
  });

  test('goes step by step where none was named', () => {
    expect(next({ visited: ['configuration'], isNamed: false })).toBe('configuration');
  });
});

test('a rule about a field is settled in the step before Review that asks for it', () => {
  const place = (
    ...field: Extract<Parameters<typeof fieldPlaceOf>[1]['field'], readonly unknown[]>
  ) => fieldPlaceOf(STEPS_OF_VM, { field });
  expect(place('staging')).toEqual({ step: 'configuration', field: 'staging' });
  expect(place('diskAccessId')).toEqual({ step: 'network-access', field: 'diskAccessId' });
  expect(place('job.progress', 'option')).toEqual({ step: 'configuration', field: 'option' });
  expect(place('option', 'point')).toEqual({ step: 'configuration', field: 'option' });
  expect(place('warningsRead')).toBeNull();
  expect(place('job.progress')).toBeNull();
  expect(fieldPlaceOf(STEPS_OF_VM, { field: 'point' })).toEqual({
    step: 'restore-point',
    field: 'point',
  });
  expect(fieldPlaceOf(STEPS_OF_VM, { field: null })).toBeNull();
});

/** Refuses each of the named choices, in this order. */
const refusing = (...refused: readonly (readonly [name: string, rule: string])[]) =>
  draftSchema.shape.choices.check((payload) => {
    for (const [name, rule] of refused) {
      payload.issues.push({ code: 'custom', input: payload.value, path: [name], message: rule });
    }
  });

const none = { datasource: null, instance: null } as const;

const options = {
  fields: { vmName: { name: 'vmName', ref: { name: 'vmName' }, value: 'a' } },
  shouldUseNativeValidation: undefined,
} as const;

test('choices that nothing refuses are the values', async () => {
  const resolve = zodResolver(refusing());
  expect(await resolve({ ...none, vmName: 'a' }, undefined, options)).toEqual({
    values: { ...none, vmName: 'a' },
    errors: {},
  });
});

test('of a field that several rules refuse the first rule counts, with the field’s element', async () => {
  const resolve = zodResolver(
    refusing(
      ['vmName', 'target.name-taken'],
      ['vmName', 'target.name-chars'],
      ['zone', 'zone.sku'],
    ),
  );
  expect(await resolve({ ...none, vmName: 'a', zone: '1' }, undefined, options)).toEqual({
    values: {},
    errors: {
      vmName: { type: 'custom', message: 'target.name-taken', ref: { name: 'vmName' } },
      zone: { type: 'custom', message: 'zone.sku' },
    },
  });
});
