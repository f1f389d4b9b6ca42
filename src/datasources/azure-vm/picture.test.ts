import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { VmChoices } from '#src/datasources/azure-vm/fields.ts';
import { filePictureOf } from '#src/datasources/azure-vm/files/picture.ts';
import { fileViewOf } from '#src/datasources/azure-vm/files/model.ts';
import { vmPictureOf } from '#src/datasources/azure-vm/picture.ts';
import type { Reads } from '#src/datasources/azure-vm/reads.ts';
import {
  AS_NEW_VM,
  AS_REPLACEMENT,
  type Different,
  exampleCard,
  exampleDraft,
  exampleReads,
  exampleView,
  networkId,
  OTHER_SUB,
} from '#src/datasources/azure-vm/testing.ts';
import { installClock, machineClock } from '#src/lib/clock.ts';
import { instant } from '#src/lib/time.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { readingOf } from '#src/ui/picture/model.ts';
import { formFindings, isParticular } from '#src/wizard/explain/findings.ts';
import { wayToRule } from '#src/wizard/explain/unknown.ts';
import { heardPicture, resultSpoken } from '#src/wizard/picture.ts';
import { pictureLines } from '#src/wizard/testing-picture.ts';

const AT = instant(48 * 3_600_000);
const TWO_DAYS = '172800000 ms';

const given = {
  duration: readingOf({ text: '40–55 min', basis: '6 past restores' }),
  goToField: () => undefined,
};

const pictureOf = (choices: Partial<VmChoices> = {}, reads: Reads = exampleReads()) =>
  vmPictureOf(exampleView(choices, reads), given);

const linesOf = (choices: Partial<VmChoices> = {}, different: Different = {}) =>
  pictureLines(pictureOf(choices, exampleReads(different)).model);

/** Lines that start with one of some words. */
const only = (lines: readonly string[], ...starts: readonly string[]) =>
  lines.filter((line) => starts.some((start) => line.startsWith(start)));

beforeEach(() => installClock({ ...machineClock, now: () => AT }));
afterEach(() => installClock(machineClock));

const SOURCE = [
  'source machine, testVM, stopped, testRG, Standard_A1_v2: unchanged (instance)',
  'source disk OS disk 32GiB: unchanged',
  'source NIC nic 10.0.0.4 on testnet/subnets/default: unchanged',
  'point Snapshot and Vault-Standard: unchanged (point)',
];
const LINE = 'network testNet / default 10.0.0.0/24';

describe('each type of restore', () => {
  test('a new VM, on a network of its own', () => {
    expect(linesOf({ ...AS_NEW_VM, subnet: 'second' })).toEqual([
      'state configured',
      ...SOURCE,
      `moves 32GiB, ${TWO_DAYS} notInCopy`,
      'result machine, newVM, New, targetRG · West US, Standard_A1_v2: new (vmName)',
      'result disk OS disk 32GiB: new',
      'result NIC New NIC Dynamic address on testnet/subnets/second: new (vnet)',
      LINE,
      'network testNet / second 10.0.0.0/24',
      'warning at nic: Same host name on the same network | Choose another network | Restore disks',
    ]);
  });

  test('disks, in a group without a VM', () => {
    expect(linesOf()).toEqual([
      'state configured',
      ...SOURCE,
      `moves 32GiB, ${TWO_DAYS} notInCopy`,
      'result group, targetRG, West US: new (rg)',
      'result disk OS disk 32GiB: new',
      'result other Template In testAccount: new (staging)',
      LINE,
    ]);
  });

  test('a replacement keeps the disks of today, and loses what was written', () => {
    expect(linesOf(AS_REPLACEMENT)).toEqual([
      'state configured',
      'source point, Restore point, Vault testVault: unchanged (point)',
      'source disk OS disk 32GiB: unchanged',
      'point Snapshot and Vault-Standard: unchanged (point)',
      `moves 32GiB, ${TWO_DAYS} lost`,
      'under Snapshot Of testVM, first: new',
      'result machine, testVM, stopped, testRG, Standard_A1_v2: new (option)',
      'result disk OS disk 32GiB: new',
      'result beside OS disk 32GiB: kept',
      'result NIC nic 10.0.0.4 on testnet/subnets/default: unchanged',
      LINE,
    ]);
  });

  test('before a type is chosen the disks of the point are dotted', () => {
    expect(only(linesOf({ option: null }), 'state', 'result')).toEqual([
      'state choosing',
      'result machine, ?Select a restore type: unknown (option)',
      'result disk OS disk 32GiB: unknown',
    ]);
  });

  test('in the secondary region it is made from the point there', () => {
    const lines = linesOf(
      { ...AS_NEW_VM, regionView: 'secondary', vnet: null, subnet: null },
      { vault: { crossRegionRestore: true }, secondaryPoints: [{}] },
    );
    expect(only(lines, 'source', 'result machine', 'result NIC', 'network')).toEqual([
      'source point, Point in East US, Vault testVault: unchanged (point)',
      'source disk OS disk 32GiB: unchanged',
      'result machine, newVM, New, targetRG · East US, Standard_A1_v2, in region East US: new (vmName)',
      'result NIC New NIC Dynamic address on ?Virtual network: unknown (vnet)',
    ]);
  });

  test('in another subscription it stands in a frame', () => {
    expect(only(linesOf({ ...AS_NEW_VM, subscription: OTHER_SUB }), 'result machine')).toEqual([
      'result machine, newVM, New, targetRG · West US, Standard_A1_v2, in subscription Another: new (vmName)',
    ]);
  });

  test('files come to a system, and nothing is lost', () => {
    const view = fileViewOf(exampleDraft({ datasource: 'azure-vm' }), exampleReads());
    expect(pictureLines(filePictureOf(view).model)).toEqual([
      'state configured',
      'source point, Restore point, Vault testVault: unchanged (point)',
      'source disk OS disk 32GiB: unchanged',
      'point Snapshot and Vault-Standard: unchanged (point)',
      'moves 32GiB, no loss',
      'result computer, Target system, On another VM or server: new (isOnSource)',
      'result other Script Valid for 12 h: new',
    ]);
  });
});

