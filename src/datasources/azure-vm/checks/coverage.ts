import { type Coverage, notLookedAt } from '#src/wizard/review/coverage.ts';
import type { CheckId } from '#src/strings/preflight.ts';
import type { VmChoices } from '#src/datasources/azure-vm/fields.ts';

export type VmKind = NonNullable<VmChoices['option']>;

const ALL = ['createVm', 'restoreDisks', 'replaceDisks'] as const satisfies readonly VmKind[];

/** What could refuse the restore of a virtual machine, and the check that looks at it. */
export const VM_COVERAGE: Coverage<VmKind, CheckId> = {
  rightsVault: { by: 'rightsVault', in: ALL },
  rightsTarget: { by: 'rightsTarget', in: ALL },
  rightsNetwork: { by: 'rightsNetwork', in: ['createVm'] },
  identity: { by: 'identity', in: ALL },
  point: { by: 'point', in: ALL },
  names: { by: 'names', in: ['createVm', 'restoreDisks'] },
  otherRestores: { by: 'sameTarget', in: ALL },
  staging: { by: 'staging', in: ALL },
  addresses: { by: 'addresses', in: ['createVm'] },
  size: { by: 'placement', in: ALL },
  cores: { by: 'cores', in: ['createVm'] },
  keyVault: { by: 'keys', in: ALL },
  power: { by: 'power', in: ['replaceDisks'] },
  restoresToday: { by: 'restoresToday', in: ALL },
  constraints: { by: 'others', in: ALL },
  azure: { by: 'azure', in: ALL },
  locks: { by: null, in: ALL },
  policies: { by: null, in: ALL },
  signIn: { by: null, in: ALL },
  guard: { by: null, in: ALL },
  quotas: { by: null, in: ALL },
  capacity: { by: null, in: ['createVm'] },
  keyAccess: { by: null, in: ALL },
};

/** What nothing here looks at before the restore of a virtual machine. */
export const vmNotLookedAt = ({ option }: Pick<VmChoices, 'option'>): string[] =>
  notLookedAt(VM_COVERAGE, option);
