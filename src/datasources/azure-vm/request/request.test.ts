import { QueryClient } from '@tanstack/react-query';
import { beforeEach, describe, expect, test } from 'vitest';
import { jobAddress, jobFromAddress } from '#src/api/arm/address.ts';
import { machineQuery } from '#src/api/compute/machines.ts';
import { restoreRequest } from '#src/api/recovery-services/restores.ts';
import { vaultQuery } from '#src/api/recovery-services/vaults.ts';
import type { VmChoices } from '#src/datasources/azure-vm/fields.ts';
import { started } from '#src/datasources/azure-vm/jobs.ts';
import { vmModel } from '#src/datasources/azure-vm/model.ts';
import type { Reads } from '#src/datasources/azure-vm/reads.ts';
import { plannedRestore } from '#src/datasources/azure-vm/request.ts';
import {
  AS_NEW_VM,
  AS_REPLACEMENT,
  type Different,
  diskAccessId,
  encryptionSetId,
  exampleDraft,
  exampleReads,
  exampleView,
  itemId,
  networkId,
  OTHER_SUB,
  SUB,
} from '#src/datasources/azure-vm/testing.ts';
import { isStillSo } from '#src/datasources/azure-vm/use-restore.ts';
import { exampleItem, exampleRestore } from '#src/mocks/testing-example.ts';
import { secondaryJobOf } from '#src/model/jobs.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { schemaFor } from '#src/wizard/explain/step-schema.ts';
import { known } from '#src/wizard/read.ts';

const planned = (choices: Partial<VmChoices> = {}, reads: Reads = exampleReads()) =>
  plannedRestore(exampleView(choices, reads));
const restoreOf = (choices: Partial<VmChoices> = {}, different: Different = {}) => {
  const plan = planned(choices, exampleReads(different));
  return plan.ok ? plan.value : null;
};

/** The body that would be sent, as Azure reads it. */
const bodyOf = (choices: Partial<VmChoices>, different: Different = {}) => {
  const plan = restoreOf(choices, different);
  return plan === null ? null : restoreRequest(plan.restore, 'c').body;
};
const into = (subscription: string, group: string) => ({
  properties: { targetResourceGroupId: `/subscriptions/${subscription}/resourceGroups/${group}` },
});

test('the documents’ example becomes the documents’ request, with its group', () => {
  const plan = restoreOf();
  expect(plan?.newGroup).toBeNull();
  const request = plan === null ? null : restoreRequest(plan.restore, 'c');
  expect(request).toMatchObject({ method: 'POST', clientRequestId: 'c', starts: true });
  expect(request?.body).toEqual({
    properties: {
      ...exampleRestore.properties,
      targetResourceGroupId: `/subscriptions/${SUB}/resourceGroups/targetRG`,
    },
  });
});

describe('a request is incomplete without', () => {
  test.each(['instance', 'point', 'rg', 'staging'] as const)('the choice of %s', (field) => {
    expect(planned({ [field]: null })).toEqual({ ok: false, reason: 'choice' });
  });

  test.each(['instance', 'vault', 'points'] as const)('the read of %s', (read) => {
    for (const state of ['loading', 'forbidden', 'failed', 'not asked'] as const) {
      expect(planned({ subscription: SUB }, { ...exampleReads(), [read]: { state } })).toEqual({
        ok: false,
        reason: read,
      });
    }
  });

  test('the point itself, when it is gone since it was chosen', () => {
    expect(planned({ point: '7' })).toEqual({ ok: false, reason: 'pointGone' });
  });

  test.each(['machine', 'subscriptions', 'accounts', 'groups'] as const)(
    'and can be made without the read of %s',
    (read) => {
      expect(planned({}, { ...exampleReads(), [read]: { state: 'forbidden' } }).ok).toBe(true);
    },
  );
});

test('a new group is made in the region of the vault, in the subscription that was chosen', () => {
  const choices = { rg: 'rg-new', rgIsNew: true, subscription: OTHER_SUB };
  const group = { subscriptionId: OTHER_SUB, name: 'rg-new', region: 'westus' };
  expect(restoreOf(choices)?.newGroup).toEqual(group);
  expect(bodyOf(choices)).toMatchObject(into(OTHER_SUB, 'rg-new'));
});

test('a locked vault never restores into its own subscription what was chosen for another', () => {
  const locked: Different = { vault: { crossSubscriptionRestore: 'disabled' } };
  const choices = { subscription: OTHER_SUB };
  expect(bodyOf(choices, locked)).toMatchObject(into(OTHER_SUB, 'targetRG'));
  const checked = schemaFor(vmModel, 'review', exampleReads(locked)).safeParse(
    exampleDraft(choices).choices,
  );
  expect(checked.success).toBe(false);
});

