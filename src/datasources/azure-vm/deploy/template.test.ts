import { expect, test } from 'vitest';
import { asTemplate, templateOf, textOfFile } from '#src/datasources/azure-vm/deploy/template.ts';
import { MOST_TEMPLATE_BYTES } from '#src/model/blob.ts';
import { job } from '#src/progress/testing.ts';
import { deploy } from '#src/strings/deploy.ts';

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
