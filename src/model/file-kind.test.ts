import { expect, test } from 'vitest';
import { wrongFile, type WrongFile } from '#src/model/template.ts';

const SCHEMA = 'https://schema.management.azure.com/schemas/2019-04-01/';
const json = JSON.stringify;
const template = { $schema: `${SCHEMA}deploymentTemplate.json#`, resources: [] };
const parameters = { virtualMachineName: { value: 'vm' } };

const rows: readonly (readonly [what: string, text: string, kind: WrongFile | null])[] = [
  ['a template', json(template), null],
  ['a template without a schema', json({ resources: [] }), null],
  ['a template without resources', json({ $schema: template.$schema, parameters: {} }), null],
  ['a template with a comma too many', `${json(template).slice(0, -1)},}`, null],
  ['a template with resources by name', json({ ...template, resources: { vm: {} } }), null],
  ['text without any sense', 'nothing', null],
  ['nothing', ' \n', 'empty'],
  ['a ZIP archive', 'PK\u0003\u0004\u0000\u0000', 'noText'],
  ['an image', '\uFFFDPNG', 'noText'],
  ['a web page', '\n<!DOCTYPE html><html></html>', 'web'],
  ['an error of Azure Storage', '<?xml version="1.0"?><Error></Error>', 'web'],
  ['Bicep', "@description('a')\nparam vm string\n", 'bicep'],
  ['Bicep with a comment first', "// a VM\nresource vm 'a@b' = {}", 'bicep'],
  ['an array', json([template]), 'list'],
  [
    'the configuration of the VM',
    json({ name: 'vm', 'properties.hardwareProfile': {}, 'properties.StorageProfile': {} }),
    'config',
  ],
  ['the same in other letters', json({ 'Properties.storageprofile': {} }), 'config'],
  [
    'a parameters file',
    json({ $schema: `${SCHEMA}deploymentParameters.json#`, parameters }),
    'parameters',
  ],
  ['a parameters file without a schema', json({ parameters }), 'parameters'],
  [
    'a parameters file with a secret of a key vault',
    json({ parameters: { key: { reference: {} } } }),
    'parameters',
  ],
  [
    'a template of a subscription',
    json({ $schema: `${SCHEMA}subscriptionDeploymentTemplate.json#`, resources: [] }),
    'otherScope',
  ],
  ['a VM as Azure reports it', json({ id: '/a', type: 'b', properties: {} }), 'resource'],
  [
    'a deployment as Azure reports it',
    json({ id: '/a', type: 'Microsoft.Resources/deployments' }),
    'resource',
  ],
  ['another object', json({ name: 'package', version: '1' }), 'otherJson'],
  ['a word', '"template"', 'otherJson'],
];

test.each(rows)('%s', (_, text, kind) => {
  expect(wrongFile(text)).toBe(kind);
});

test('every kind has a row', () => {
  const all: Readonly<Record<WrongFile, true>> = {
    empty: true,
    noText: true,
    web: true,
    bicep: true,
    list: true,
    config: true,
    parameters: true,
    otherScope: true,
    resource: true,
    otherJson: true,
  };
  expect(new Set(rows.flatMap(([, , kind]) => kind ?? []))).toEqual(new Set(Object.keys(all)));
  expect(rows).toHaveLength(24);
});
