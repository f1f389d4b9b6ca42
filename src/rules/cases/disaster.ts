import { inPair, replacing, type RuleCase, westEuropeDown } from './case.ts';

/** When the primary datacenter is down. */
export const disasterCases: readonly RuleCase[] = [
  {
    id: 'T133-disaster-staging-paired-ok',
    given: { platform: { primaryDown: true }, vault: { crrEnabled: false } },
    when: inPair,
    expected: { info: ['crr.datacenter-disaster'] },
    source: '000 §Restore VMs with special configurations',
  },
  {
    id: 'T134-disaster-staging-primary',
    given: { platform: { primaryDown: true }, vault: { crrEnabled: false } },
    when: { region: 'centralus', vnet: { region: 'centralus' } },
    expected: { blocked: ['crr.disaster.staging-region'], info: ['crr.datacenter-disaster'] },
    source: '000 §Restore VMs with special configurations',
  },
  {
    id: 'T179-disaster-ra-grs-rest-gzrs-account-in-pair',
    given: westEuropeDown('RA-GRS'),
    when: {
      client: 'rest',
      region: 'northeurope',
      vnet: { region: 'NorthEurope' },
      staging: { region: 'northeurope', redundancy: 'GZRS' },
    },
    expected: {
      blocked: ['staging.zrs', 'rest.storage'],
      info: ['crr.datacenter-disaster'],
      defaulted: ['rest.recovery-type.vm'],
      absent: ['staging.region', 'create-vm.vnet.same-region'],
    },
    source: '000 §Restore VMs with special configurations, datacenter disaster; 004 §Restore disks',
  },
  {
    id: 'T180-disaster-ra-grs-replace-with-primary-account',
    given: westEuropeDown('RA-GRS'),
    when: { ...replacing, region: 'westeurope', staging: { region: 'westeurope' } },
    expected: { blocked: ['replace.no-secondary', 'crr.disaster.staging-region'] },
    source:
      '001 §Restore entire VM to another region at alternate location; 000 §Restore VMs with special configurations',
  },
];
