import * as fc from 'fast-check';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import {
  azDeploy,
  azDownload,
  powerShellDownload,
} from '#src/datasources/azure-vm/deploy/Downloads.tsx';
import {
  availabilitySetName,
  availabilitySetText,
  choiceNamed,
  networkChoices,
  networkEntry,
  networkParameters,
  networkTexts,
  sizeChoices,
  zoneChoices,
} from '#src/datasources/azure-vm/deploy/DeployFields.tsx';
import {
  attempts,
  nextName,
  noteOutcome,
  noteSeen,
  noteSent,
  numberOf,
} from '#src/datasources/azure-vm/deploy/attempts.ts';
import {
  type DeployValues,
  MOST_STORED,
  NO_VALUES,
  UNREAD_TEMPLATE,
  changeForm,
  checkedForm,
  deployKey,
  formOf,
  onForms,
  templateIn,
  typedText,
  withTyped,
} from '#src/datasources/azure-vm/deploy/deploy-form.ts';
import { asTemplate, templateOf, textOfFile } from '#src/datasources/azure-vm/deploy/template.ts';
import { resetPageState } from '#src/lib/page-state.ts';
import { ok } from '#src/lib/result.ts';
import { freshStorage } from '#src/lib/testing.ts';
import { instant } from '#src/lib/time.ts';
import { MOST_TEMPLATE_BYTES } from '#src/model/blob.ts';
import type { MachineSize } from '#src/model/machines.ts';
import type { Subnet, VirtualNetwork } from '#src/model/places.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { readTemplate } from '#src/model/template.ts';
import { job } from '#src/progress/testing.ts';
import { deploy } from '#src/strings/deploy.ts';

const textOf = (parameters: object): string =>
  JSON.stringify({
    $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
    contentVersion: '1.0.0.0',
    parameters,
    resources: [],
  });
const onPage = (parameters: object): DeployValues => ({
  ...NO_VALUES,
  reader: 'page',
  text: textOf(parameters),
});
const sizes = { count: { type: 'int', defaultValue: 2 }, Name: { type: 'string' } };

describe('what was typed', () => {
  test('is sent by the names and types of the template', () => {
    const values = { ...onPage(sizes), typed: [['NAME', 'vm1'] as const, ['count', '3'] as const] };
    expect(checkedForm(values, 'rg')).toEqual({
      kind: 'values',
      values: { count: 3, Name: 'vm1' },
    });
  });

  test('is checked', () => {
    const values = { ...onPage(sizes), typed: [['count', 'three'] as const] };
    expect(checkedForm(values, 'rg')).toMatchObject({
      kind: 'missing',
      problems: { count: 'notInteger', Name: 'missing' },
    });
  });

  test('stays when the template becomes another one, and a new default shows where nothing was typed', () => {
    const before = { ...onPage(sizes), typed: [['name', 'vm1'] as const] };
    const after = {
      ...before,
      text: textOf({ ...sizes, count: { type: 'int', defaultValue: 9 } }),
    };
    const texts = templateIn(after).parameters.map((one) => typedText(after, one));
    expect(texts).toEqual(['9', 'vm1']);
  });

  test('replaces what was typed before, whatever the name', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (name, first, second) => {
        const once = { ...NO_VALUES, ...withTyped(NO_VALUES, { [name]: first }) };
        const { typed } = withTyped(once, { [name]: second });
        expect(typed).toEqual([[name, second]]);
      }),
    );
  });
});

describe('the key of a validation', () => {
  const values = { ...onPage(sizes), typed: [['a', '1'] as const, ['b', '2'] as const] };

  test('is the same for the same values in another order', () => {
    const turned = { ...values, typed: values.typed.toReversed() };
    expect(deployKey(turned, 'rg')).toBe(deployKey(values, 'rg'));
  });

  test.each([
    ['a value', { ...values, typed: [['a', '1'] as const] }, 'rg'],
    ['the resource group', values, 'rg2'],
    ['the text', { ...values, text: textOf({}) }, 'rg'],
    ['who reads it', { ...values, reader: 'azure' as const }, 'rg'],
  ])('changes with %s', (_, other, group) => {
    expect(deployKey(other, group)).not.toBe(deployKey(values, 'rg'));
  });

  test('leaves out a text that Azure isn’t given', () => {
    const azure = { ...values, reader: 'azure' as const };
    expect(deployKey({ ...azure, text: 'x' }, 'rg')).toBe(deployKey(azure, 'rg'));
  });
});

