import { all } from '../known.ts';
import { rules } from '../rule.ts';
import { doc000 } from '../sources.ts';

const steps = 'Post-restore steps';

/** After the restore (3u). */
export const afterRules = rules('after', [
  {
    id: 'after.extensions',
    kind: 'checklist',
    field: null,
    when: ({ vm }, c) => c.option !== 'replaceDisks' && vm.hasExtensions,
    source: [doc000(steps)],
  },
  {
    id: 'after.static-ip',
    kind: 'checklist',
    field: null,
    when: ({ vm }, c) => c.option !== 'replaceDisks' && vm.staticIp,
    source: [doc000(steps)],
  },
  {
    id: 'after.availability-set',
    kind: 'checklist',
    field: null,
    when: ({ vm }, c) => c.option !== 'replaceDisks' && vm.availabilitySet !== null,
    source: [doc000(steps)],
  },
  {
    id: 'after.cloud-init-password',
    kind: 'checklist',
    field: null,
    when: ({ vm }) =>
      all(
        () => vm.osType === 'Linux',
        () => vm.cloudInit,
      ),
    source: [doc000(steps)],
  },
  {
    id: 'after.domain-broken',
    kind: 'checklist',
    field: null,
    when: ({ vm }) =>
      all(
        () => vm.osType === 'Windows',
        () => vm.domainJoined,
      ),
    source: [doc000(steps)],
  },
  {
    id: 'after.domain.1-attach',
    kind: 'checklist',
    field: null,
    when: ({ vm }) => vm.domainTrouble,
    source: [doc000(steps)],
  },
  {
    id: 'after.domain.2-agent',
    kind: 'checklist',
    field: null,
    when: ({ vm }) => vm.domainTrouble,
    source: [doc000(steps)],
  },
  {
    id: 'after.domain.3-serial',
    kind: 'checklist',
    field: null,
    when: ({ vm }) => vm.domainTrouble,
    source: [doc000(steps)],
  },
  {
    id: 'after.domain.4-reset',
    kind: 'checklist',
    field: null,
    when: ({ vm }) => vm.domainTrouble,
    source: [doc000(steps)],
  },
  {
    id: 'after.domain.5-disjoin',
    kind: 'checklist',
    field: null,
    when: ({ vm }) => vm.domainTrouble,
    source: [doc000(steps)],
  },
  {
    id: 'after.domain.6-rdp',
    kind: 'checklist',
    field: null,
    when: ({ vm }) => vm.domainTrouble,
    source: [doc000(steps)],
  },
  {
    id: 'after.domain.7-rejoin',
    kind: 'checklist',
    field: null,
    when: ({ vm }) => vm.domainTrouble,
    source: [doc000(steps)],
  },
  {
    id: 'after.nsg',
    kind: 'checklist',
    field: null,
    when: (_, c) => c.option === 'createVm',
    source: [doc000('Create a VM, note')],
  },
  {
    id: 'after.manage',
    kind: 'info',
    field: null,
    when: () => true,
    source: [doc000('Next steps')],
  },
]);
