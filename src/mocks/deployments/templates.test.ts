import { describe, expect, test } from 'vitest';
import { jsonOf } from '#src/mocks/testing.ts';
import { stagedGroup, stagedTemplate, stagedWorld } from '#src/mocks/testing-staged.ts';

/** How Azure Resource Manager rejects templates, values and links. */

const address = `${stagedGroup}/providers/Microsoft.Resources/deployments/one/validate?api-version=2024-03-01`;
const schema = 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#';
const pip = (name: string, more: object = {}) => ({
  type: 'Microsoft.Network/publicIPAddresses',
  apiVersion: '2023-09-01',
  name,
  location: '[resourceGroup().location]',
  properties: { publicIPAllocationMethod: 'Dynamic' },
  ...more,
});

const templateOf = (parts: object) => ({
  $schema: schema,
  contentVersion: '1.0.0.0',
  resources: [],
  ...parts,
});

async function validated(properties: object) {
  const { send } = await stagedWorld();
  const answer = await send('POST', address, {
    properties: { mode: 'Incremental', ...properties },
  });
  return { status: answer.status, body: await jsonOf(answer) };
}

const containing = (text: string): unknown => expect.stringContaining(text);

const idOf = (name: string): string =>
  `${stagedGroup}/providers/Microsoft.Network/publicIPAddresses/${name}`;

describe('the language', () => {
  test.each([
    ["[parameters('word')]", 'said'],
    ["[ concat( 'a' , 'b''c' , 1 ) ]", "ab'c1"],
    ["[format('{0}-{1}-{2}', 'a', 2)]", 'a-2-{2}'],
    ["[variables('twice')]", 'said-said'],
    ['[resourceGroup().name]', 'targetRG'],
    ['[resourceGroup().LOCATION]', 'westus'],
    ["[resourceGroup()['name']]", 'targetRG'],
    ["[parameters('list')[1]]", 'y'],
    ['[[x', '[x'],
    ['plain', 'plain'],
  ])('evaluates %s', async (name, expected) => {
    const { status, body } = await validated({
      template: templateOf({
        parameters: {
          word: { type: 'string', defaultValue: 'said' },
          list: { type: 'array', defaultValue: ['x', 'y'] },
        },
        variables: { twice: "[concat(parameters('word'), '-', parameters('WORD'))]" },
        resources: [pip(name)],
      }),
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({ properties: { validatedResources: [{ id: idOf(expected) }] } });
  });

  test('makes the same 13 letters of the same texts, and others of others', async () => {
    const names = ["'a', 'b'", "'a', 'b'", "'a', 'c'"].map((args) => `[uniqueString(${args})]`);
    const ids = await Promise.all(
      names.map(async (name) => {
        const { body } = await validated({ template: templateOf({ resources: [pip(name)] }) });
        return /publicIPAddresses\/([a-z2-7]{13})"/.exec(JSON.stringify(body))?.[1];
      }),
    );
    expect(ids[0]).toMatch(/^.{13}$/);
    expect([ids[1] === ids[0], ids[2] === ids[0]]).toEqual([true, false]);
  });

  test.each([
    ["[reference('x')]", "The template function 'reference' is not valid."],
    ["[parameters('none')]", "The template parameter 'none' is not found."],
    ["[variables('self')]", "The template variable 'self' is not found."],
    ['[concat(]', 'The template language expression'],
    ["['a' 'b']", 'The template language expression'],
    ['[resourceGroup().nothing]', "The language expression property 'nothing' doesn't exist."],
    ["[resourceId('a')]", "Unable to evaluate template language function 'resourceId'"],
    [`[${'concat('.repeat(60)}'a'${')'.repeat(60)}]`, 'The template language expression'],
  ])('rejects %s', async (name, message) => {
    const { status, body } = await validated({
      template: templateOf({ variables: { self: "[variables('self')]" }, resources: [pip(name)] }),
    });
    expect(status).toBe(400);
    expect(body).toMatchObject({
      error: { code: 'InvalidTemplate', message: containing(message) },
    });
  });
});

describe('a template', () => {
  const parameters = {
    name: { type: 'string' },
    count: { type: 'int', defaultValue: 1, allowedValues: [1, 2] },
  };

  test.each<[what: string, parts: object, message: string, values?: object]>([
    ['without resources', { resources: null }, "'resources'"],
    ['with a loop', { resources: [pip('a', { copy: { count: 2 } })] }, "'copy'"],
    [
      'with an unknown parameter',
      { parameters },
      "The template parameters 'x' are not valid; they are not present in the original template",
      { x: { value: 1 } },
    ],
    ['without a value', { parameters }, "The value for the template parameter 'name' at line '"],
    [
      'with a number for a text',
      { parameters },
      "Expected a value of type 'String', but received a value of type 'Integer'.",
      { name: { value: 1 } },
    ],
    [
      'with a text for a number',
      { parameters },
      "Expected a value of type 'Int', but received a value of type 'String'.",
      { name: { value: 'a' }, COUNT: { value: '1' } },
    ],
    [
      'with a value that is not allowed',
      { parameters },
      "The value '3' is not part of the allowed value(s): '1,2'.",
      { name: { value: 'a' }, count: { value: 3 } },
    ],
    [
      'with a type that is none',
      { parameters: { a: { type: 'date', defaultValue: 1 } } },
      "has the type 'date'",
    ],
    ['with a name of too few parts', { resources: [pip('a/b')] }, 'has incorrect segment lengths.'],
    [
      'with one resource twice',
      { resources: [pip('a'), pip('A')] },
      'is defined more than once in the template.',
    ],
    [
      'with a dependency on nothing',
      { resources: [pip('a', { dependsOn: ['b'] })] },
      "The resource 'b' is not defined in the template.",
    ],
    [
      'with a circle',
      { resources: [pip('a', { dependsOn: ['b'] }), pip('b', { dependsOn: ['a'] })] },
      'Circular dependency detected on resource',
    ],
  ])('%s is rejected', async (_, parts, message, values = {}) => {
    const { status, body } = await validated({ template: templateOf(parts), parameters: values });
    expect(status).toBe(400);
    expect(body).toMatchObject({
      error: { code: 'InvalidTemplate', message: containing(message) },
    });
  });

  test.each([
    ['none', {}],
    ['two', { template: templateOf({}), templateLink: { uri: stagedTemplate } }],
    ['a parameters file’s outside', { template: templateOf({}), parameters: { $schema: 'x' } }],
    ['mode Complete', { template: templateOf({}), mode: 'Complete' }],
  ])('is not read from a body with %s', async (_, properties) => {
    const { status, body } = await validated(properties);
    expect([status, body]).toMatchObject([400, { error: { code: 'InvalidRequestContent' } }]);
  });

  test('never gives a secret back', async () => {
    const { body } = await validated({
      template: templateOf({ parameters: { key: { type: 'secureString' } } }),
      parameters: { key: { value: 'hidden' } },
    });
    expect(body).toMatchObject({ properties: { parameters: { key: { type: 'SecureString' } } } });
    expect(JSON.stringify(body)).not.toContain('hidden');
  });
});

test.each([
  ['a blob without a signature', stagedTemplate],
  ['another host', 'https://example.com/template.json'],
  ['what is no address', 'template.json'],
])('a link to %s is not read', async (_, uri) => {
  const { status, body } = await validated({ templateLink: { uri } });
  expect([status, body]).toMatchObject([
    400,
    { error: { code: 'InvalidContentLink', message: containing(`from '${uri}'`) } },
  ]);
});
