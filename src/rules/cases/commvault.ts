import type { RuleCase } from './case.ts';

/** Another product. */
export const commvaultCases: readonly RuleCase[] = [
  {
    id: 'T125-cv-9tb',
    given: { vm: { maxDiskGiB: 9216 } },
    when: { product: 'commvault' },
    expected: { blocked: ['commvault.disk-8tb'] },
    source: '003 §Considerations',
  },
  {
    id: 'T127-cv-keyvault-csr',
    given: { vm: { keyVaultEncrypted: true } },
    when: { product: 'commvault', subscription: 'sub-B' },
    expected: { blocked: ['commvault.kv.subscription'] },
    source: '003 §Considerations, Key Vault',
  },
  {
    id: 'T128-cv-keyvault-region',
    given: { vm: { keyVaultEncrypted: true } },
    when: { product: 'commvault', region: 'westus', cv: 'out-of-place' },
    expected: { info: ['commvault.kv.new-region'], warned: ['commvault.kv.azr0002'] },
    source: '003 §Considerations, Key Vault',
  },
  {
    id: 'T129-cv-cmk-streaming',
    given: { vm: { encryption: 'SSE-CMK' }, point: { streaming: true } },
    when: { product: 'commvault' },
    expected: { checklist: ['commvault.cmk.des'] },
    source: '003 §Considerations',
  },
  {
    id: 'T130-cv-zone-dropped',
    given: { vm: { zone: '1' }, target: { regionHasZones: false } },
    when: { product: 'commvault' },
    expected: { warned: ['commvault.zones.dropped'] },
    source: '003 §Considerations, zones',
  },
  {
    id: 'T131-cv-in-place',
    when: { product: 'commvault', cv: 'in-place' },
    expected: { warned: ['commvault.in-place.deletes'] },
    source: '003 §Restore Process',
  },
  {
    id: 'T132-cv-classic-premium',
    given: { vm: { deployment: 'classic', isManaged: false } },
    when: { product: 'commvault', staging: { tier: 'Premium' } },
    expected: { blocked: ['commvault.classic.premium'] },
    source: '003 §Considerations',
  },
  {
    id: 'T171-cv-encrypted-blob-files',
    given: { vm: { encryptedBlobs: true } },
    when: { product: 'commvault', scenario: 'files' },
    expected: {
      blocked: ['commvault.encrypted-blobs.files'],
      info: ['commvault.encrypted-blobs.full'],
    },
    source: '003 §Considerations',
  },
  {
    id: 'T172-cv-nsg-none',
    given: { vm: { hasNsg: false } },
    when: { product: 'commvault' },
    expected: { checklist: ['commvault.nsg.none'] },
    source: '003 §Restore Process',
  },
];