describe('a source that no longer exists', () => {
  const gone = exampleReads({ machine: null });
  const bare: Reads = { ...gone, interfaces: [], disks: [] };

  test('is absent, and sizes of its disks aren’t known', () => {
    expect(pictureLines(pictureOf(AS_NEW_VM, bare).model)).toEqual([
      'state configured',
      'source machine, none, testRG: unknown (instance)',
      'point Snapshot and Vault-Standard: unchanged (point)',
      `moves ?Disk sizes, ${TWO_DAYS} notInCopy`,
      'result machine, newVM, New, targetRG · West US, Standard_A1_v2: new (vmName)',
      'result disk OS disk ?Disk size: new',
      'result NIC New NIC Dynamic address on testnet/subnets/default: new (vnet)',
      LINE,
    ]);
  });

  test('has nothing to replace', () => {
    const lines = pictureLines(pictureOf(AS_REPLACEMENT, bare).model);
    expect(only(lines, 'moves', 'under', 'result')).toEqual([
      'moves ?Disk sizes, no loss',
      'result machine, none, testRG: notCreated (option)',
    ]);
  });
});

describe('what is empty or not known is dotted', () => {
  const unread = { state: 'forbidden' } as const;

  test('fields by their labels', () => {
    const lines = linesOf({ ...AS_NEW_VM, vmName: null, rg: null, vnet: null, subnet: null });
    expect(only(lines, 'result')).toEqual([
      'result machine, ?Virtual machine name, New, West US, Standard_A1_v2: unknown (vmName)',
      'result disk OS disk 32GiB: new',
      'result NIC New NIC Dynamic address on ?Virtual network: unknown (vnet)',
    ]);
    expect(only(linesOf({ rg: null, staging: null }), 'result')).toEqual([
      'result group, ?Resource group, West US: unknown (rg)',
      'result disk OS disk 32GiB: new',
      'result other Template ?Staging Location: unknown (staging)',
    ]);
  });

  test.each([
    ['the VM', { machine: unread }, 'source disk ?Disks'],
    ['its NICs', { interfaces: [unread] }, 'source NIC NIC ?Address on ?Network: unknown'],
    ['the points', { points: unread }, 'point ?Recovery tier: unknown (point)'],
    ['the networks', { networks: unread }, 'network testNet / default ?Address range'],
  ] as const)('%s, where it isn’t read', (_, more: Partial<Reads>, line) => {
    const reads = { ...exampleReads(), ...more };
    expect(pictureLines(pictureOf(AS_NEW_VM, reads).model)).toContain(line);
  });

  test('the power state, where Azure doesn’t report it', () => {
    expect(only(linesOf({}, { machine: { isRunning: null } }), 'source machine')).toEqual([
      'source machine, testVM, ?Power state, testRG, Standard_A1_v2: unchanged (instance)',
    ]);
  });
});

