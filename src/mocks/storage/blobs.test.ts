import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { jsonOf, testAzure } from '#src/mocks/testing.ts';
import { restoreElsewhere } from '#src/mocks/testing-secondary.ts';
import { stagedAccount, stagedTemplate, stagedWorld } from '#src/mocks/testing-staged.ts';
import { inGroup, production } from '#src/mocks/world/worlds/default-estate.ts';

const listWire = z.object({ value: z.array(z.object({ name: z.string() })) });

describe('a restore in the secondary region', () => {
  test('leaves a template of that region, with a network of it', async () => {
    const it = testAzure('default');
    const accepted = await restoreElsewhere(it, 'app01');
    expect(accepted.status).toBe(202);
    it.clock.add(24 * 3600);
    const account = `${inGroup(production, 'rg-restore-weu')}/providers/Microsoft.Storage/storageAccounts/stprodneu01`;
    const listed = await it.get(
      `${account}/blobServices/default/containers?api-version=2023-05-01`,
    );
    const [container] = listWire.parse(await jsonOf(listed)).value;
    const state = await it.azure.state();
    const uri = state.secondaryJobs[0]?.bagAfterSuccess['Template Blob Uri'] ?? '';
    expect(uri).toContain(`https://stprodneu01.blob.core.windows.net/${container?.name ?? '-'}/`);
    const text = await (await it.get(uri, { 'x-ms-version': '2021-08-06' })).text();
    expect(text).toContain('"location": "northeurope"');
    const network = /"virtualNetwork": \{\s*"type": "string",\s*"defaultValue": "([^"]+)"/.exec(
      text,
    )?.[1];
    const own = state.seed.networks.filter(({ location }) => location === 'northeurope');
    expect(own.map(({ id }) => id.split('/').at(-1))).toContain(network);
  });
});

describe('a signed address', () => {
  const signed = async (account: object) => {
    const it = await stagedWorld({ account });
    const { pathname } = new URL(stagedTemplate);
    const answer = await it.send('POST', `${stagedAccount}/ListServiceSas?api-version=2023-05-01`, {
      canonicalizedResource: `/blob/testAccount${pathname}`,
      signedResource: 'b',
      signedPermission: 'r',
      signedExpiry: '2018-06-05T00:00:00Z',
    });
    const { serviceSasToken } = z
      .object({ serviceSasToken: z.string() })
      .parse(await jsonOf(answer));
    return it.azure.fetch(new Request(`${stagedTemplate}?${serviceSasToken}`));
  };

  test('opens its blob', async () => {
    expect((await signed({})).status).toBe(200);
  });

  test('opens nothing where keys are switched off, and the answer names that', async () => {
    const answer = await signed({ allowSharedKeyAccess: false });
    expect(answer.status).toBe(403);
    expect(answer.headers.get('x-ms-error-code')).toBe('KeyBasedAuthenticationNotPermitted');
    expect(await answer.text()).toContain(
      '<Message>Key based authentication is not permitted on this storage account.',
    );
  });

  test('of an account that is not there finds nothing', async () => {
    const it = await stagedWorld();
    const answer = await it.get(stagedTemplate.replace('testaccount', 'missing1'), {
      'x-ms-version': '2021-08-06',
    });
    expect(answer.status).toBe(404);
  });
});

test.each([
  ['another account', { canonicalizedResource: '/blob/other/c/b' }],
  ['no end', { signedExpiry: 'soon' }],
  ['no permission', { signedPermission: undefined }],
])('a signature for %s is refused', async (_, more) => {
  const it = await stagedWorld();
  const answer = await it.send('POST', `${stagedAccount}/ListServiceSas?api-version=2023-05-01`, {
    canonicalizedResource: '/blob/testAccount/c/b',
    signedPermission: 'r',
    signedExpiry: '2018-06-05T00:00:00Z',
    ...more,
  });
  expect(answer.status).toBe(400);
});
