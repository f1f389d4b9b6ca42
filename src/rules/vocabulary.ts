import { baseline } from './baseline.ts';
import type { FullChoices, StagingChoice, VnetChoice } from './choices.ts';
import type { FactName, FullFacts } from './facts.ts';
import { valueAt } from './read-values.ts';

type PropertyOf<Thing, Name> = Name extends keyof Thing ? Thing[Name] : never;
type ValueOf<Name extends string> = Name extends `c.staging.${infer Property}`
  ? PropertyOf<StagingChoice, Property>
  : Name extends `c.vnet.${infer Property}`
    ? PropertyOf<VnetChoice, Property>
    : Name extends `c.${infer Property}`
      ? PropertyOf<FullChoices, Property>
      : Name extends `${infer Group}.${infer Property}`
        ? PropertyOf<PropertyOf<FullFacts, Group>, Property>
        : never;

const REDUNDANCIES = ['LRS', 'ZRS', 'GRS', 'RA-GRS'] as const;
const ENCRYPTIONS = ['none', 'ADE', 'SSE-PMK', 'SSE-CMK', 'SSE-PMK+CMK'] as const;
const ZONES = [null, '1', '2', '3'] as const;

/** The words that a fact or choice may be; for those of regions and names some that tell. */
const WORDS: {
  readonly [Name in FactName | `c.${keyof FullChoices}`]?: readonly ValueOf<Name>[];
} = {
  'vm.deployment': ['arm', 'classic'],
  'vm.encryption': ENCRYPTIONS,
  'vm.zone': ZONES,
  'vm.osType': ['Windows', 'Linux'],
  'vm.availabilitySet': [null, 'avset-web'],
  'vm.loadBalancer': ['none', 'internal', 'external'],
  'vm.dc': [
    'none',
    'single-dc-single-domain',
    'multiple-dc-single-domain',
    'single-dc-multi-domain',
    'multi-domain-forest',
  ],
  'vm.diskSizesGiB': [null, [64], [64, 5120], [5120]],
  'point.consistency': ['AppConsistent', 'FileSystemConsistent', 'CrashConsistent'],
  'point.tier': ['Snapshot', 'SnapshotAndVault', 'Vault', 'Archive'],
  'vault.type': ['RecoveryServices', 'Backup'],
  'vault.secondaryRegion': ['centralus', null],
  'vault.redundancy': REDUNDANCIES,
  'vault.csrState': [null, 'enabled', 'disabled', 'permanentlyDisabled'],
  'vault.originalSubscription': [null, 'sub-A', 'sub-OLD'],
  'vault.identities': [['system', 'user'], ['system'], ['user'], []],
  'target.ownZone': ZONES,
  'target.firstSubnet': ['default', null],
  'disk.encryption': ENCRYPTIONS,
  'disk.role': ['os', 'data'],
  'disk.validation': ['none', 'running', 'succeeded', 'failed'],
  'job.kind': ['createVm', 'restoreDisks', 'replaceDisks', 'diskRestore'],
  'job.status': ['InProgress', 'Completed', 'Failed', 'CompletedWithWarnings', 'Cancelled'],
  'c.staging.kind': ['StorageV2', 'Storage', 'BlobStorage'],
  'c.staging.redundancy': [...REDUNDANCIES, 'GZRS', 'RA-GZRS'],
  'c.staging.tier': ['Standard', 'Premium'],
  'c.staging': [baseline.choices.staging, null],
  'c.vnet': [baseline.choices.vnet, null],
  'c.product': ['azure-backup', 'commvault'],
  'c.datasource': [null, 'azure-vm', 'azure-disk'],
  'c.scenario': [null, 'entire-vm', 'disk', 'files', 'encrypted', 'cross-region', 'bare-metal'],
  'c.client': ['portal', 'rest', 'powershell', 'cli'],
  'c.action': [null, 'submit', 'deployTemplate', 'setCsr'],
  'c.group': [null, 'createNew', 'replaceExisting'],
  'c.option': [null, 'createVm', 'restoreDisks', 'replaceDisks'],
  'c.viewRegion': ['primary', 'secondary'],
  'c.zone': ZONES,
  'c.identity': ['none', 'system', 'user'],
  'c.restoreAsManaged': [null, true, false],
  'c.diskAccess': [null, 'same', 'public', 'private'],
  'c.diskMode': ['ALR', 'OLR'],
  'c.templateValues': [null, {}],
  'c.csrState': [null, 'enabled', 'disabled', 'permanentlyDisabled'],
  'c.cv': [null, 'in-place', 'out-of-place'],
};

/** What a fact or choice can be set to: one of some values, a number, names, or a text. */
export type Vocabulary =
  | { readonly kind: 'values'; readonly values: readonly unknown[] }
  | { readonly kind: 'number' | 'names' | 'text' };

/** The vocabulary of a fact or choice (`vm.zone`, `c.option`); one without words takes its baseline's. */
export function vocabularyOf(name: string): Vocabulary {
  const values = Object.entries(WORDS).find(([key]) => key === name)?.[1];
  if (values !== undefined) return { kind: 'values', values };
  const example = valueAt(baseline, name);
  if (typeof example === 'boolean') return { kind: 'values', values: [true, false] };
  if (typeof example === 'number') return { kind: 'number' };
  return { kind: Array.isArray(example) ? 'names' : 'text' };
}
