import type { FieldName } from '#src/rules/choices.ts';
import { fieldsOf, type Rule } from '#src/rules/rule.ts';
import { type Question, QUESTIONS } from '#src/wizard/draft/schema.ts';

/** The six steps, for every datasource, in their order. The ids are the last part of the address. */
export const STEPS = [
  'datasource',
  'instance',
  'restore-point',
  'configuration',
  'network-access',
  'review',
] as const;
export type StepId = (typeof STEPS)[number];

/** Whether a part of an address names a step. */
export function isStepId(text: string): text is StepId {
  return STEPS.some((step) => step === text);
}

/** A field of a step: one that rules speak about, or a question that only feeds them. */
export type StepField = FieldName | Question;

/** Which fields a step asks for: a rule about a field speaks in its step. */
export const STEP_FIELDS: Readonly<Record<StepId, readonly StepField[]>> = {
  datasource: ['datasource'],
  instance: ['instance', 'regionView'],
  'restore-point': ['point'],
  configuration: [
    'group',
    'option',
    'vmName',
    'subscription',
    'rg',
    'region',
    'vnet',
    'subnet',
    'zone',
    'staging',
    'restoreAsManaged',
    'identity',
    'identityId',
    'diskEncryptionSet',
    'confirmReplace',
    ...QUESTIONS,
  ],
  'network-access': ['diskAccess', 'diskAccessId'],
  review: ['warningsRead'],
};

/** The step that asks for a field; null for fields that no step asks for. */
function stepOf(field: FieldName): StepId | null {
  return STEPS.find((step) => STEP_FIELDS[step].includes(field)) ?? null;
}

/** Where a rule can be settled: the first of its fields that a step before Review asks for. */
export function placeOf(rule: Pick<Rule, 'field'>): { step: StepId; field: FieldName } | null {
  for (const field of fieldsOf(rule)) {
    const step = stepOf(field);
    if (step !== null && step !== 'review') return { step, field };
  }
  return null;
}