describe('network access', () => {
  const isPrivate: Different = { point: { hasPrivateAccessDisks: true } };
  const key = 'targetDiskNetworkAccessSettings';

  test('is not sent where the step is not needed, whatever the draft holds', () => {
    expect(JSON.stringify(bodyOf({ diskAccess: 'public' }))).not.toContain(key);
  });

  test.each([
    [{ diskAccess: null }, { targetDiskNetworkAccessOption: 'SameAsOnSourceDisks' }],
    [{ diskAccess: 'same' }, { targetDiskNetworkAccessOption: 'SameAsOnSourceDisks' }],
    [{ diskAccess: 'public' }, { targetDiskNetworkAccessOption: 'EnablePublicAccessForAllDisks' }],
    [
      { diskAccess: 'private', diskAccessId: '/da' },
      {
        targetDiskNetworkAccessOption: 'EnablePrivateAccessForAllDisks',
        targetDiskAccessId: '/da',
      },
    ],
  ] as const)('of %j is sent as %j', (choices, expected) => {
    expect(bodyOf(choices, isPrivate)).toMatchObject({ properties: { [key]: expected } });
  });
});

/** The request of each kind of restore, as it leaves for Azure, field by field. */

const planOf = (choices: Partial<VmChoices>, different: Different = {}) => {
  const plan = plannedRestore(exampleView(choices, exampleReads(different)));
  return plan.ok ? plan.value : plan.reason;
};
const requestOf = (choices: Partial<VmChoices>, different: Different = {}) => {
  const plan = planOf(choices, different);
  return typeof plan === 'string' ? null : restoreRequest(plan.restore, 'c');
};
const propertiesOf = (choices: Partial<VmChoices>, different: Different = {}) =>
  JSON.parse(JSON.stringify(requestOf(choices, different)?.body ?? null)) as unknown;

const root = `/subscriptions/${SUB}/resourceGroups`;
const { properties: printed } = exampleRestore;

/** Document 004, Restore disks; the group, which its sample has not, as azure-contract §5 has it. */
const disks = { ...printed, targetResourceGroupId: `${root}/targetRG` };
/** Document 004, Restore as another virtual machine, with this draft's name, point and account. */
const machine = {
  ...printed,
  recoveryType: 'AlternateLocation',
  targetVirtualMachineId: `${root}/targetRG/providers/Microsoft.Compute/virtualMachines/newVM`,
  targetResourceGroupId: `${root}/targetRG`,
  virtualNetworkId: `${root}/targetRG/providers/Microsoft.Network/virtualNetworks/testNet`,
  subnetId: `${root}/targetRG/providers/Microsoft.Network/virtualNetworks/testNet/subnets/default`,
};
/** azure-contract §5, column OriginalLocation: `encryptionDetails` is optional, targets are none. */
const replacement = {
  objectType: 'IaasVMRestoreRequest',
  recoveryPointId: printed.recoveryPointId,
  recoveryType: 'OriginalLocation',
  sourceResourceId: printed.sourceResourceId,
  storageAccountId: printed.storageAccountId,
  region: 'westus',
  createNewCloudService: false,
  originalStorageAccountOption: false,
};
const kinds: readonly [string, Partial<VmChoices>, object][] = [
  ['disks', {}, disks],
  ['a new machine', AS_NEW_VM, machine],
  ['a replacement', AS_REPLACEMENT, replacement],
];

describe('what is plainly chosen', () => {
  test.each(kinds)('%s', (_, choices, properties) => {
    expect(propertiesOf(choices)).toEqual({ properties });
    expect(requestOf(choices)).toMatchObject({
      method: 'POST',
      clientRequestId: 'c',
      starts: true,
    });
    expect(requestOf(choices)?.url.toLowerCase()).toContain(
      `${exampleItem}/recoveryPoints/${printed.recoveryPointId}/restore?api-version=`.toLowerCase(),
    );
  });
});

