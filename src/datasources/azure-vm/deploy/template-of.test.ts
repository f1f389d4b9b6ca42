import { expect, test } from 'vitest';
import { templateOf } from '#src/datasources/azure-vm/deploy/template-of.ts';
import { job } from '#src/progress/testing.ts';

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
