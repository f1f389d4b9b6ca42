import type { CheckedLine } from '#src/datasources/azure-vm/checks/lines.ts';
import type { ValidationStage } from '#src/datasources/azure-vm/checks/preflight.ts';
import {
  type Case,
  forbidden,
  loading,
  onlyLook,
  read,
  restoresOfDay,
  type Row,
  usage,
} from '#src/datasources/azure-vm/checks/testing.ts';
import {
  AS_NEW_VM,
  AS_REPLACEMENT,
  encryptionSetId,
  exampleCard,
  exampleReads,
  networkId,
  PRINCIPAL,
} from '#src/datasources/azure-vm/testing.ts';
import { keysOf } from '#src/lib/data.ts';
import { cutList } from '#src/lib/list.ts';
import { instant } from '#src/lib/time.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { known } from '#src/wizard/read.ts';

const keyVault = resourceId(
  '/subscriptions/1/resourceGroups/r/providers/Microsoft.KeyVault/vaults/kv',
);
const restoreRole = { name: 'VM restore operator', permissions: [], dataPermissions: [] };
const withSet = {
  choices: { diskEncryptionSet: encryptionSetId },
  different: { usesCustomerKey: true },
};
const fullSubnet = {
  ...exampleReads().networks,
  value: known(exampleReads().networks)?.map((network) => ({
    ...network,
    subnets: network.subnets.map((subnet) => ({ ...subnet, usedAddresses: 251 })),
  })),
};
/** A case of a new VM, and of replaced disks. */
const newVm = (wanted: Case = {}): Case => ({ choices: AS_NEW_VM, ...wanted });
const replaced = (wanted: Case = {}): Case => ({ choices: AS_REPLACEMENT, ...wanted });
const stage = (one: ValidationStage): Case => ({ validation: { stage: one } });
const running = (isAccepted: boolean): ValidationStage => ({
  kind: 'running',
  since: instant(0),
  isAccepted,
});
const problem = { code: 'UserErrorX', message: 'Too few cores.', recommendations: ['Ask.'] };

