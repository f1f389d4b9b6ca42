import { describe, expect, test } from 'vitest';
import { machineWire, toMachine } from '#src/api/compute/machines.ts';
import { networkInterfaceWire, toNetworkInterface } from '#src/api/network.ts';
import { protectedItemWire, toProtectedItemDetails } from '#src/api/recovery-services/items.ts';
import { recoveryPointWire, toRecoveryPoint } from '#src/api/recovery-services/points.ts';
import { QUESTIONS } from '#src/datasources/azure-vm/choices.ts';
import { consequenceText, effectsOf, nextStepsOf } from '#src/datasources/azure-vm/consequences.ts';
import { RESTORE_KINDS } from '#src/datasources/azure-vm/field.ts';
import { restoreOptionsFor } from '#src/datasources/azure-vm/options.ts';
import {
  planLine,
  planSentence,
  vmChosenLines,
  vmPlanLinesOf,
} from '#src/datasources/azure-vm/plan.tsx';
import type { Reads } from '#src/datasources/azure-vm/reads.ts';
import { plannedRestore } from '#src/datasources/azure-vm/request.ts';
import { sourceText } from '#src/datasources/azure-vm/sent-restore.ts';
import {
  AS_NEW_VM,
  AS_REPLACEMENT,
  exampleManagedDisk,
  exampleReads,
  exampleView,
  itemId,
  networkId,
  sayRule,
  SUB,
} from '#src/datasources/azure-vm/testing.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { scenarioIds } from '#src/model/restore-option.ts';
import type { Read } from '#src/wizard/read.ts';

/** A source of which Azure returns nothing that its schemas leave optional, and one of which it returns all. */

const group = `/subscriptions/${SUB}/resourceGroups/testRG`;
const machineId = `${group}/providers/Microsoft.Compute/virtualMachines/testVM`;
const nicId = `${group}/providers/Microsoft.Network/networkInterfaces/nic`;
const diskId = resourceId(`${group}/providers/Microsoft.Compute/disks/os`);
const pointName = '20982486783671';

const read = <Value>(value: Value): Read<Value> => ({ state: 'known', value });
const itemOf = (properties: object) =>
  toProtectedItemDetails(
    protectedItemWire.parse({
      id: itemId('testVM'),
      name: 'VM;testRG;testVM',
      properties: { protectedItemType: 'Microsoft.Compute/virtualMachines', ...properties },
    }),
  );
const pointOf = (properties: object) =>
  toRecoveryPoint(
    recoveryPointWire.parse({
      id: `${itemId('testVM')}/recoveryPoints/${pointName}`,
      name: pointName,
      properties: { objectType: 'IaasVMRecoveryPoint', ...properties },
    }),
  );
const machineOf = (properties: object, more: object = {}) =>
  toMachine(
    machineWire.parse({ id: machineId, name: 'testVM', location: 'westus', ...more, properties }),
  );
const nicOf = (properties?: object) =>
  toNetworkInterface(networkInterfaceWire.parse({ id: nicId, properties }));
const bareDisk = {
  ...exampleManagedDisk(diskId),
  sizeGiB: null,
  encryption: null,
  hasPrivateAccess: null,
};

/** Each answer about the source, without all that it may leave out. */
const BARE = {
  item: { instance: read(itemOf({})), machine: { state: 'not asked' }, disks: [], interfaces: [] },
  point: { points: read([pointOf({})]) },
  VM: { machine: read(machineOf({})), disks: [], interfaces: [], subnets: [] },
  NIC: { interfaces: [read(nicOf())], subnets: [] },
  disk: { disks: [read(bareDisk)] },
} as const satisfies Record<string, Partial<Reads>>;