describe('a copy on the network of its source', () => {
  const pinsOf = (choices: Partial<VmChoices>, reads = exampleReads()) =>
    pictureOf({ ...AS_NEW_VM, ...choices }, reads).model.pins;
  const elsewhere = {
    ...exampleCard,
    subnetIds: [resourceId(`${networkId}-other/subnets/default`)],
  };
  const notChecked = [
    { id: 'host-name', part: 'nic', tone: 'unknown', title: 'Not checked: host name', links: [] },
  ];

  test('is warned of, with two links, of which none shuts the source down', () => {
    const [running] = pinsOf({}, exampleReads({ machine: { isRunning: true } }));
    expect(running).toMatchObject({
      part: 'nic',
      tone: 'warning',
      title: 'Same host name on the same network',
      text: 'testVM runs on this network. The copy has its host name.',
    });
    expect(running?.links.map(({ text }) => text)).toEqual([
      'Choose another network',
      'Restore disks',
    ]);
    expect(pinsOf({})[0]?.text).toMatch(/^testVM is shut down/);
  });

  test.each([
    ['another network', exampleReads({ cards: [elsewhere] }), {}],
    ['a source that is gone', exampleReads({ machine: null }), {}],
    ['no network yet', exampleReads(), { vnet: null, subnet: null }],
    ['restored disks', exampleReads(), { option: 'restoreDisks' }],
    ['NICs on their way', { ...exampleReads(), interfaces: [{ state: 'loading' } as const] }, {}],
  ] as const)('is none with %s', (_, reads, choices) => {
    expect(pinsOf(choices, reads)).toEqual([]);
  });

  test.each([
    ['the power state', exampleReads({ machine: { isRunning: null } })],
    ['the VM', { ...exampleReads(), machine: { state: 'forbidden' } as const, interfaces: [] }],
    ['a NIC', { ...exampleReads(), interfaces: [{ state: 'failed' } as const] }],
  ])('isn’t checked without %s', (_, reads) => {
    expect(pinsOf({}, reads)).toEqual(notChecked);
  });

  test('adds no warning that has to be confirmed', () => {
    expect(formFindings(exampleView(AS_NEW_VM)).warned.filter(isParticular)).toEqual([]);
  });
});

describe('what the rules say', () => {
  const heard = (choices: Partial<VmChoices>, reads = exampleReads()) => {
    const view = exampleView(choices, reads);
    return heardPicture(vmPictureOf(view, given), {
      findings: formFindings(view),
      wayTo: wayToRule(view),
      fieldLabel: view.model.fieldLabel,
      goTo: () => undefined,
    });
  };

  test('a refusal is pinned to the part of its field, before all others', () => {
    const { pins } = heard({ ...AS_NEW_VM, vmName: 'a b' });
    expect(pins.map(({ part, tone }) => [tone, part])).toEqual([
      ['error', 'result'],
      ['warning', 'nic'],
    ]);
    expect(pins[0]?.links.map(({ text }) => text)).toEqual(['Virtual machine name']);
  });

  test('a field that has no part is a dotted one of the result', () => {
    const lines = pictureLines(heard({ ...AS_NEW_VM, vmName: null, rg: null, staging: null }));
    expect(only(lines, 'result other')).toEqual([
      'result other Resource group ?Resource group: unknown (rg)',
      'result other Staging Location ?Staging Location: unknown (staging)',
    ]);
  });

  test('leaves the confirmation of a replacement to its place beside Restore', () => {
    const lines = pictureLines(heard({ ...AS_REPLACEMENT, confirmReplace: null }));
    expect(only(lines, 'result other')).toEqual([]);
  });

  test('is announced with the network of the NIC once it has changed', () => {
    expect(resultSpoken(heard(AS_NEW_VM))).toBe('NIC on testNet / default, 1 warning');
    expect(resultSpoken(heard({ ...AS_NEW_VM, vmName: 'a b', vnet: null, subnet: null }))).toBe(
      '1 error',
    );
  });
});
