import type { FieldName } from './choices.ts';

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

/** Which fields a step asks for, in the order of the page: a rule about a field speaks in its step. */
export const STEP_FIELDS: Readonly<Record<StepId, readonly FieldName[]>> = {
  datasource: ['datasource'],
  instance: ['regionView', 'instance'],
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
    'diskEncryptionSet',
    'identity',
    'identityId',
    'confirmReplace',
    'diskMode',
    'diskName',
  ],
  'network-access': ['diskAccess', 'diskAccessId'],
  review: ['consequenceRead', 'warningsRead'],
};

/** The step that asks for a field; null for fields that no step asks for. */
export function stepAsking(field: FieldName): StepId | null {
  return STEPS.find((step) => STEP_FIELDS[step].includes(field)) ?? null;
}