test('a template that Azure reads has the seven parameters that are known', () => {
  expect(templateIn(NO_VALUES).parameters.map(({ name }) => name)).toHaveLength(7);
  expect(checkedForm(NO_VALUES, ' ')).toEqual({
    kind: 'missing',
    isTextBroken: false,
    isGroupMissing: true,
    problems: { virtualMachineName: 'missing' },
  });
});

test.each([null, '', 'not JSON', '[]', '{"a": [1, }', '"text"'])(
  'nothing is sent for a template of %j',
  (text) => {
    expect(checkedForm({ ...NO_VALUES, reader: 'file', text }, 'rg').kind).toBe('missing');
  },
);

const jobId = '/subscriptions/s/x/backupJobs/5f1e';
const storage = freshStorage();
beforeEach(() => {
  vi.stubGlobal('window', { addEventListener: () => 0, removeEventListener: () => 0 });
});

describe('what was typed', () => {
  test('is there after a reload, for this job alone and in any letter case', () => {
    changeForm(jobId, { group: 'rg', typed: [['virtualMachineName', 'vm1']] });
    resetPageState();
    expect(formOf(jobId.toUpperCase())).toEqual({
      ...NO_VALUES,
      group: 'rg',
      typed: [['virtualMachineName', 'vm1']],
    });
    expect(formOf(`${jobId}2`)).toEqual(NO_VALUES);
  });

  test('is the same object until it changes, and listeners hear of each change', () => {
    let calls = 0;
    const stop = onForms(() => {
      calls += 1;
    });
    expect(formOf(jobId)).toBe(formOf(jobId));
    changeForm(jobId, { text: '{}' });
    stop();
    changeForm(jobId, { text: '{"a": 1}' });
    expect([calls, formOf(jobId).text]).toEqual([1, '{"a": 1}']);
  });

  test.each(['not JSON', '{}', '[]', '{"reader": "other"}', 'null'])(
    'is nothing where %s is stored',
    (text) => {
      changeForm(jobId, { group: 'rg' });
      for (const key of storage.entries.keys()) storage.entries.set(key, text);
      resetPageState();
      expect(formOf(jobId)).toEqual(NO_VALUES);
    },
  );
});

describe('what is stored', () => {
  const text = JSON.stringify({
    parameters: { open: { type: 'string' }, Secret: { type: 'secureString' } },
  });

  const afterReload = () => {
    resetPageState();
    return formOf(jobId);
  };
  const secret = () =>
    changeForm(jobId, {
      reader: 'page',
      text,
      typed: [
        ['open', '1'],
        ['secret', 'hush'],
      ],
    });

  test.each([
    ['', {}],
    [' while the template can’t be read', { text: '{' }],
    [' when Azure is to read the template', { reader: 'azure' as const }],
  ])('has no secure value%s', (_, change) => {
    secret();
    changeForm(jobId, change);
    expect(formOf(jobId).typed).toHaveLength(2);
    expect([...storage.entries.values()].join(' ')).not.toContain('hush');
    expect(afterReload().typed).toEqual([['open', '1']]);
  });

  test('has no template that would take the room of drafts', () => {
    const most = 'x'.repeat(MOST_STORED);
    changeForm(jobId, { reader: 'file', text: most });
    expect(afterReload().text).toBe(most);
    changeForm(jobId, { text: `${most}x` });
    expect(formOf(jobId).text).toHaveLength(MOST_STORED + 1);
    expect(afterReload()).toEqual({ ...NO_VALUES, reader: 'file' });
  });
});

const address = 'https://stage1.blob.core.windows.net/vm-1/azuredeploy1.json';
const withBag = (bag: Readonly<Record<string, string>>) =>
  templateOf(job({ properties: Object.entries(bag).map(([name, value]) => ({ name, value })) }));

