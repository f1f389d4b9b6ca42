import { describe, expect, test } from 'vitest';
import { diskFields } from '#src/datasources/azure-disk/fields.ts';
import { vmFields } from '#src/datasources/azure-vm/choices.ts';
import { parseDraft } from '#src/wizard/draft/store.ts';

/** One draft of each version with all its fields, as that version stored it: none changes again. */

const head = { id: 'd', createdAt: 1, changedAt: 2, takenBack: [] };
const unsent = { submission: { state: 'none' } };
const pressed = { clientRequestId: 'c', sentAt: 5 };
const operation = { pollUrl: 'https://management.azure.com/o', pollKind: 'status' };

const first = {
  datasource: 'azure-vm',
  instance: '/v/protectedItems/VM;rg;app01',
  point: '7',
  group: 'createNew',
  option: 'restoreDisks',
  subscription: 's',
  rg: 'target',
  rgIsNew: true,
  staging: '/account',
  diskAccess: 'same',
  diskAccessId: null,
  warningsRead: true,
};
/** Its confirmation had a name of its own, and was of no use. */
const second = {
  ...first,
  option: 'createVm',
  vmName: 'new',
  vnet: '/vnet',
  subnet: 'one',
  zone: '1',
  restoreAsManaged: true,
  diskEncryptionSet: '/set',
  identity: 'user',
  identityId: '/identity',
  confirmation: 'app01',
};
const questions = {
  dc: 'none',
  otherDcReachable: null,
  isolatedNetwork: 'no',
  domainJoined: null,
  domainTrouble: null,
  isSql: 'yes',
  cloudInit: null,
};
const { confirmation: _ofSecond, ...kept } = second;
const third = { ...kept, confirmReplace: null, ...questions };
const fourth = { ...third, regionView: 'secondary', outage: 'zone' };
const fifth = { ...fourth, diskMode: 'ALR', diskName: null };
const ofDisk = {
  ...fifth,
  datasource: 'azure-disk',
  instance: '/bv/backupInstances/data-0-data-0-1',
  diskName: 'restored',
};

const accepted = {
  submission: { state: 'accepted', ...pressed, operation: { ...operation, retryAfterMs: 60_000 } },
};
const asJob = {
  submission: { state: 'job', jobId: '/v/backupJobs/j', isAdopted: false, attempt: pressed },
};

/** What a version before had not: today's own emptiness of it. */
const lacked = {
  2: { confirmReplace: null },
  3: { dc: null, otherDcReachable: null, isolatedNetwork: null, isSql: null },
  4: { regionView: 'primary', outage: null },
  6: { consequenceRead: false },
};

describe('of a VM', () => {
  test.each([
    [
      1,
      first,
      accepted,
      { vmName: null, identity: 'none', ...lacked[2], ...lacked[3], ...lacked[4] },
    ],
    [2, second, accepted, { ...lacked[2], ...lacked[3], ...lacked[4] }],
    [3, third, unsent, lacked[4]],
    [4, fourth, asJob, {}],
    [5, fifth, accepted, {}],
  ])('a draft of version %d is read with all that was chosen', (version, choices, sent, lacks) => {
    const parsed = parseDraft(JSON.stringify({ ...head, version, choices, ...sent }));
    expect(parsed).toMatchObject({ ok: true, value: { ...head, choices, ...sent } });
    if (!parsed.ok) return;
    expect(vmFields.canRead(parsed.value.choices)).toBe(true);
    const { confirmation: _useless, ...same } = { confirmation: null, ...choices };
    const { diskMode: _mode, diskName: _name, ...ofVm } = { diskMode: 0, diskName: 0, ...same };
    expect(vmFields.choicesOf(parsed.value.choices)).toMatchObject({
      ...ofVm,
      ...lacks,
      ...lacked[6],
    });
  });
});

describe('of a disk', () => {
  test.each([
    ['1, which could only choose that', 1, { ...first, datasource: 'azure-disk', instance: null }],
    ['5, which had the fields of VMs, too', 5, ofDisk],
  ])('a draft of version %s is read with all that was chosen', (_, version, choices) => {
    const parsed = parseDraft(JSON.stringify({ ...head, version, choices, ...unsent }));
    expect(parsed).toMatchObject({ ok: true, value: { choices } });
    if (!parsed.ok) return;
    expect(diskFields.canRead(parsed.value.choices)).toBe(true);
    const { datasource, instance, point, subscription, rg } = choices;
    const diskName = 'diskName' in choices ? choices.diskName : null;
    expect(diskFields.choicesOf(parsed.value.choices)).toEqual({
      datasource,
      instance,
      point,
      subscription,
      rg,
      diskName,
      diskMode: 'ALR',
      warningsRead: true,
      consequenceRead: false,
    });
  });
});

test('of choices of two datasources each task reads its own, and none is lost', () => {
  const stored = { ...head, version: 6, choices: { ...ofDisk, vmName: 'app' }, ...unsent };
  const parsed = parseDraft(JSON.stringify(stored));
  if (!parsed.ok) throw new Error('It can be read.');
  const { choices } = parsed.value;
  expect(choices).toEqual(stored.choices);
  expect(vmFields.choicesOf(choices)).toMatchObject({ vmName: 'app' });
  expect(vmFields.choicesOf(choices)).not.toHaveProperty('diskName');
  expect(diskFields.choicesOf(choices)).toMatchObject({ diskName: 'restored' });
  expect(diskFields.choicesOf(choices)).not.toHaveProperty('vmName');
});
