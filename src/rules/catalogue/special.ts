import { all, either } from '../known.ts';
import { asDisks, rules } from '../rule.ts';
import { doc000 } from '../sources.ts';

const configurations = 'Restore VMs with special configurations';
const controllers = 'Restore domain controller VMs';

/** Machines with special configurations (3n). */
export const specialRules = rules('special', [
  {
    id: 'special.hub',
    kind: 'warn',
    field: 'option',
    when: ({ vm }, c) =>
      c.option === 'createVm' &&
      all(
        () => vm.osType === 'Windows',
        () => vm.hybridBenefit,
      ),
    instead: asDisks,
    source: [doc000(configurations)],
  },
  {
    id: 'special.hub.after',
    kind: 'checklist',
    field: null,
    when: ({ vm }, c) =>
      c.option !== 'replaceDisks' &&
      all(
        () => vm.osType === 'Windows',
        () => vm.hybridBenefit,
      ),
    source: [doc000(configurations)],
  },
  {
    id: 'special.load-balancer',
    kind: 'warn',
    field: 'option',
    when: ({ vm }, c) => c.option === 'createVm' && vm.loadBalancer !== 'none',
    instead: asDisks,
    source: [doc000(configurations)],
  },
  {
    id: 'special.multi-nic',
    kind: 'warn',
    field: 'option',
    when: ({ vm }, c) => c.option === 'createVm' && vm.nicCount > 1,
    instead: asDisks,
    source: [doc000(configurations)],
  },
  {
    id: 'special.reserved-ips',
    kind: 'warn',
    field: 'option',
    when: ({ vm }, c) => c.option === 'createVm' && vm.reservedIpCount > 1,
    instead: asDisks,
    source: [doc000(configurations)],
  },
  {
    id: 'special.nsg',
    kind: 'info',
    field: null,
    when: ({ vm }) => vm.hasNsg,
    source: [doc000(configurations)],
  },
  {
    id: 'special.availability-set',
    kind: 'warn',
    field: 'option',
    when: ({ vm }, c) => c.option === 'createVm' && vm.availabilitySet !== null,
    instead: asDisks,
    source: [doc000(configurations), doc000('Post-restore steps')],
  },
  {
    id: 'special.sql',
    kind: 'checklist',
    field: null,
    when: ({ vm }, c) => c.option !== 'replaceDisks' && vm.isSql,
    source: [doc000(configurations)],
  },
  {
    id: 'special.zone-pinned',
    kind: 'info',
    field: 'zone',
    when: ({ vm }) => vm.zone !== null,
    source: [doc000(configurations)],
  },
  {
    id: 'special.dc.single',
    kind: 'info',
    field: 'option',
    when: ({ vm }) => vm.dc === 'single-dc-single-domain',
    source: [doc000(controllers)],
  },
  {
    id: 'special.dc.multiple.reachable',
    kind: 'info',
    field: 'option',
    when: ({ vm }) =>
      all(
        () => vm.dc === 'multiple-dc-single-domain',
        () => vm.otherDcReachable,
        () => !vm.isolatedNetwork,
      ),
    source: [doc000(controllers)],
  },
  {
    id: 'special.dc.multiple.last',
    kind: 'warn',
    field: 'option',
    when: ({ vm }) =>
      vm.dc === 'multiple-dc-single-domain' &&
      either(
        () => !vm.otherDcReachable,
        () => vm.isolatedNetwork,
      ),
    source: [doc000(controllers)],
  },
  {
    id: 'special.dc.multi-domain',
    kind: 'warn',
    field: 'option',
    when: ({ vm }, c) => c.option !== 'restoreDisks' && vm.dc === 'single-dc-multi-domain',
    instead: asDisks,
    source: [doc000(controllers)],
  },
  {
    id: 'special.dc.forest',
    kind: 'warn',
    field: 'option',
    when: ({ vm }) => vm.dc === 'multi-domain-forest',
    source: [doc000(controllers)],
  },
  {
    id: 'special.network.vhds',
    kind: 'info',
    field: 'staging',
    when: ({ vm }, c) =>
      c.option === 'restoreDisks' &&
      either(
        () => vm.loadBalancer !== 'none',
        () => vm.nicCount > 1,
        () => vm.reservedIpCount > 1,
      ),
    source: [doc000(configurations)],
  },
  {
    id: 'special.dc.guide',
    kind: 'info',
    field: 'option',
    when: ({ vm }) => vm.dc !== 'none',
    source: [doc000(controllers)],
  },
]);
