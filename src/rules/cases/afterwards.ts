import type { RuleCase } from './case.ts';

/** What is left to do when a restore has ended. */
export const afterwardsCases: readonly RuleCase[] = [
  {
    id: 'T104-static-ip-after',
    given: { vm: { staticIp: true } },
    expected: { checklist: ['after.static-ip'] },
    source: '000 §Post-restore steps',
  },
  {
    id: 'T105-ubuntu-after',
    given: { vm: { osType: 'Linux', cloudInit: true, hasExtensions: true } },
    expected: { checklist: ['after.cloud-init-password', 'after.extensions'] },
    source: '000 §Post-restore steps',
  },
  {
    id: 'T106-backup-continues',
    given: { vm: { exists: false }, target: { vmNames: [] } },
    when: { vmName: 'testVM', rg: 'testRG' },
    expected: { info: ['backup-again.continues'], warned: ['instance.deleted-source'] },
    source: '000 §Backing up restored VMs',
  },
  {
    id: 'platform-backup-stopped',
    given: { vm: { exists: false, isProtectionStopped: true }, target: { vmNames: [] } },
    when: { vmName: 'testVM', rg: 'testRG' },
    expected: { checklist: ['platform.backup.stopped'], absent: ['backup-again.continues'] },
    source: 'ours: backup instances whose protection is stopped',
  },
  {
    id: 'T107-backup-set-up',
    expected: { checklist: ['backup-again.setup'] },
    source: '000 §Backing up restored VMs',
  },
  {
    id: 'T176-same-group-name-elsewhere-is-another-group',
    given: {
      vm: { name: 'fin-sql01', resourceGroup: 'fin-prod', exists: false, isSql: true },
      target: { vmNames: ['fin-sql02'], rgNames: ['fin-prod', 'fin-test'] },
    },
    when: {
      subscription: 'sub-finance-dr',
      vnet: { subscription: 'sub-finance-dr' },
      vmName: 'fin-sql01',
      rg: 'fin-prod',
      identity: 'system',
    },
    expected: {
      warned: ['instance.deleted-source'],
      info: ['csr.identity.ok'],
      checklist: ['backup-again.setup', 'special.sql'],
      absent: ['backup-again.continues'],
    },
    source: '000 §Backing up restored VMs',
  },
  {
    id: 'T177-no-subscription-chosen-names-in-other-letters',
    given: {
      vm: { name: 'Batch-Node9', resourceGroup: 'RG-Batch', exists: false },
      target: { vmNames: ['batch-node8'] },
    },
    when: {
      subscription: null,
      vnet: { subscription: 'Sub-A' },
      vmName: 'batch-node9',
      rg: 'rg-batch',
    },
    expected: {
      defaulted: ['instance.default-subscription'],
      info: ['backup-again.continues'],
      absent: ['backup-again.setup', 'csr.scope'],
    },
    source: '000 §Backing up restored VMs; §Create a VM',
  },
];