/** A VM and a vault that support every request. */
const rich: Different = {
  vault: { redundancy: 'ZRS', identities: ['system', 'user'] },
  machine: { zone: '1' },
  point: { tier: 'Vault', hasPrivateAccessDisks: true },
  zones: ['1', '2'],
  usesCustomerKey: true,
};
const everything: Partial<VmChoices> = {
  zone: '2',
  diskEncryptionSet: encryptionSetId,
  identity: 'user',
  identityId: '/identities/mine',
  diskAccess: 'private',
  diskAccessId,
};
const byIdentity = ({ storageAccountId, ...rest }: typeof printed, info: object) => ({
  ...rest,
  identityInfo: info,
  identityBasedRestoreDetails: { targetStorageAccountId: storageAccountId },
});
const special = {
  zones: ['2'],
  diskEncryptionSetId: encryptionSetId,
  targetDiskNetworkAccessSettings: {
    targetDiskNetworkAccessOption: 'EnablePrivateAccessForAllDisks',
    targetDiskAccessId: diskAccessId,
  },
};
const mine = { isSystemAssignedIdentity: false, managedIdentityResourceId: '/identities/mine' };

describe('everything that can be chosen', () => {
  test('for disks', () => {
    expect(propertiesOf(everything, rich)).toEqual({
      properties: { ...byIdentity(disks, mine), ...special },
    });
  });

  test('for a new machine', () => {
    expect(propertiesOf({ ...AS_NEW_VM, ...everything }, rich)).toEqual({
      properties: { ...byIdentity(machine, mine), ...special },
    });
  });

  test('for a replacement: an identity, and nothing that it has not', () => {
    const { storageAccountId, ...rest } = replacement;
    expect(propertiesOf({ ...AS_NEW_VM, ...everything, ...AS_REPLACEMENT }, rich)).toEqual({
      properties: {
        ...rest,
        identityInfo: mine,
        identityBasedRestoreDetails: { targetStorageAccountId: storageAccountId },
      },
    });
  });

  test('the system’s identity names none', () => {
    const choices = { identity: 'system', identityId: '/left/over' } as const;
    expect(propertiesOf(choices, rich)).toMatchObject({
      properties: byIdentity({ ...disks }, { isSystemAssignedIdentity: true }),
    });
    expect(JSON.stringify(requestOf(choices, rich))).not.toContain('left');
  });

  test('unmanaged disks become managed only on request', () => {
    const unmanaged = { point: { isManaged: false } };
    for (const choices of [{}, AS_NEW_VM]) {
      expect(propertiesOf({ ...choices, restoreAsManaged: true }, unmanaged)).toMatchObject({
        properties: { restoreWithManagedDisks: true },
      });
      for (const restoreAsManaged of [false, null]) {
        expect(
          JSON.stringify(requestOf({ ...choices, restoreAsManaged }, unmanaged)),
        ).not.toContain('restoreWithManagedDisks');
      }
    }
  });

  test('is left out where the rules take it away, whatever the draft holds', () => {
    for (const choices of [{}, AS_NEW_VM]) {
      const left = {
        zone: '2',
        diskEncryptionSet: encryptionSetId,
        restoreAsManaged: true,
      } as const;
      expect(propertiesOf({ ...choices, ...left })).toEqual(propertiesOf(choices));
    }
  });
});

describe('a request is not made of half a choice', () => {
  test.each([
    ['no type', { option: null }],
    ['no name', { ...AS_NEW_VM, vmName: null }],
    ['no network', { ...AS_NEW_VM, vnet: null }],
    ['no group for a machine', { ...AS_NEW_VM, rg: null }],
    ['no account for a replacement', { ...AS_REPLACEMENT, staging: null }],
    ['a user’s identity that is not named', { identity: 'user' }],
    ['a user’s identity of an empty name', { identity: 'user', identityId: '' }],
    ['private access without a disk access', { diskAccess: 'private' }],
  ] as const)('%s', (_, choices) => {
    expect(planOf(choices, rich)).toBe('choice');
  });

  test('a subnet that is not chosen is the first that takes a machine', () => {
    expect(propertiesOf({ ...AS_NEW_VM, subnet: null })).toMatchObject({
      properties: { subnetId: `${networkId}/subnets/default` },
    });
    expect(planOf({ ...AS_NEW_VM, subnet: null }, { network: { subnets: [] } })).toBe('choice');
  });
});

describe('a new group', () => {
  const chosen = { rg: 'rg-new', rgIsNew: true, subscription: OTHER_SUB };
  const group = { subscriptionId: OTHER_SUB, name: 'rg-new', region: 'westus' };

  test.each([{}, AS_NEW_VM])('is made for disks and machines: %j', (choices) => {
    expect(planOf({ ...choices, ...chosen })).toMatchObject({ newGroup: group });
  });

  test('is not made for a replacement, whatever the draft holds', () => {
    expect(planOf({ ...AS_REPLACEMENT, ...chosen })).toMatchObject({ newGroup: null });
    expect(propertiesOf({ ...AS_REPLACEMENT, ...chosen })).toEqual({ properties: replacement });
  });
});

