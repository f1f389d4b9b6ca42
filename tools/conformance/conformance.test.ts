import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { matchRoute, normalPath } from '#src/mocks/simulate.ts';
import { routes } from '#src/mocks/routes.ts';
import { conformance, judgeFolder } from '../conformance.ts';
import { root } from '../program.ts';
import { judge } from './judge.ts';
import { isAbsent, type Operation, operations } from './operations.ts';
import { readIndex } from './sample.ts';
import {
  itemAddress,
  itemBody,
  judged,
  officialFolder,
  operationsIn,
  operationsOf,
  ownSamples,
  restoreBody,
  vaultAddress,
  wordsOf,
} from './testing.ts';

const hasRoute = ({ method, path }: Operation): boolean =>
  matchRoute(routes, method, normalPath(path)) !== undefined;

/** What becomes of a sample of these parameters, with one body that is answered with 200. */
const judgedOk = (parameters: object, body: unknown, indexed?: string) =>
  judged({ parameters, responses: { 200: { body } } }, indexed);

describe('the registry', () => {
  test('calls those operations ours that the simulated Azure has', () => {
    const wrong = operations.filter((one) => hasRoute(one) === isAbsent(one));
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  test('has each operation once', () => {
    const places = operations.map(
      ({ method, path, traits }) => `${traits.get('plane') ?? ''} ${method} ${path}`,
    );
    expect(places.filter((place, index) => places.indexOf(place) !== index)).toEqual([]);
  });
});

describe('a sample', () => {
  test.each(Object.entries(ownSamples))('of %s is known as one', (id, sample) => {
    expect(operationsOf(sample)).toContain(id);
    expect(judged(sample, id)).toMatchObject({ operation: id });
  });

  test('is of the plane that its version asks', () => {
    const { parameters, responses } = ownSamples['BackupProtectedItems_List'] ?? {};
    const of = (version: string) =>
      operationsOf({ parameters: { ...parameters, 'api-version': version }, responses });
    expect(of('2021-11-15')).toEqual(['BackupProtectedItemsCrr_List']);
    expect(of('2025-02-01')).toEqual(['BackupProtectedItems_List']);
  });

  test('of a PUT is not taken for one of a PATCH to the same address', () => {
    const vault = { location: 'westus', sku: { name: 'Standard' }, properties: {} };
    const body = { type: 'Microsoft.RecoveryServices/vaults' };
    expect(wordsOf(judgedOk({ ...vaultAddress, vault }, body))).toMatch(
      /^absent: Vaults_CreateOrUpdate, PUT /,
    );
  });

  test.each([
    ['a body is not taken for one of a GET', { anything: { properties: { strange: 1 } } }],
    ['another name in its address is not taken for one without', { policyName: 'daily' }],
  ])('with %s', (_, more) => {
    expect(judgedOk({ ...itemAddress, ...more }, itemBody)).toMatchObject({ kind: 'absent' });
  });

  test('of another provider is not taken for ours', () => {
    const type = 'Microsoft.DataProtection/backupVaults/backupPolicies';
    const parameters = { ...vaultAddress, backupPolicyName: 'a1' };
    expect(wordsOf(judgedOk(parameters, { id: 'a1', type }))).toMatch(
      /^absent: BackupPolicies_Get, GET /,
    );
  });

  test.each(['Trigger', 'Validate'])(
    'of Data Protection’s %s in another region is not ours',
    (verb) => {
      const parameters = {
        subscriptionId: vaultAddress.subscriptionId,
        resourceGroupName: 'rg-plum',
        vaultName: 'bv-plum',
        backupInstanceName: 'bi-plum',
        location: 'plumland',
        'api-version': '2024-04-01',
        parameters: {
          restoreRequestObject: { objectType: 'AzureBackupRecoveryPointBasedRestoreRequest' },
          crossRegionRestoreDetails: { sourceRegion: 'figland', sourceBackupInstanceId: 'a' },
        },
      };
      const body = { objectType: 'OperationJobExtendedInfo', jobId: 'c3b52cb8' };
      const words = wordsOf(judged({ parameters, responses: { 200: { body }, 202: {} } }));
      expect(words).toContain(`BackupInstances_${verb}CrossRegionRestore`);
      expect(words).toMatch(/^absent: /);
    },
  );

  test('of nothing known is identified by its resource, method and parameters', () => {
    const body = { id: 'x', type: 'Microsoft.Fruit/baskets', name: 'x' };
    const parameters = { subscriptionId: 'a', basketName: 'x', 'api-version': '2024-04-01' };
    expect(judgedOk(parameters, body)).toMatchObject({
      kind: 'absent',
      operation: 'GET Microsoft.Fruit/baskets (subscriptionId, basketName)',
    });
    expect(
      judged({ parameters: { ...parameters, input: {} }, responses: { 201: {} } }),
    ).toMatchObject({
      kind: 'absent',
      operation: 'PUT unnamed (subscriptionId, basketName)',
    });
  });

  test('without distinguishing marks is identified as each possible operation', () => {
    const usage = { unit: 'Count', currentValue: 1, limit: 2 };
    const responses = { 200: { body: { value: [usage] } } };
    const ids = operationsOf({ parameters: vaultAddress, responses });
    expect(ids.map((told) => told.split(',')[0])).toEqual([
      'BackupUsageSummaries_List',
      'Usages_ListByVaults',
    ]);
  });
});

describe('an index', () => {
  const { parameters, responses } = ownSamples['BackupOperationStatuses_Get'] ?? {};

  test('decides where the sample does not', () => {
    expect(judgedOk(parameters ?? {}, {})).toMatchObject({ kind: 'absent' });
    const indexed = 'BackupOperationStatuses_Get (with a note)';
    expect(judgedOk(parameters ?? {}, {}, indexed)).toMatchObject({
      kind: 'conforms',
      operation: 'BackupOperationStatuses_Get',
    });
  });

  test('is not believed against the address', () => {
    const outcome = judged({ parameters, responses }, 'RecoveryPoints_Get');
    expect(outcome.kind).toBe('conforms');
    expect(operationsIn(outcome)).toContain('BackupOperationStatuses_Get');
  });

  test('that names what we have is never of what we do not have', () => {
    const sample = { parameters: { basketName: 'a' }, responses: { 200: {} } };
    expect(judged(sample, 'RecoveryPoints_Get')).toMatchObject({
      kind: 'fails',
      operation: 'RecoveryPoints_Get',
      simulator: [expect.stringMatching(/^the sample doesn’t fit GET \/subscriptions\//)],
    });
  });

  test.each([
    ['VirtualMachine_Start_MinimumSet_Gen', 'conforms: VirtualMachines_Start'],
    ['VirtualMachine_Deallocate', 'conforms: VirtualMachines_Deallocate'],
    ['VirtualMachine_Startle_MinimumSet_Gen', 'absent: '],
  ])('that repeats the file’s name %s says what its first words say', (name, words) => {
    const { subscriptionId, resourceGroupName } = vaultAddress;
    const machine = { subscriptionId, resourceGroupName, vmName: 'vm-plum' };
    const sample = {
      parameters: { 'api-version': '2024-03-01', ...machine },
      responses: { 202: { headers: { location: 'https://foo.com/operationstatus' } } },
    };
    expect(wordsOf(judged(sample, name, `compute/${name}.json`)).startsWith(words)).toBe(true);
    expect(judged(sample, name)).toMatchObject({ kind: 'absent' });
  });

  test('that names what we do not have is believed', () => {
    const outcome = judgedOk({ ...vaultAddress, input: restoreBody }, {}, 'Fruit_Peel');
    expect(wordsOf(outcome)).toMatch(/^absent: Fruit_Peel, /);
  });
});

test('an index gives file and operation, whatever the order of its columns', () => {
  const text = `# Samples

| method | file | statuses | operation |
|---|---|---|---|
| GET | \`a/One.json\` | 200 | One_Get |
| POST | \`b/Two.json\` | 202 | Two_Start (not in the spec) |
`;
  expect([...readIndex(text)]).toEqual([
    ['a/One.json', 'One_Get'],
    ['b/Two.json', 'Two_Start (not in the spec)'],
  ]);
});

test('a text without such a table says nothing', () => {
  const other = '# Samples\n\n| a | b |\n|---|---|\n| 1 | 2 |\n';
  expect([...readIndex(other), ...readIndex('')]).toEqual([]);
});

/** What official samples leave out or have otherwise than Azure, and which says nothing of our answers. */

const conforms = { kind: 'conforms' };
const accepted = { 202: { headers: { 'Retry-After': 60 } } };

describe('a sample conforms', () => {
  test('whose body has the part of the address that it leaves out', () => {
    const { recoveryPointId } = restoreBody.properties;
    const properties = {
      objectType: 'IaasVMILRRegistrationRequest',
      recoveryPointId,
      initiatorName: 'plum',
      virtualMachineId: restoreBody.properties.sourceResourceId,
    };
    const sample = {
      parameters: { ...itemAddress, parameters: { properties } },
      responses: accepted,
    };
    expect(operationsOf(sample)).toEqual(['ItemLevelRecoveryConnections_Provision']);
    expect(judged(sample)).toMatchObject(conforms);
  });

  test('that names its own operation, and one that names another than it can be of', () => {
    const sample = { parameters: itemAddress, responses: { 200: { body: itemBody } } };
    for (const operationId of ['ProtectedItems_Get', 'Vaults_Update', 'Fruit_Peel']) {
      const outcome = judged({ operationId, ...sample });
      expect(outcome).toMatchObject({ ...conforms, operation: 'ProtectedItems_Get' });
    }
  });

  test('with a page token that another service gave', () => {
    const parameters = {
      ...vaultAddress,
      $filter: "backupManagementType eq 'AzureIaasVM'",
      $skipToken: 'cGx1bQ==',
    };
    expect(judgedOk(parameters, { value: [itemBody] })).toMatchObject(conforms);
  });

  test('whose list has no envelope', () => {
    const region = { name: 'plumland', regionalDisplayName: 'Plumland', metadata: {} };
    const parameters = { subscriptionId: vaultAddress.subscriptionId, 'api-version': '2022-12-01' };
    expect(judgedOk(parameters, [region])).toMatchObject({
      ...conforms,
      operation: 'Subscriptions_ListLocations',
    });
  });

  test('that tells an empty body where nothing is sent', () => {
    for (const body of [null, {}]) {
      const responses = { 202: { ...accepted[202], body } };
      const parameters = { ...itemAddress, recoveryPointId: '1', parameters: restoreBody };
      expect(judged({ parameters, responses })).not.toMatchObject({
        simulator: ['202 is answered without a body'],
      });
    }
  });
});

describe('a restore in the secondary region', () => {
  const { properties } = restoreBody;
  const right = {
    accessTokenString: 'sealed by another service',
    subscriptionId: vaultAddress.subscriptionId,
    resourceGroupName: vaultAddress.resourceGroupName,
    resourceName: vaultAddress.vaultName,
  };
  const sampleOf = (restoreRequest: object) => ({
    parameters: {
      subscriptionId: vaultAddress.subscriptionId,
      azureRegion: 'plumland',
      'api-version': '2023-01-15',
      parameters: {
        crossRegionRestoreAccessDetails: { objectType: 'WorkloadCrrAccessToken', ...right },
        restoreRequest,
      },
    },
    responses: { 200: {}, ...accepted },
  });

  test('is requested with a token of the simulated Azure and followed to its end', () => {
    const outcome = judged(sampleOf({ ...properties, region: 'figland', zones: ['2'] }));
    expect(outcome).toMatchObject({ ...conforms, operation: 'CrossRegionRestore_Trigger' });
  });

  test('still fails for what is wrong in it', () => {
    const replace = { ...properties, region: 'figland', recoveryType: 'OriginalLocation' };
    expect(judged(sampleOf(replace))).toMatchObject({ kind: 'fails' });
  });
});

const restore = ownSamples['Restores_Trigger'] ?? { parameters: {}, responses: {} };

/** A restore with something else in its body. */
const restoring = (change: object) => ({
  ...restore,
  parameters: {
    ...restore.parameters,
    parameters: { properties: { ...restoreBody.properties, ...change } },
  },
});

describe('a sample conforms', () => {
  test.each(Object.entries(ownSamples))('of %s', (_, sample) => {
    expect(judged(sample)).toMatchObject({ kind: 'conforms', schemas: [], simulator: [] });
  });

  const group = '/subscriptions/0a0a0a0a-2222-4222-8333-abcdefabcdef/resourceGroups/rg-other';

  test.each<[string, object]>([
    ['disks', { recoveryType: 'RestoreDisks', restoreDiskLunList: [] }],
    ['some disks', { recoveryType: 'RestoreDisks', restoreDiskLunList: [2, 7] }],
    ['disks in the machine’s place', { recoveryType: 'OriginalLocation' }],
    [
      'from the archive',
      {
        objectType: 'IaasVMRestoreWithRehydrationRequest',
        recoveryPointRehydrationInfo: {
          rehydrationPriority: 'High',
          rehydrationRetentionDuration: 'P7D',
        },
      },
    ],
    [
      'with an identity',
      {
        storageAccountId: null,
        identityInfo: {
          isSystemAssignedIdentity: false,
          managedIdentityResourceId: `${group}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-a`,
        },
        identityBasedRestoreDetails: {
          targetStorageAccountId: `${group}/providers/Microsoft.Storage/storageAccounts/stother`,
        },
      },
    ],
    [
      'with a key of its own and private disks of another subscription',
      {
        recoveryType: 'RestoreDisks',
        diskEncryptionSetId: `${group}/providers/Microsoft.Compute/diskEncryptionSets/des-a`,
        targetDiskNetworkAccessSettings: {
          targetDiskNetworkAccessOption: 'EnablePrivateAccessForAllDisks',
          targetDiskAccessId: `${group}/providers/Microsoft.Compute/diskAccesses/da-a`,
        },
      },
    ],
    [
      'of an encrypted machine',
      { recoveryType: 'RestoreDisks', encryptionDetails: { encryptionEnabled: true } },
    ],
  ])('of a restore: %s', (_, change) => {
    expect(judged(restoring(change))).toMatchObject({ kind: 'conforms', simulator: [] });
  });

  test('whatever its resources are called elsewhere', () => {
    const network = {
      id: '/subscriptions/{id}/resourceGroups/{group}/providers/Microsoft.Network/virtualNetworks/{name}',
      name: '{name}',
      location: 'westus',
    };
    const parameters = { 'api-version': '2024-01-01', subscriptionId: '{subscription}' };
    const outcome = judgedOk(parameters, { value: [network] });
    expect(outcome).toMatchObject({ ...conforms, operation: 'VirtualNetworks_ListAll' });
  });
});

describe('a sample fails', () => {
  test('that our schema cannot read, with the place', () => {
    const body = { ...itemBody, properties: { ...itemBody.properties, friendlyName: 7 } };
    expect(judgedOk(itemAddress, body)).toMatchObject({
      kind: 'fails',
      schemas: [expect.stringMatching(/^200: properties\.friendlyName: /)],
      simulator: [],
    });
  });

  test('whose request is refused, with the reason', () => {
    expect(judged(restoring({ zones: ['1', '2'] }))).toMatchObject({
      kind: 'fails',
      schemas: [],
      simulator: [
        '202 is not answered, but 400 CloudInvalidInputError (Invalid input error. zones takes one zone.)',
      ],
    });
  });

  test('whose status is never answered', () => {
    const { parameters } = ownSamples['ProtectedItems_Get'] ?? {};
    const responses = { 200: { body: itemBody }, 206: { body: itemBody } };
    expect(judged({ parameters, responses })).toMatchObject({
      kind: 'fails',
      simulator: ['206 is not answered, but 200'],
    });
  });

  test('whose answer has a header that ours has not', () => {
    const responses = { 200: { headers: { 'X-Fruit': 'plum' }, body: itemBody } };
    expect(judged({ parameters: itemAddress, responses })).toMatchObject({
      kind: 'fails',
      simulator: ['200 is answered without the header X-Fruit'],
    });
  });

  test('whose list comes back empty', () => {
    const $filter = "backupManagementType eq 'AzureIaasVM' and friendlyName eq 'nobody'";
    expect(judgedOk({ ...vaultAddress, $filter }, { value: [itemBody] })).toMatchObject({
      kind: 'fails',
      simulator: ['200 is answered with an empty list'],
    });
  });
});

describe('a file is no sample', () => {
  test.each([
    ['{ "parameters": {', 'no JSON'],
    ['[]', '"parameters"'],
    ['{ "parameters": {} }', '"responses"'],
    ['{ "parameters": {}, "responses": {} }', 'empty'],
    ['{ "parameters": {}, "responses": { "ok": {} } }', '"ok"'],
  ])('%s', (text, problem) => {
    const outcome = judge(text, 'file.json');
    expect(outcome.kind).toBe('unreadable');
    expect(wordsOf(outcome)).toContain(problem);
  });
});

describe('official samples', () => {
  test.each([true, false])('of what we have conform (with an index: %s)', (usesIndex) => {
    const entries = existsSync(officialFolder) ? judgeFolder(officialFolder, usesIndex) : [];
    const wrong = entries.filter(({ kind }) => kind === 'fails' || kind === 'unreadable');
    expect(wrong).toEqual([]);
  });
});

const base = mkdtempSync(join(tmpdir(), 'conformance-'));
afterAll(() => rmSync(base, { recursive: true }));
afterEach(() => vi.unstubAllEnvs());
const folder = join(base, 'samples');
beforeEach(() => {
  vi.stubEnv('INIT_CWD', base);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'inner'), { recursive: true });
});

const write = (file: string, content: unknown): void =>
  writeFileSync(
    join(folder, file),
    typeof content === 'string' ? content : JSON.stringify(content),
  );

/** What the program would print: in its own process only the first test starts it. */
function run(...args: readonly string[]) {
  const { code, lines, problem } = conformance(args);
  return { status: code, lines, stderr: problem };
}

const foreign = {
  parameters: { basketName: 'a' },
  responses: { 200: { body: { id: 'a', type: 'Microsoft.Fruit/baskets' } } },
};

describe('the command', () => {
  test('tells each file of a folder and of those in it, then the totals', () => {
    write('inner/item.json', ownSamples['ProtectedItems_Get']);
    write('fruit.json', foreign);
    write('notes.txt', 'no sample, and none that is meant');
    // As npm runs it: in the project's folder, and INIT_CWD says where it was typed.
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(root, 'tools/conformance.ts'), 'samples'],
      { cwd: root, encoding: 'utf8', env: { ...process.env, INIT_CWD: base } },
    );
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout.trimEnd().split('\n')).toEqual([
      'not ours  fruit.json  GET Microsoft.Fruit/baskets (basketName)',
      'conforms  inner/item.json  ProtectedItems_Get  read: yes  answered: yes',
      '2 files: 1 conform, 0 fail, 1 are of operations that we do not have, 0 are no samples',
    ]);
  });

  test('ends with 1 when a known operation fails', () => {
    const responses = { 200: { headers: { 'X-Plum': '1' }, body: itemBody } };
    write('item.json', { parameters: itemAddress, responses });
    write('broken.json', '{ "parameters": ');
    const { status, lines } = run('samples');
    expect(status).toBe(1);
    expect(lines[1]).toBe(
      'FAILS     item.json  ProtectedItems_Get  read: yes  answered: no, 200 is answered without the header X-Plum',
    );
  });

  test('ends with 2 when a file is no sample, and says why', () => {
    write('item.json', ownSamples['ProtectedItems_Get']);
    write('broken.json', '{ "parameters": ');
    write('list.json', '[]');
    const { status, lines } = run('samples');
    expect(status).toBe(2);
    expect(lines[0]).toMatch(/^NO SAMPLE broken\.json {2}This is no JSON: .+\.$/);
    expect(lines[2]).toMatch(/^NO SAMPLE list\.json {2}This is no sample: /);
    expect(lines[3]).toContain('1 conform, 0 fail, 0 are of');
  });

  test('trusts an index unless an option forbids it', () => {
    const { parameters } = ownSamples['BackupOperationStatuses_Get'] ?? {};
    write('bare.json', { parameters, responses: { 200: { body: {} } } });
    write(
      'INDEX.md',
      '| file | operation | method |\n|---|---|---|\n| `bare.json` | BackupOperationStatuses_Get | GET |\n',
    );
    expect(run('samples').lines[0]).toMatch(
      /^conforms {2}bare\.json {2}BackupOperationStatuses_Get/,
    );
    expect(run('--no-index', 'samples').lines[0]).toMatch(/^not ours {2}bare\.json {2}GET unnamed/);
  });

  test.each([
    [
      'a folder that is not there',
      ['nowhere'],
      /^nowhere cannot be judged: there is no such folder\.$/m,
    ],
    [
      'a folder without samples',
      ['samples'],
      /^samples cannot be judged: there is no \.json file in it\.$/m,
    ],
    ['no folder', [], /^Usage: npm run --silent conformance/],
    ['two folders', ['samples', 'samples'], /^Usage: /],
    ['an option that there is not', ['--fast', 'samples'], /--fast[\s\S]*Usage: /],
  ])('refuses %s with 2', (_, args, words) => {
    const { status, lines, stderr } = run(...args);
    expect([status, lines]).toEqual([2, []]);
    expect(stderr).toMatch(words);
  });

  test('shows how it is used', () => {
    const { status, lines } = run('--help');
    expect(status).toBe(0);
    expect(lines[0]).toMatch(/^Usage: npm run --silent conformance -- \[--no-index\] FOLDER$/);
  });
});
