import { type Given, inPair, type RuleCase } from './case.ts';

const down = (redundancy: 'LRS' | 'ZRS' | 'GRS', vault: Given['vault'] = {}): Given => ({
  platform: { primaryDown: true },
  vault: { redundancy, crrEnabled: false, ...vault },
});
const source = 'Restore VMs with special configurations; our own reading of LRS and ZRS';

/** Our own examples: what a datacenter that is down leaves of each kind of vault. */
export const outageCases: readonly RuleCase[] = [
  {
    id: 'P30-outage-lrs',
    given: down('LRS'),
    expected: {
      blocked: ['platform.outage.locally-redundant'],
      absent: ['crr.datacenter-disaster', 'platform.outage.declared'],
    },
    source,
  },
  {
    id: 'P31-outage-zrs',
    given: down('ZRS'),
    when: { option: 'restoreDisks' },
    expected: { blocked: ['platform.outage.zone-redundant'] },
    source,
  },
  {
    id: 'P32-outage-grs-is-warned-of',
    given: down('GRS'),
    when: inPair,
    expected: { warned: ['platform.outage.declared'] },
    source,
  },
  {
    id: 'P33-outage-grs-snapshot',
    given: { ...down('GRS'), point: { tier: 'Snapshot', inSecondary: false } },
    when: inPair,
    expected: { blocked: ['platform.outage.snapshot'] },
    source,
  },
  {
    id: 'P35-outage-zone-lrs',
    given: { platform: { pinnedZoneDown: true }, vault: { redundancy: 'LRS', crrEnabled: false } },
    expected: { warned: ['platform.outage.one-datacenter'] },
    source,
  },
  {
    id: 'P34-outage-crr-needs-no-declaration',
    given: down('GRS', { crrEnabled: true }),
    when: { ...inPair, secondary: true },
    expected: {
      absent: ['platform.outage.declared', 'platform.outage.snapshot'],
    },
    source,
  },
];