const FULL: Partial<Reads> = {
  instance: read(
    itemOf({
      friendlyName: 'testVM',
      sourceResourceId: machineId,
      protectionState: 'Protected',
      policyName: 'daily',
      healthStatus: 'Passed',
      lastBackupStatus: 'Completed',
      lastBackupTime: '2025-06-01T00:00:00Z',
      lastRecoveryPoint: '2025-06-01T00:00:00Z',
      extendedInfo: { oldestRecoveryPoint: '2025-05-01T00:00:00Z', recoveryPointCount: 1 },
    }),
  ),
  points: read([
    pointOf({
      recoveryPointType: 'AppConsistent',
      recoveryPointTime: '1970-01-01T00:00:00.000Z',
      sourceVMStorageType: 'PremiumVMOnPremiumStorage',
      isSourceVMEncrypted: false,
      isInstantIlrSessionActive: false,
      recoveryPointTierDetails: [{ type: 'HardenedRP', status: 'Valid' }],
      isManagedVirtualMachine: true,
      virtualMachineSize: 'Standard_A1_v2',
      originalStorageAccountOption: false,
      osType: 'Windows',
      zones: ['1'],
      recoveryPointDiskConfiguration: {
        numberOfDisksIncludedInBackup: 2,
        numberOfDisksAttachedToVm: 2,
        includedDiskList: [{ lun: -1, name: 'os' }],
        excludedDiskList: [{ lun: 0, name: 'data' }],
      },
      isPrivateAccessEnabledOnAnyDisk: false,
    }),
  ]),
  machine: read(
    machineOf(
      {
        hardwareProfile: { vmSize: 'Standard_A1_v2' },
        storageProfile: {
          imageReference: { publisher: 'MicrosoftWindowsServer' },
          osDisk: {
            name: 'os',
            osType: 'Windows',
            diskSizeGB: 32,
            writeAcceleratorEnabled: false,
            managedDisk: {
              id: diskId,
              storageAccountType: 'Premium_LRS',
              diskEncryptionSet: { id: '/sets/one' },
            },
          },
          dataDisks: [],
        },
        availabilitySet: { id: '/sets/avset' },
        licenseType: 'Windows_Server',
        networkProfile: { networkInterfaces: [{ id: nicId }] },
        osProfile: { secrets: [] },
        securityProfile: { encryptionAtHost: true },
        instanceView: { statuses: [{ code: 'PowerState/running' }] },
      },
      {
        zones: ['1'],
        tags: {},
        identity: { type: 'UserAssigned' },
        resources: [{ name: 'Monitor' }],
      },
    ),
  ),
  disks: [read({ ...exampleManagedDisk(diskId), sizeGiB: 32, hasPrivateAccess: false })],
  interfaces: [
    read(
      nicOf({
        networkSecurityGroup: { id: '/nsg' },
        ipConfigurations: [
          {
            properties: {
              privateIPAllocationMethod: 'Static',
              privateIPAddress: '10.0.0.4',
              subnet: { id: `${networkId}/subnets/default` },
            },
          },
        ],
      }),
    ),
  ],
};

const WORLDS: readonly (readonly [string, Partial<Reads>])[] = [
  ...Object.entries(BARE),
  ['all of them', { ...BARE.item, ...BARE.point, ...BARE.VM }],
];

const readsOf = (changed: Partial<Reads>): Reads => ({ ...exampleReads(), ...changed });
const KINDS = { restoreDisks: {}, createVm: AS_NEW_VM, replaceDisks: AS_REPLACEMENT } as const;

/** Every sentence about each restore of a source. */
function textsOf(reads: Reads): string {
  return RESTORE_KINDS.map((kind) => {
    const view = exampleView(KINDS[kind], reads);
    const outcome = vmPlanLinesOf(view);
    return [
      planSentence(view),
      planLine(view),
      consequenceText(view),
      ...Object.values(outcome).flat(),
      ...vmChosenLines(view).flat(),
      ...effectsOf(view, kind).map(({ text }) => text),
      ...nextStepsOf(view.settled).map(sayRule),
    ].join('\n');
  }).join('\n');
}

