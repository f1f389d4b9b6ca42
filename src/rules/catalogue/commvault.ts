import { sameRegion } from '#src/model/places.ts';
import { hasDiskOver, isCsr, isCustomerKeyed } from '../derived.ts';
import { rules } from '../rule.ts';
import { doc003 } from '../sources.ts';

/** 8 TB as the rule reads it, GiB. */
const EIGHT_TB_GIB = 8192;

const considerations = 'Considerations';
const keyVault = 'Considerations, Key Vault';
const process = 'Restore Process';

/** What another product does (3w). The group is in scope for Commvault alone. */
export const commvaultRules = rules('commvault', [
  {
    id: 'commvault.edition',
    kind: 'info',
    field: null,
    when: () => true,
    source: [doc003('Introduction')],
  },
  {
    id: 'commvault.os',
    kind: 'info',
    field: null,
    when: () => true,
    source: [doc003('Introduction')],
  },
  {
    id: 'commvault.arm',
    kind: 'info',
    field: null,
    when: ({ vm }) => vm.deployment === 'arm',
    source: [doc003(considerations)],
  },
  {
    id: 'commvault.disk-8tb',
    kind: 'block',
    field: 'instance',
    when: ({ vm }) => vm.isManaged && hasDiskOver(vm, EIGHT_TB_GIB),
    source: [doc003(considerations)],
  },
  {
    id: 'commvault.classic.premium',
    kind: 'block',
    field: 'staging',
    when: ({ vm }, c) => c.staging?.tier === 'Premium' && vm.deployment === 'classic',
    source: [doc003(considerations)],
  },
  {
    id: 'commvault.encrypted-blobs.full',
    kind: 'info',
    field: null,
    when: ({ vm }) => vm.encryptedBlobs,
    source: [doc003(considerations)],
  },
  {
    id: 'commvault.encrypted-blobs.files',
    kind: 'block',
    field: 'scenario',
    when: ({ vm }, c) => c.scenario === 'files' && vm.encryptedBlobs,
    instead: [{ field: 'scenario', value: 'entire-vm' }],
    source: [doc003(considerations)],
  },
  {
    id: 'commvault.kv.subscription',
    kind: 'block',
    field: 'subscription',
    when: (facts, c) => isCsr(facts, c) && facts.vm.keyVaultEncrypted,
    instead: [{ field: 'subscription', set: ({ vault }) => vault.subscription }],
    source: [doc003(keyVault)],
  },
  {
    id: 'commvault.kv.new-region',
    kind: 'info',
    field: 'region',
    when: (facts, c) =>
      facts.vm.keyVaultEncrypted && !isCsr(facts, c) && !sameRegion(c.region, facts.vm.region),
    source: [doc003(keyVault)],
  },
  {
    id: 'commvault.kv.azr0002',
    kind: 'warn',
    field: 'region',
    when: ({ vm }, c) =>
      c.cv === 'out-of-place' && vm.keyVaultEncrypted && !sameRegion(c.region, vm.region),
    source: [doc003(keyVault)],
  },
  {
    id: 'commvault.kv.access',
    kind: 'checklist',
    field: null,
    when: ({ vm }) => vm.keyVaultEncrypted,
    source: [doc003(keyVault)],
  },
  {
    id: 'commvault.kv.microsoft-limits',
    kind: 'info',
    field: null,
    when: ({ vm }) => vm.keyVaultEncrypted,
    source: [doc003(keyVault)],
  },
  {
    id: 'commvault.cmk.des',
    kind: 'checklist',
    field: null,
    when: ({ vm, point }) => isCustomerKeyed(vm) && point.streaming,
    source: [doc003(considerations)],
  },
  {
    id: 'commvault.cmk.restore-ok',
    kind: 'info',
    field: null,
    when: ({ vm }) => isCustomerKeyed(vm),
    source: [doc003(considerations)],
  },
  {
    id: 'commvault.zones.kept',
    kind: 'info',
    field: 'zone',
    when: ({ vm, target }) => vm.zone !== null && target.regionHasZones,
    source: [doc003('Considerations, zones')],
  },
  {
    id: 'commvault.zones.dropped',
    kind: 'warn',
    field: 'zone',
    when: ({ vm, target }) => vm.zone !== null && !target.regionHasZones,
    source: [doc003('Considerations, zones')],
  },
  {
    id: 'commvault.host-encryption',
    kind: 'info',
    field: null,
    when: ({ vm }) => vm.encryptionAtHost,
    source: [doc003(considerations)],
  },
  {
    id: 'commvault.in-place.deletes',
    kind: 'warn',
    field: null,
    when: ({ vm }, c) => c.cv === 'in-place' && vm.exists,
    source: [doc003(process)],
  },
  {
    id: 'commvault.out-of-place',
    kind: 'require-field',
    field: ['rg', 'subscription', 'vmSize', 'staging'],
    when: (_, c) =>
      c.cv === 'out-of-place' && !(c.rg && c.subscription && c.vmSize && c.staging !== null),
    source: [doc003(process)],
  },
  {
    id: 'commvault.staged-convert',
    kind: 'info',
    field: null,
    when: ({ vm }) => vm.isManaged,
    source: [doc003(process)],
  },
  {
    id: 'commvault.stages',
    kind: 'info',
    field: null,
    when: () => true,
    source: [doc003(process)],
  },
  {
    id: 'commvault.nsg.same',
    kind: 'info',
    field: null,
    when: ({ vm }) => vm.hasNsg,
    source: [doc003(process)],
  },
  {
    id: 'commvault.nsg.none',
    kind: 'checklist',
    field: null,
    when: ({ vm }) => !vm.hasNsg,
    source: [doc003(process)],
  },
]);