describe('whether the source is under Azure Disk Encryption', () => {
  const keys = { secretUrl: 'https://kv/secrets/os', keyUrl: 'https://kv/keys/os' };
  test.each([
    ['isn’t known, so the request says nothing', { isEncrypted: null, keys }, undefined],
    ['it isn’t', { isEncrypted: false, keys }, { encryptionEnabled: false }],
    [
      'it is',
      { isEncrypted: true, keys },
      { encryptionEnabled: true, kekUrl: keys.keyUrl, secretKeyUrl: keys.secretUrl },
    ],
    ['it is, with keys not reported', { isEncrypted: true }, { encryptionEnabled: true }],
  ])('%s', (_, point, encryptionDetails) => {
    const { encryptionDetails: printedDetails, ...rest } = disks;
    expect(printedDetails).toEqual({ encryptionEnabled: false });
    expect(propertiesOf({}, { point })).toEqual({
      properties: { ...rest, ...(encryptionDetails && { encryptionDetails }) },
    });
  });
});

/** An answer names a job by its name alone: where it is follows from the request. */

const instance = itemId('testVM');
const vaultId = instance.slice(0, instance.indexOf('/backupFabrics'));

test('a job in the region of the vault', () => {
  expect(started({ instance }, 'job-1')).toEqual({
    status: 'started',
    jobId: `${vaultId}/backupJobs/job-1`,
  });
});

test('a job in the secondary region has an address of its own', () => {
  const state = started({ instance, secondaryRegion: 'northeurope' }, 'job-1');
  const jobId = state.status === 'started' ? (state.jobId ?? '') : '';
  expect(secondaryJobOf(jobId)).toEqual({
    place: { vaultId, region: 'northeurope' },
    jobName: 'job-1',
  });
  expect(jobAddress(jobId)).toMatch(/~testVault~job-1~northeurope$/);
  expect(jobFromAddress(jobAddress(jobId))).toBe(jobId);
});

test('an answer that names none, or an instance of no vault', () => {
  expect(started({ instance }, null)).toEqual({ status: 'started', jobId: null });
  expect(started({ instance: 'elsewhere' }, 'job-1')).toEqual({ status: 'started', jobId: null });
});

/** The last reading before a restore is sent. */
describe('the last reading before a restore is sent', () => {
  let client: QueryClient;
  beforeEach(() => {
    client = new QueryClient();
  });

  const nowhere = resourceId('');
  const reads = exampleReads();
  const vault = known(reads.vault);

  /** Whether the restore is sent, by what the last reading has found. */
  async function isSent(choices: Partial<VmChoices>): Promise<boolean> {
    const view = exampleView(choices, reads);
    const plan = plannedRestore(view);
    return plan.ok && isStillSo(client, view, plan.value);
  }

  const deleteMachine = (): void => {
    const id = known(reads.instance)?.sourceResourceId ?? nowhere;
    client.setQueryData(machineQuery(id).queryKey, null);
  };

  test.each([
    ['a replacement', AS_REPLACEMENT],
    ['a new machine', AS_NEW_VM],
  ])('%s is sent while all is as it was', async (_, choices) => {
    expect(await isSent(choices)).toBe(true);
  });

  test.each([
    ['a replacement, which it refuses', AS_REPLACEMENT],
    ['a new machine, which it warns of', AS_NEW_VM],
  ])('a source that was deleted holds back %s', async (_, choices) => {
    deleteMachine();
    expect(await isSent(choices)).toBe(false);
  });

  test('what was warned of at Review does not hold back', async () => {
    deleteMachine();
    const view = exampleView(
      { ...AS_NEW_VM, warningsRead: true },
      { ...reads, machine: { state: 'known', value: null } },
    );
    const plan = plannedRestore(view);
    expect(plan.ok && (await isStillSo(client, view, plan.value))).toBe(true);
  });

  test('a vault that allows no other subscription any more holds back', async () => {
    const other = { subscription: OTHER_SUB };
    expect(await isSent(other)).toBe(true);
    client.setQueryData(
      vaultQuery(vault?.id ?? nowhere).queryKey,
      vault && { ...vault, crossSubscriptionRestore: 'disabled' },
    );
    expect(await isSent(other)).toBe(false);
  });
});
