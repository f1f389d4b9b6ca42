import type { RuleCase } from './case.ts';

/** Network access of the restored disks. */
export const networkCases: readonly RuleCase[] = [
  {
    id: 'T100-network-private-missing-da',
    given: { vm: { hasPrivateEndpointDisks: true } },
    when: { diskAccess: 'private' },
    expected: { required: ['network.private.disk-access'] },
    source: '000 §Assign network access settings during restore',
  },
  {
    id: 'T101-network-public',
    given: { vm: { hasPrivateEndpointDisks: true } },
    when: { diskAccess: 'public' },
    expected: { warned: ['network.public.warn'] },
    source: '000 §Assign network access settings during restore',
  },
  {
    id: 'T102-network-cli-same',
    given: { vm: { hasPrivateEndpointDisks: true } },
    when: { diskAccess: 'same', client: 'cli' },
    expected: { blocked: ['network.client.no-cli'] },
    source: '000 §Assign network access settings during restore, note',
  },
  {
    id: 'T103-network-cli-public-ok',
    given: { vm: { hasPrivateEndpointDisks: true } },
    when: { diskAccess: 'public', client: 'cli' },
    expected: { warned: ['network.public.warn'] },
    source: '000 §Assign network access settings during restore, note',
  },
  {
    id: 'T144-network-not-pe',
    expected: { hidden: ['network.feature-scope'] },
    source: '000 §Assign network access settings during restore, note (G-09)',
  },
  {
    id: 'T162-network-required',
    given: { vm: { hasPrivateEndpointDisks: true } },
    expected: { required: ['network.required'], defaulted: ['network.default'] },
    source: '000 §Assign network access settings during restore',
  },
  {
    id: 'T163-network-powershell-private',
    given: { vm: { hasPrivateEndpointDisks: true } },
    when: { diskAccess: 'private', diskAccessId: 'da1', client: 'powershell' },
    expected: { blocked: ['network.client.no-cli'] },
    source: '000 §Assign network access settings during restore, note (gap G-08)',
  },
];