/** Of each check what differs from an example that is ready, the state of its line, and what that says. */
const OF_CHECK: Partial<Record<CheckedLine['id'], readonly Row[]>> = {
  rightsVault: [
    ['everything', {}, 'passed', /^Restore from testVault/],
    ['only look', { checkReads: { vaultRights: read([onlyLook]) } }, 'failed', /active roles/],
    ['nothing', { checkReads: { vaultRights: read([]) } }, 'failed', /active roles/],
    ['not loaded', { checkReads: { vaultRights: forbidden } }, 'notChecked', /X\/read/],
    ['being read', { checkReads: { vaultRights: loading } }, 'checking', /Loading/],
  ],
  rightsTarget: [
    ['everything', {}, 'passed', /^Create disks in targetRG/],
    ['no disks', { different: { actions: ['*/read'] } }, 'warned', /active roles/],
    [
      'no machine',
      newVm({ different: { actions: ['*/read'] } }),
      'failed',
      /permission to create VMs in targetRG/,
    ],
    [
      'in the group of the machine',
      { choices: { ...AS_REPLACEMENT, rg: null } },
      'passed',
      /^Change VMs in testRG/,
    ],
    ['not loaded', { reads: { permissions: forbidden } }, 'notChecked', /X\/read/],
  ],
  rightsNetwork: [
    ['everything', newVm(), 'passed', /^Connect VMs to subnets in targetRG/],
    [
      'only look',
      newVm({ checkReads: { networkRights: read([onlyLook]) } }),
      'warned',
      /active roles/,
    ],
    ['not loaded', newVm({ checkReads: { networkRights: forbidden } }), 'notChecked', /X\/read/],
  ],
  identity: [
    [
      'without a role',
      {
        choices: { identity: 'system' },
        different: { vault: { identities: ['system'], systemPrincipalId: PRINCIPAL } },
      },
      'failed',
      /^The identity lacks permissions\./,
    ],
    [
      'with its roles',
      {
        choices: { identity: 'system' },
        different: {
          vault: { identities: ['system'], systemPrincipalId: PRINCIPAL },
          stagingRoles: [restoreRole],
          groupRoles: [restoreRole],
        },
      },
      'passed',
      /^System-assigned: has the required permissions/,
    ],
    [
      'of the user’s, without an ID',
      {
        choices: { identity: 'user' },
        different: { vault: { identities: ['user'] } },
      },
      'toDo',
      /Enter the resource ID/,
    ],
    [
      'roles not read',
      {
        choices: { identity: 'system' },
        different: { vault: { identities: ['system'], systemPrincipalId: PRINCIPAL } },
        reads: { stagingGrants: forbidden, groupGrants: forbidden },
      },
      'notChecked',
      /whether the identity is VM restore operator/,
    ],
  ],
  point: [
    ['both copies', {}, 'passed', 'Tier: Snapshot and Vault-Standard.'],
    ['a snapshot', { different: { point: { tier: 'Snapshot' } } }, 'passed', /only a snapshot/],
    ['gone', { reads: { points: read([]) } }, 'failed', /^Azure doesn’t list the selected/],
    ['of an unknown tier', { different: { point: { tier: 'unknown' } } }, 'notChecked', /Ask/],
    ['not loaded', { reads: { points: forbidden } }, 'notChecked', /the restore points/],
    ['not in a cut list', { reads: { points: read(cutList([])) } }, 'notChecked', /portal/],
  ],
  names: [
    ['free', newVm(), 'passed', /newVM: not among the subscription’s 2 VMs/],
    [
      'taken',
      { choices: { ...AS_NEW_VM, vmName: 'testVM' } },
      'failed',
      /^The subscription already has a VM with this name\./,
    ],
    ['without a name', { choices: { ...AS_NEW_VM, vmName: null } }, 'toDo', /name/],
    [
      'with a reserved word',
      { choices: { ...AS_NEW_VM, vmName: 'windows' } },
      'warned',
      /^The name contains a word that Azure reserves\./,
    ],
    ['in a group that isn’t listed', { choices: { rg: 'elsewhere' } }, 'toDo', /resource group/],
    [
      'in a group of a list not read',
      { choices: { rg: 'targetRG' }, reads: { groups: forbidden } },
      'notChecked',
      /the resource groups/,
    ],
    ['a new group', { choices: { rg: 'other', rgIsNew: true } }, 'passed', /created before/],
    ['not loaded', newVm({ reads: { machineNames: forbidden } }), 'notChecked', /VM names/],
    [
      'not in a cut list',
      newVm({ reads: { machineNames: read(cutList(['app09'])) } }),
      'notChecked',
      /portal/,
    ],
    [
      'taken in a cut list',
      newVm({ reads: { machineNames: read(cutList([AS_NEW_VM.vmName])) } }),
      'failed',
      /./,
    ],
  ],
  staging: [
    [
      'in order',
      {},
      'passed',
      'testAccount: kind StorageV2, tier Standard, redundancy LRS, region West US.',
    ],
    ['not chosen', { choices: { staging: null } }, 'toDo', /^Select a Staging Location\./],
    [
      'zone-redundant',
      { different: { account: { redundancy: 'ZRS' } } },
      'failed',
      /^Zone-redundant accounts can’t be used\./,
    ],
    ['gone', { reads: { accounts: read([]) } }, 'failed', /^Azure doesn’t list the selected/],
    ['not in a cut list', { reads: { accounts: read(cutList([])) } }, 'notChecked', /portal/],
    ['not loaded', { reads: { accounts: forbidden } }, 'notChecked', /the storage accounts/],
  ],
  addresses: [
    ['free', newVm(), 'passed', 'default: 248 of 251 addresses are free.'],
    [
      'none left',
      newVm({ reads: { networks: read(fullSubnet.value ?? []) } }),
      'warned',
      /all 251 addresses are in use/,
    ],
    [
      'a subnet that is gone',
      { choices: { ...AS_NEW_VM, subnet: 'gone' } },
      'failed',
      /doesn’t list the selected subnet gone/,
    ],
    [
      'not in a cut list',
      newVm({ reads: { networks: read(cutList([])) } }),
      'notChecked',
      /portal/,
    ],
    ['not loaded', newVm({ reads: { networks: forbidden } }), 'notChecked', /virtual networks/],
  ],
  hostName: [
    [
      'source shut down, on the same network',
      newVm(),
      'warned',
      'testVM is shut down. When it starts, both have one host name.',
    ],
    [
      'source running, on the same network',
      newVm({ different: { machine: { isRunning: true } } }),
      'warned',
      'testVM runs on this network. The copy has its host name.',
    ],
    [
      'source on another network',
      newVm({
        different: {
          cards: [
            { ...exampleCard, subnetIds: [resourceId(`${networkId}-other/subnets/default`)] },
          ],
        },
      }),
      'passed',
      'testVM isn’t on the selected network.',
    ],
    [
      'networks of the source not known',
      newVm({ reads: { interfaces: [forbidden] } }),
      'notChecked',
      /Ask its owner/,
    ],
    [
      'networks of the source being read',
      newVm({ reads: { interfaces: [loading] } }),
      'checking',
      /networks of testVM/,
    ],
  ],
  placement: [
    ['offered', newVm(), 'passed', 'Size Standard_A1_v2: offered in West US.'],
    ['sizes not loaded', newVm({ reads: { sizes: forbidden } }), 'notChecked', /VM sizes/],
    [
      'closed',
      newVm({
        reads: {
          sizes: read([
            { name: 'Standard_A1_v2', isOffered: false, zones: [], family: null, cores: 1 },
          ]),
        },
      }),
      'warned',
      /^This VM size might not be available/,
    ],
  ],
  cores: [
    ['enough', newVm(), 'passed', /needs 1 core\. cores: 9 of 10 left/],
    [
      'enough to the last',
      newVm({ checkReads: { usages: read([usage('cores', 9, 10)]) } }),
      'passed',
      /1 of 10/,
    ],
    [
      'too few of the family',
      newVm({
        checkReads: { usages: read([usage('cores', 0, 10), usage('standardAV2family', 4, 4)]) },
      }),
      'warned',
      /0 of 4 left/,
    ],
    [
      'without a limit',
      newVm({ checkReads: { usages: read([usage('cores', 9, null)]) } }),
      'passed',
      /no limit/,
    ],
    ['not told', newVm({ checkReads: { usages: read([]) } }), 'notChecked', /Ask/],
    ['not loaded', newVm({ checkReads: { usages: forbidden } }), 'notChecked', /cores/],
  ],
  keys: [
    [
      'there',
      { ...withSet, checkReads: { keyVaults: [{ id: keyVault, read: read(true) }] } },
      'passed',
      /kv exists/,
    ],
    [
      'gone',
      { ...withSet, checkReads: { keyVaults: [{ id: keyVault, read: read(false) }] } },
      'warned',
      /kv doesn’t exist/,
    ],
    [
      'not loaded',
      { ...withSet, checkReads: { keyVaults: [{ id: keyVault, read: forbidden }] } },
      'notChecked',
      /the key vault kv/,
    ],
    [
      'of an encrypted machine, not told',
      { different: { point: { isEncrypted: true } } },
      'notChecked',
      /Ask the owner/,
    ],
  ],
  power: [
    ['off', replaced({ different: { machine: { isRunning: false } } }), 'passed', /shut down/],
    [
      'running',
      replaced({ different: { machine: { isRunning: true } } }),
      'failed',
      /isn’t shut down/,
    ],
    ['not told', replaced({ different: { machine: { isRunning: null } } }), 'notChecked', /Ask/],
    ['not loaded', replaced({ reads: { machine: forbidden } }), 'notChecked', /source VM/],
  ],
  restoresToday: [
    ['none', {}, 'passed', /0 of about 10/],
    ['nine', { checkReads: { restores: read(restoresOfDay(9)) } }, 'passed', /9 of/],
    ['ten', { checkReads: { restores: read(restoresOfDay(10)) } }, 'warned', /10 of .*Wait/],
    ['ten, long ago', { checkReads: { restores: read(restoresOfDay(10, 24)) } }, 'passed', /0 of/],
    [
      'of another machine',
      {
        checkReads: { restores: read(restoresOfDay(10).map((job) => ({ ...job, itemName: 'x' }))) },
      },
      'passed',
      /0 of/,
    ],
    ['not loaded', { checkReads: { restores: forbidden } }, 'notChecked', /restores/],
  ],
  others: [
    ['content', {}, 'passed', /No issues found/],
    [
      'a refusal',
      replaced({ different: { machine: null } }),
      'failed',
      'The source VM no longer exists, so Replace existing has nothing to replace.',
    ],
    [
      'a machine not read',
      newVm({ reads: { machine: forbidden } }),
      'notChecked',
      /the region of the VM/,
    ],
  ],
  azure: [
    ['content', {}, 'passed', /accepts this restore/],
    [
      'a problem',
      stage({ kind: 'done', at: instant(0), problems: [problem] }),
      'failed',
      'Too few cores. Ask. (UserErrorX)',
    ],
    ['not asked', stage({ kind: 'idle' }), 'notChecked', /hasn’t validated/],
    ['stopped', stage({ kind: 'stopped' }), 'notChecked', /stopped waiting/],
    ['asking', stage(running(false)), 'checking', /Requesting validation/],
    ['running', stage(running(true)), 'checking', /Azure is validating/],
    ['stale', { validation: { isStale: true } }, 'notChecked', /selections changed/],
    ['a new group', { validation: { waitsFor: 'newGroup' } }, 'notChecked', /validates only/],
    [
      'the secondary region',
      { validation: { waitsFor: 'secondary' } },
      'notChecked',
      /secondary region/,
    ],
  ],
};

/** Lines of the list, by their checks. */
export const ROWS = keysOf(OF_CHECK).flatMap((id) =>
  (OF_CHECK[id] ?? []).map((row) => [id, ...row] as const),
);