test('the job names the template, the configuration and the resource group', () => {
  expect(
    withBag({
      'Template Blob Uri': address,
      'Config Blob Uri': ` ${address}.config `,
      'Target resource group': 'rg',
      'Target Storage Account Name': 'Stage1',
    }),
  ).toEqual({
    address,
    place: { account: 'stage1', container: 'vm-1', blob: 'azuredeploy1.json' },
    config: `${address}.config`,
    groupName: 'rg',
  });
});

test.each([
  ['no template', {}],
  ['an address elsewhere', { 'Template Blob Uri': 'https://example.com/a/b' }],
  ['no address', { 'Template Blob Uri': 'nonsense' }],
  [
    'an address in another account than its own',
    { 'Template Blob Uri': address, 'Target Storage Account Name': 'stage2' },
  ],
])('a job with %s has none', (_, bag) => {
  expect(withBag(bag)).toBe(null);
});

test('what the job doesn’t name is not made up', () => {
  expect(withBag({ 'Template Blob Uri': address })).toMatchObject({
    config: null,
    groupName: null,
  });
});

test('a file is read in whichever encoding it has', async () => {
  const wide = new Uint8Array([0xff, 0xfe, 0x7b, 0, 0x7d, 0]);
  expect(await textOfFile(new Blob([wide]))).toEqual({ kind: 'text', text: '{}' });
  expect(await textOfFile(new Blob(['{"a": "ü"}']))).toEqual({ kind: 'text', text: '{"a": "ü"}' });
  expect(await textOfFile(new Blob([]))).toEqual({ kind: 'text', text: '' });
});

test('UTF-16 with its bytes the other way round is read too, with a mark and without', async () => {
  for (const mark of [[0xfe, 0xff], []]) {
    const letters = Array.from('{"a": "ü"}', (letter) => letter.charCodeAt(0));
    const bytes = [...mark, ...letters.flatMap((letter) => [0, letter])];
    expect(await textOfFile(new Blob([new Uint8Array(bytes)]))).toEqual({
      kind: 'text',
      text: '{"a": "ü"}',
    });
  }
});

test('the configuration of the VM in UTF-16 is named, and isn’t taken for the template', async () => {
  const text = '{"properties.hardwareProfile":{"vmSize":"Standard_B2ms"}}';
  const wide = Array.from(text, (letter) => letter.charCodeAt(0)).flatMap((one) => [one, 0]);
  const read = await textOfFile(new Blob([new Uint8Array([...wide, ...new Uint8Array(64)])]));
  expect(asTemplate(read.kind === 'text' ? read.text : '')).toEqual({
    kind: 'trouble',
    words: deploy.wrongFile.config,
    isWrongFile: true,
  });
});

test('a file of 20 MB isn’t read at all', async () => {
  const sizeBytes = 20 * 1024 * 1024;
  expect(await textOfFile(new Blob([new Uint8Array(sizeBytes)]))).toEqual({
    kind: 'tooLarge',
    sizeBytes,
  });
  const most = await textOfFile(new Blob([new Uint8Array(MOST_TEMPLATE_BYTES).fill(0x20)]));
  expect(most.kind).toBe('text');
});

test('every attempt has a name of its own, also beside those of another browser', () => {
  expect(nextName(jobId, [])).toBe('rc-5f1e-1');
  expect(nextName(jobId, ['RC-5F1E-1', 'rc-5f1e-2', 'rc-other-3'])).toBe('rc-5f1e-3');
  noteSent(jobId, '/d/rc-5f1e-1');
  expect(nextName(jobId, [])).toBe('rc-5f1e-2');
  expect(numberOf('/d/rc-5f1e-12')).toBe(12);
});

