import { describe, expect, test } from 'vitest';
import { ArmError } from '#src/api/arm/error.ts';
import { answer, testArm } from '#src/api/arm/testing.ts';
import { getMachine } from '#src/api/compute/machines.ts';
import { createResourceGroup } from '#src/api/resources/places.ts';
import { jsonOf, testAzure } from '#src/mocks/testing.ts';
import { defaultWorld } from '#src/mocks/world/worlds/default.ts';
import { production } from '#src/mocks/world/worlds/default-estate.ts';
import { resourceId } from '#src/model/resource-id.ts';

function world() {
  const { azure, get, send } = testAzure('default');
  return { ...testArm((request) => azure.fetch(request)), get, send };
}

const group = { subscriptionId: production, name: 'rg-new', region: 'westeurope' };
const tagged = { ...group, name: 'rg-restore-weu' };
const addressOf = ({ name }: typeof group) =>
  `/subscriptions/${production}/resourceGroups/${name}?api-version=2021-04-01`;

describe('a resource group', () => {
  test('that is not there is made, once', async () => {
    const { arm, sent } = world();
    expect(await createResourceGroup(arm, group)).toBe('created');
    expect(await createResourceGroup(arm, group)).toBe('existed');
    expect(sent.map(({ method }) => method)).toEqual(['HEAD', 'PUT', 'HEAD']);
  });

  test.each([
    ['with its tags', tagged],
    ['in another region', { ...tagged, region: 'northeurope' }],
    ['spelled otherwise', { ...tagged, name: 'RG-Restore-WEU' }],
  ])('that is there is left alone: %s', async (_, existing) => {
    const { arm, sent, get } = world();
    expect(await createResourceGroup(arm, existing)).toBe('existed');
    expect(sent.map(({ method }) => method)).toEqual(['HEAD']);
    expect(await jsonOf(await get(addressOf(tagged)))).toMatchObject({
      location: 'westeurope',
      tags: { costCenter: '4711', owner: 'backup-team' },
    });
  });

  test('loses its tags by a PUT without them: what the question before it prevents', async () => {
    const { get, send } = world();
    const tagsOf = async (): Promise<unknown> => jsonOf(await get(addressOf(tagged)));
    const put = async (body: object) => send('PUT', addressOf(tagged), body);
    expect((await put({ location: 'westeurope' })).status).toBe(200);
    expect(await tagsOf()).not.toHaveProperty('tags');
    const again = await put({ location: 'westeurope', tags: { a: 'b' } });
    expect(await jsonOf(again)).toMatchObject({ tags: { a: 'b' } });
    expect(await tagsOf()).toMatchObject({ tags: { a: 'b' } });
    expect((await put({ location: 'northeurope' })).status).toBe(409);
    expect(await tagsOf()).toMatchObject({ tags: { a: 'b' } });
  });

  test('is not created without permission to check for it', async () => {
    const { arm, sent } = testArm(() => answer(403));
    await expect(createResourceGroup(arm, group)).rejects.toThrow(ArmError);
    expect(sent.map(({ method }) => method)).toEqual(['HEAD']);
  });
});

test('a classic machine is read with a version of its own provider', async () => {
  const { arm, sent } = world();
  const classic = defaultWorld.machines.find(({ deployment }) => deployment === 'classic');
  const id = resourceId(classic?.id ?? '');
  expect(await getMachine(arm, id)).toMatchObject({ name: 'classic-crm' });
  expect(sent[0]?.url).toContain('/Microsoft.ClassicCompute/virtualMachines/classic-crm?');
  expect(sent[0]?.url).toContain('api-version=2017-04-01');
});
