import { cutList } from '#src/lib/list.ts';
import { instant } from '#src/lib/time.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { known } from '#src/wizard/reads/read.ts';
import {
  AS_NEW_VM,
  AS_REPLACEMENT,
  encryptionSetId,
  exampleCard,
  exampleReads,
  networkId,
} from '#src/datasources/azure-vm/testing.ts';
import type { ValidationStage } from '#src/datasources/azure-vm/checks/preflight.ts';
import {
  type Case,
  forbidden,
  loading,
  read,
  restoresOfDay,
  type Row,
  usage,
} from '#src/datasources/azure-vm/checks/testing.ts';

const keyVault = resourceId(
  '/subscriptions/1/resourceGroups/r/providers/Microsoft.KeyVault/vaults/kv',
);
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
const stage = (one: ValidationStage): Case => ({ validation: { stage: one } });
const running = (isAccepted: boolean): ValidationStage => ({
  kind: 'running',
  since: instant(0),
  isAccepted,
});
const problem = { code: 'UserErrorX', message: 'Too few cores.', recommendations: ['Ask.'] };

/** Lines about where the restore goes, about the source, and Azure's own look. */
export const PLACE_ROWS: readonly Row[] = [
  [
    'addresses',
    'free',
    { choices: AS_NEW_VM },
    'passed',
    'default: 248 of 251 addresses are free.',
  ],
  [
    'hostName',
    'source shut down, on the same network',
    { choices: AS_NEW_VM },
    'warned',
    'testVM is on this network.',
  ],
  [
    'hostName',
    'source running, on the same network',
    { choices: AS_NEW_VM, different: { machine: { isRunning: true } } },
    'warned',
    'testVM is on this network.',
  ],
  [
    'hostName',
    'source on another network',
    {
      choices: AS_NEW_VM,
      different: {
        cards: [{ ...exampleCard, subnetIds: [resourceId(`${networkId}-other/subnets/default`)] }],
      },
    },
    'passed',
    'testVM isn’t on the selected network.',
  ],
  [
    'hostName',
    'networks of the source not known',
    { choices: AS_NEW_VM, reads: { interfaces: [forbidden] } },
    'notChecked',
    /Ask its owner/,
  ],
  [
    'hostName',
    'networks of the source being read',
    { choices: AS_NEW_VM, reads: { interfaces: [loading] } },
    'checking',
    /networks of testVM/,
  ],
  [
    'addresses',
    'none left',
    { choices: AS_NEW_VM, reads: { networks: read(fullSubnet.value ?? []) } },
    'warned',
    /all 251 addresses are in use/,
  ],
  [
    'addresses',
    'a subnet that is gone',
    { choices: { ...AS_NEW_VM, subnet: 'gone' } },
    'failed',
    /gone no longer exists/,
  ],
  [
    'addresses',
    'not in a cut list',
    { choices: AS_NEW_VM, reads: { networks: read(cutList([])) } },
    'notChecked',
    /portal/,
  ],
  [
    'addresses',
    'not loaded',
    { choices: AS_NEW_VM, reads: { networks: forbidden } },
    'notChecked',
    /virtual networks/,
  ],
  ['placement', 'offered', { choices: AS_NEW_VM }, 'passed', 'Size Standard_A1_v2, no zone.'],
  [
    'placement',
    'closed',
    {
      choices: AS_NEW_VM,
      reads: {
        sizes: read([
          { name: 'Standard_A1_v2', isOffered: false, zones: [], family: null, cores: 1 },
        ]),
      },
    },
    'warned',
    /Standard_A1_v2/,
  ],
  ['cores', 'enough', { choices: AS_NEW_VM }, 'passed', /needs 1 core\. cores: 9 of 10 left/],
  [
    'cores',
    'enough to the last',
    { choices: AS_NEW_VM, checkReads: { usages: read([usage('cores', 9, 10)]) } },
    'passed',
    /1 of 10/,
  ],
  [
    'cores',
    'too few of the family',
    {
      choices: AS_NEW_VM,
      checkReads: { usages: read([usage('cores', 0, 10), usage('standardAV2family', 4, 4)]) },
    },
    'warned',
    /0 of 4 left/,
  ],
  [
    'cores',
    'without a limit',
    { choices: AS_NEW_VM, checkReads: { usages: read([usage('cores', 9, null)]) } },
    'passed',
    /no limit/,
  ],
  [
    'cores',
    'not told',
    { choices: AS_NEW_VM, checkReads: { usages: read([]) } },
    'notChecked',
    /Ask/,
  ],
  [
    'cores',
    'not loaded',
    { choices: AS_NEW_VM, checkReads: { usages: forbidden } },
    'notChecked',
    /cores/,
  ],
  [
    'keys',
    'there',
    { ...withSet, checkReads: { keyVaults: [{ id: keyVault, read: read(true) }] } },
    'passed',
    /kv exists/,
  ],
  [
    'keys',
    'gone',
    { ...withSet, checkReads: { keyVaults: [{ id: keyVault, read: read(false) }] } },
    'warned',
    /kv doesn’t exist/,
  ],
  [
    'keys',
    'not loaded',
    { ...withSet, checkReads: { keyVaults: [{ id: keyVault, read: forbidden }] } },
    'notChecked',
    /the key vault kv/,
  ],
  [
    'keys',
    'of an encrypted machine, not told',
    { different: { point: { isEncrypted: true } } },
    'notChecked',
    /Ask the owner/,
  ],
  [
    'power',
    'off',
    { choices: AS_REPLACEMENT, different: { machine: { isRunning: false } } },
    'passed',
    /shut down/,
  ],
  [
    'power',
    'running',
    { choices: AS_REPLACEMENT, different: { machine: { isRunning: true } } },
    'failed',
    /isn’t shut down/,
  ],
  [
    'power',
    'not told',
    { choices: AS_REPLACEMENT, different: { machine: { isRunning: null } } },
    'notChecked',
    /Ask/,
  ],
  [
    'power',
    'not loaded',
    { choices: AS_REPLACEMENT, reads: { machine: forbidden } },
    'notChecked',
    /source VM/,
  ],
  ['restoresToday', 'none', {}, 'passed', /0 of about 10/],
  ['restoresToday', 'nine', { checkReads: { restores: read(restoresOfDay(9)) } }, 'passed', /9 of/],
  [
    'restoresToday',
    'ten',
    { checkReads: { restores: read(restoresOfDay(10)) } },
    'warned',
    /10 of .*Wait/,
  ],
  [
    'restoresToday',
    'ten, long ago',
    { checkReads: { restores: read(restoresOfDay(10, 24)) } },
    'passed',
    /0 of/,
  ],
  [
    'restoresToday',
    'of another machine',
    { checkReads: { restores: read(restoresOfDay(10).map((job) => ({ ...job, itemName: 'x' }))) } },
    'passed',
    /0 of/,
  ],
  [
    'restoresToday',
    'not loaded',
    { checkReads: { restores: forbidden } },
    'notChecked',
    /restores/,
  ],
  ['others', 'content', {}, 'passed', /No issues found/],
  ['others', 'a refusal', { choices: AS_REPLACEMENT, different: { machine: null } }, 'failed', ''],
  [
    'others',
    'a machine not read',
    { choices: AS_NEW_VM, reads: { machine: forbidden } },
    'notChecked',
    '',
  ],
  ['azure', 'content', {}, 'passed', /accepts this restore/],
  [
    'azure',
    'a problem',
    stage({ kind: 'done', at: instant(0), problems: [problem] }),
    'failed',
    'Too few cores. Ask. (UserErrorX)',
  ],
  ['azure', 'not asked', stage({ kind: 'idle' }), 'notChecked', /hasn’t validated/],
  ['azure', 'stopped', stage({ kind: 'stopped' }), 'notChecked', /stopped waiting/],
  ['azure', 'asking', stage(running(false)), 'checking', /Requesting validation/],
  ['azure', 'running', stage(running(true)), 'checking', /Azure is validating/],
  ['azure', 'stale', { validation: { isStale: true } }, 'notChecked', /selections changed/],
  [
    'azure',
    'a new group',
    { validation: { waitsFor: 'newGroup' } },
    'notChecked',
    /validates only/,
  ],
  [
    'azure',
    'the secondary region',
    { validation: { waitsFor: 'secondary' } },
    'notChecked',
    /secondary region/,
  ],
];