test('an attempt is known after a reload as what was known of it before', () => {
  noteSent(jobId, '/d/1');
  resetPageState();
  expect(attempts(jobId)).toMatchObject([{ id: '/d/1', state: 'sent' }]);
  noteOutcome(jobId, '/d/1', 'started');
  noteSent(jobId, '/d/2');
  noteOutcome(jobId, '/d/2', 'refused');
  resetPageState();
  expect(attempts(jobId).map(({ state }) => state)).toEqual(['started', 'refused']);
  expect(attempts(`${jobId}0`)).toEqual([]);
});

test('attempts are remembered for the page where storage fails', () => {
  storage.become('forbidden');
  noteSent(jobId, '/d/1');
  noteOutcome(jobId, '/d/1', 'started');
  expect(attempts(jobId)).toMatchObject([{ id: '/d/1', state: 'started' }]);
});

test('what accepted an attempt, and a read that found it, are written down with their times', () => {
  noteSent(jobId, '/d/1');
  noteOutcome(jobId, '/d/1', 'started');
  noteSent(jobId, '/d/2');
  noteOutcome(jobId, '/d/2', 'found');
  noteSeen(jobId, '/d/1');
  resetPageState();
  const [answered, found] = attempts(jobId);
  expect([answered?.state, found?.state]).toEqual(['started', 'started']);
  expect([answered?.acceptedAt, answered?.seenAt, found?.seenAt]).not.toContain(undefined);
  expect(found?.acceptedAt).toBeUndefined();
});

const size = (name: string, isOffered: boolean, ...zones: string[]): MachineSize => ({
  name,
  isOffered,
  zones,
  family: null,
  cores: null,
});
const sizesOfRegion = [
  size('D16', true, '1', '2'),
  size('D2', true, '1'),
  size('E2', false, '1', '3'),
];
const refused = (choices: readonly { value: string; isRefused: boolean }[]) =>
  choices.map(({ value, isRefused }) => (isRefused ? `${value} refused` : value));

test('sizes are in their order, those closed in the region or the zone refused', () => {
  expect(refused(sizeChoices(sizesOfRegion, null))).toEqual(['D2', 'D16', 'E2 refused']);
  expect(refused(sizeChoices(sizesOfRegion, '2'))).toEqual(['D2 refused', 'D16', 'E2 refused']);
});

test('zones are those of the region, one without the size refused', () => {
  expect(refused(zoneChoices(sizesOfRegion, 'd2'))).toEqual(['1', '2 refused', '3 refused']);
  expect(refused(zoneChoices(sizesOfRegion, 'unlisted'))).toEqual(['1', '2', '3']);
  expect(refused(zoneChoices(sizesOfRegion, null))).toEqual(['1', '2', '3']);
});

test('the name of an availability set comes back from the template', () => {
  fc.assert(
    fc.property(fc.string(), (typed) => {
      expect(availabilitySetName(availabilitySetText(typed))).toBe(typed.trim());
    }),
  );
  expect(availabilitySetText("o'set")).toBe(
    "[resourceId('Microsoft.Compute/availabilitySets', 'o''set')]",
  );
  expect(availabilitySetText('/subscriptions/s/x')).toBe('/subscriptions/s/x');
});

const network = (name: string, region: string, ...subnets: string[]): VirtualNetwork => ({
  id: resourceId(`/n/${name}`),
  name,
  resourceGroup: 'rg-network',
  subscriptionId: 's',
  region,
  subnets: subnets.map((one) => ({
    id: resourceId(`/n/${name}/subnets/${one}`),
    name: one,
    addressPrefixes: [],
    isDelegated: false,
    usedAddresses: 0,
  })),
});
const networks = [
  network('west', 'westeurope', 'a', 'b'),
  network('north', 'North Europe', 'a'),
  network('empty', 'northeurope'),
];

test('the subnets of the region are offered, of every region where it isn’t known', () => {
  const names = (region: string | null) =>
    networkChoices(networks, region).map((one) => `${one.network.name}/${one.subnet.name}`);
  expect(names('northeurope')).toEqual(['north/a']);
  expect(names(null)).toEqual(['west/a', 'west/b', 'north/a']);
});