/** Words of a value that is missing, and sentences with a hole. */
const HOLES =
  /\b(undefined|null|NaN|Invalid Date)\b|\[object|(?:^|\s) (?:and|isn’t|in|of)\b|\b(?:of|in) (?:in|as)\b/m;

describe.each(WORLDS)('without what is optional of the %s', (_, changed) => {
  const reads = readsOf(changed);

  test('every sentence is whole', () => {
    expect(textsOf(reads)).not.toMatch(HOLES);
    expect(textsOf(reads)).not.toContain('not selected yet');
  });

  test('the options for each scenario are judged, or there are none', () => {
    for (const id of scenarioIds) {
      expect(() => restoreOptionsFor(id, reads, null)).not.toThrow();
    }
  });
});

describe('what an answer leaves out isn’t known', () => {
  const factsWith = (changed: Partial<Reads>) => exampleView({}, readsOf(changed)).facts.vm ?? {};
  const rows: readonly (readonly [keyof typeof BARE, readonly string[]])[] = [
    ['item', ['id', 'isProtectionStopped', 'exists', 'zone', 'encryption', 'diskCount']],
    ['point', ['leavesOutSharedDisks', 'encryption']],
    [
      'VM',
      [
        'zone',
        'diskCount',
        'availabilitySet',
        'hybridBenefit',
        'nicCount',
        'hasExtensions',
        'hasUltraDisks',
        'hasUserIdentity',
        'encryptionAtHost',
        'isGeneralized',
        'isRunning',
        'hasSharedDisks',
        'hasWriteAccelerator',
        'staticIp',
        'hasNsg',
        'loadBalancer',
        'encryption',
        'leavesOutSharedDisks',
        'reservedIpCount',
        'vnetInPrimary',
        'isSql',
      ],
    ],
    ['NIC', ['staticIp', 'hasNsg', 'loadBalancer', 'reservedIpCount', 'vnetInPrimary']],
    ['disk', ['hasSharedDisks', 'leavesOutSharedDisks']],
  ];
  test.each(rows)('%s: %j', (what, expected) => {
    const facts: Readonly<Record<string, unknown>> = factsWith(BARE[what]);
    expect(expected.filter((name) => facts[name] !== undefined)).toEqual([]);
  });

  test(`${String(rows.length)} answers, each with what it leaves out`, () => {
    expect(rows.map(([what]) => what)).toEqual(Object.keys(BARE));
  });

  test('and the request leaves out what it would say of it, or isn’t made', () => {
    const planOf = (changed: Partial<Reads>) => plannedRestore(exampleView({}, readsOf(changed)));
    expect(planOf(BARE.item)).toEqual({ ok: false, reason: 'instance' });
    const plan = planOf(BARE.point);
    expect(plan).toMatchObject({ ok: true, value: { restore: { kind: 'restoreDisks' } } });
    expect(JSON.stringify(plan)).not.toContain('encryption');
  });

  test('a draft keeps of a NIC without addresses that they aren’t known', () => {
    expect(JSON.parse(sourceText(readsOf(BARE.NIC)) ?? '')).toMatchObject({ addresses: null });
  });
});

test('what is lost since a point without a time has no length', () => {
  const view = exampleView({}, readsOf(BARE.point));
  expect(vmPlanLinesOf(view).lost).toEqual([
    'Changes made since the restore point, whose time isn’t reported',
  ]);
});

describe('of a source with every optional property', () => {
  const view = exampleView(AS_NEW_VM, readsOf(FULL));

  test('only what the person answers is unknown', () => {
    const unknown = Object.entries(view.facts.vm ?? {}).flatMap(([name, value]) =>
      value === undefined ? [name] : [],
    );
    expect(QUESTIONS).toEqual(expect.arrayContaining(unknown));
  });

  test('every sentence is whole, and each setting has its step', () => {
    expect(textsOf(readsOf(FULL))).not.toMatch(HOLES);
    expect(nextStepsOf(view.settled)).toEqual(
      expect.arrayContaining([
        'after.extensions',
        'after.static-ip',
        'after.availability-set',
        'special.hub.after',
      ]),
    );
  });
});