test('a subnet that takes no VM is refused with its reason', () => {
  const [one] = networkChoices(networks, 'westeurope');
  if (one === undefined) throw new Error('no subnet');
  const row = (change: Partial<Subnet>) =>
    networkEntry({ ...one, subnet: { ...one.subnet, ...change } });
  const small = { addressPrefixes: ['10.0.0.0/29'] };
  expect(row({ ...small, usedAddresses: 2 })).toMatchObject({
    isRefused: false,
    remark: 'rg-network',
  });
  expect(row({ ...small, usedAddresses: 3 })).toMatchObject({
    isRefused: true,
    remark: deploy.network.full,
  });
  expect(row({ isDelegated: true })).toMatchObject({
    isRefused: true,
    remark: deploy.network.delegated,
  });
});

test('a choice fills three parameters as the template spells them, and is found by them again', () => {
  const template = readTemplate(
    JSON.stringify({
      parameters: {
        VirtualNetwork: { type: 'string' },
        VIRTUALNETWORKRESOURCEGROUP: { type: 'string' },
        subnet: { type: 'string' },
      },
    }),
  );
  const parameters = networkParameters(template);
  const choices = networkChoices(networks, null);
  const [, second] = choices;
  const texts = parameters === null || second === undefined ? {} : networkTexts(parameters, second);
  expect(texts).toEqual({
    VirtualNetwork: 'west',
    VIRTUALNETWORKRESOURCEGROUP: 'rg-network',
    subnet: 'b',
  });
  expect(choiceNamed(choices, { network: 'WEST', group: 'RG-network', subnet: 'B' })).toBe(second);
  expect(choiceNamed(choices, { network: 'west', group: 'rg-network', subnet: 'c' })).toBe(
    undefined,
  );
});

test('a template without one of them has none', () => {
  expect(networkParameters(UNREAD_TEMPLATE)).not.toBe(null);
  expect(networkParameters({ ...UNREAD_TEMPLATE, parameters: [] })).toBe(null);
});

const download = (blob: string) => ({
  place: { account: 'stage1', container: "vm'1", blob },
  file: 'azuredeploy.json',
});

test('a file is downloaded with the person’s own sign-in, every name quoted', () => {
  const hostile = download('$(rm -rf ~).json');
  expect(azDownload(hostile)).toEqual(
    ok(
      "az storage blob download --auth-mode login --account-name 'stage1' --container-name 'vm'\\''1' --name '$(rm -rf ~).json' --file azuredeploy.json",
    ),
  );
  expect(powerShellDownload(hostile)).toEqual(
    ok(
      "Get-AzStorageBlobContent -Context (New-AzStorageContext -StorageAccountName 'stage1' -UseConnectedAccount) -Container 'vm''1' -Blob '$(rm -rf ~).json' -Destination azuredeploy.json",
    ),
  );
});

test('curly quotes end no text of PowerShell', () => {
  const command = powerShellDownload(download('‘a’'));
  expect(command.ok && command.value).toContain("-Blob '‘‘a’’'");
});

test('a name that no command can have is shown in place of the command', () => {
  expect(azDownload(download('@file'))).toMatchObject({
    ok: false,
    reason: { why: 'file', value: '@file' },
  });
});

const target = { subscriptionId: 'sub-1', group: 'rg-restore' };
const at = instant(Date.parse('2025-06-05T02:44:30.000Z'));

test('a template is deployed into a resource group, by a link that is good for an hour', () => {
  const blobUrl = 'https://st.blob.core.windows.net/vm-0f/azuredeploy1-2.json';
  expect(azDeploy(target, blobUrl, at)).toEqual(
    ok(
      `az deployment group create --subscription 'sub-1' --resource-group 'rg-restore' --template-uri "$(az storage blob generate-sas --blob-url '${blobUrl}' --permissions r --expiry 2025-06-05T03:44Z --auth-mode login --as-user --full-uri --output tsv)"`,
    ),
  );
});

test.each(['', 'http://st/a/b', 'https://st', 'https://st/a"; x', 'https://st/$(x)', 'not'])(
  'no template is deployed from an address like %j',
  (blobUrl) => {
    expect(azDeploy(target, blobUrl, at)).toBeNull();
  },
);
