import { describe, expect, test } from 'vitest';
import { armFacts } from '#src/api/arm/error.ts';
import { startSignIn } from '#src/api/arm/sign-in.ts';
import type { SignInStatus } from '#src/api/arm/sign-in-state.ts';
import { entraError, testLibrary, testMemory, testSilent } from '#src/api/arm/testing-entra.ts';
import { testArm } from '#src/api/arm/testing.ts';
import { STORAGE_SCOPE, type TokenSource } from '#src/api/arm/pipeline.ts';
import {
  blobText,
  listContainers,
  listServiceSas,
  readBlob,
  readVmConfig,
  removeContainer,
} from '#src/api/storage/blobs.ts';
import { answerToPage } from '#src/mocks/page-cors.ts';
import {
  stagedAccount,
  stagedConfig,
  stagedTemplate,
  stagedWorld,
} from '#src/mocks/testing-staged.ts';
import { readTemplate } from '#src/model/template.ts';
import { resourceId } from '#src/model/resource-id.ts';

/** The staging account's blobs by the client, against the simulated Azure. */

const account = resourceId(stagedAccount);
const page = 'https://restore-center.example';

type Otherwise = Parameters<typeof stagedWorld>[0];

/** `isPage`: as a browser lets a page read. */
async function world(otherwise: Otherwise = {}, isPage = false) {
  const it = await stagedWorld(otherwise);
  const scopes: unknown[] = [];
  const tokens: TokenSource = {
    getToken: async (scope) => {
      scopes.push(scope);
      return { token: 'token', expiresOnTimestamp: Number.MAX_SAFE_INTEGER };
    },
  };
  const { arm, sent } = testArm(
    (request) => (isPage ? answerToPage(request, page, it.azure) : it.azure.fetch(request)),
    tokens,
  );
  return { ...it, arm, sent, scopes };
}

describe('the blobs of a job', () => {
  test('are read with a token for Storage, once each way', async () => {
    const { arm, sent, scopes } = await world();
    const read = await readBlob(arm, 'testAccount', stagedTemplate);
    const { parameters, problems } = readTemplate(read.kind === 'read' ? blobText(read.bytes) : '');
    expect(parameters.map(({ name }) => name)).toEqual([
      'virtualMachineName',
      'virtualNetwork',
      'virtualNetworkResourceGroup',
      'subnet',
      'osDiskName',
      'networkInterfacePrefixName',
      'publicIpAddressName',
    ]);
    expect(problems).toEqual([]);
    expect(sent.map(({ method }) => method)).toEqual(['HEAD', 'GET']);
    expect(new Set(scopes)).toEqual(new Set([STORAGE_SCOPE]));
  });

  test('include the source’s configuration, of two bytes a letter and in whole pages', async () => {
    const { arm } = await world();
    const read = await readBlob(arm, 'testAccount', stagedConfig);
    if (read.kind !== 'read') throw new Error('It was not read.');
    expect(read.bytes.length % 512).toBe(0);
    expect([...read.bytes.subarray(0, 4)]).toEqual([0x7b, 0, 0x22, 0]);
    expect(readVmConfig(read.bytes)).toMatchObject({ size: 'Standard_A1_v2', osType: 'Windows' });
  });

  test('are there from the end of the job on', async () => {
    const { arm, clock } = await world();
    clock.add(-3500);
    expect(await readBlob(arm, 'testAccount', stagedTemplate)).toMatchObject({ trouble: 'gone' });
    expect(await listContainers(arm, account)).toEqual([]);
  });

  test('go with their container', async () => {
    const { arm } = await world();
    const [container] = await listContainers(arm, account);
    expect(container?.name).toMatch(/^testvm-[0-9a-f]{32}$/);
    if (container === undefined) return;
    await removeContainer(arm, { accountId: account, name: container.name });
    await removeContainer(arm, { accountId: account, name: container.name });
    expect(await listContainers(arm, account)).toEqual([]);
    expect(await readBlob(arm, 'testAccount', stagedTemplate)).toMatchObject({
      trouble: 'gone',
      code: 'ContainerNotFound',
    });
  });
});

describe('a blob that cannot be read', () => {
  test.each<readonly [string, Otherwise, string, string]>([
    ['a firewall', { account: { hasNetworkRules: true } }, 'firewall', 'AuthorizationFailure'],
    [
      'a missing role',
      { account: { hidesBlobs: true } },
      'permission',
      'AuthorizationPermissionMismatch',
    ],
  ])('because of %s says so', async (_, otherwise, trouble, code) => {
    const { arm } = await world(otherwise);
    const read = await readBlob(arm, 'testAccount', stagedTemplate);
    expect(read).toMatchObject({ kind: 'unreadable', trouble, code });
  });

  test('because it is not there says so', async () => {
    const { arm } = await world();
    const read = await readBlob(arm, 'testAccount', `${stagedTemplate}x`);
    expect(read).toMatchObject({ trouble: 'gone', code: 'BlobNotFound' });
  });

  test('because no token for Storage can be had sends nothing', async () => {
    const it = await stagedWorld();
    const { arm, sent } = testArm(it.azure.fetch, {
      getToken: async () => {
        throw new Error('consent is required');
      },
    });
    expect(await readBlob(arm, 'testAccount', stagedTemplate)).toMatchObject({ trouble: 'token' });
    expect(sent).toEqual([]);
  });

  test('because Entra gives no token for Storage leaves the sign-in as it is', async () => {
    const it = await stagedWorld();
    const { silent } = testSilent();
    const { library, left } = testLibrary({
      ...silent,
      byRefreshToken: async (request) => {
        if (request.scope === STORAGE_SCOPE) throw entraError('consent_required');
        return silent.byRefreshToken(request);
      },
    });
    const statuses: SignInStatus[] = [];
    const onStatus = (status: SignInStatus) => statuses.push(status);
    const started = await startSignIn({ library, memory: testMemory(), onStatus });
    if (started.kind !== 'signedIn') throw new Error('The sign-in did not work.');
    const { arm, sent } = testArm(it.azure.fetch, started.tokens);
    expect(await readBlob(arm, 'testAccount', stagedTemplate)).toMatchObject({ trouble: 'token' });
    expect(await listContainers(arm, account)).not.toEqual([]);
    expect(sent.map(({ url }) => new URL(url).host)).toEqual(['management.azure.com']);
    expect([statuses, left]).toEqual([[], []]);
  });

  test('because the account takes no token of the person’s tenant says so', async () => {
    const { arm } = testArm(() => new Response(null, { status: 401 }));
    expect(await readBlob(arm, 'testAccount', stagedTemplate)).toMatchObject({ trouble: 'token' });
  });

  test.each([
    ['another account', stagedTemplate.replace('testaccount', 'testingaccount')],
    ['another host', 'https://evil.example/c/b'],
    ['an account under another host', 'https://testaccount.blob.core.windows.net.evil.example/c/b'],
  ])('because its address is of %s gets no request, and no token leaves', async (_, address) => {
    const { arm, sent, scopes } = await world();
    expect(await readBlob(arm, 'testAccount', address)).toMatchObject({ trouble: 'foreign' });
    expect([sent, scopes]).toEqual([[], []]);
  });
});

describe('a page', () => {
  test('reads no blob of an account without a rule for it, and doesn’t ask again and again', async () => {
    const { arm, sent } = await world({}, true);
    expect(await readBlob(arm, 'testAccount', stagedTemplate)).toMatchObject({
      trouble: 'network',
    });
    expect(sent).toHaveLength(1);
  });

  test.each([page, '*'])('reads blobs where the rule is for %s', async (allowsOrigin) => {
    const { arm } = await world({ account: { allowsOrigin } }, true);
    expect(await readBlob(arm, 'testAccount', stagedTemplate)).toMatchObject({ kind: 'read' });
  });

  test('reads none where the rule is for another page', async () => {
    const { arm } = await world({ account: { allowsOrigin: 'https://other.example' } }, true);
    expect(await readBlob(arm, 'testAccount', stagedTemplate)).toMatchObject({
      trouble: 'network',
    });
  });
});

describe('a signature', () => {
  const place = { container: 'c', blob: 'b.json' };

  test('lasts half an hour and names the blob', async () => {
    const { arm, clock, sent } = await world();
    const token = await listServiceSas(arm, account, place, clock.now());
    const query = new URLSearchParams(token);
    expect([query.get('sr'), query.get('sp'), query.get('se')]).toEqual([
      'b',
      'r',
      '2018-06-04T14:30:00Z',
    ]);
    expect(sent.at(-1)?.body).toContain('/blob/testAccount/c/b.json');
    expect(sent.at(-1)?.url).not.toContain('sig=');
  });

  test('is refused to who may only read the account’s group', async () => {
    const { azure } = await world();
    const { seed } = await azure.state();
    const groups = seed.groups.map((one) => ({ ...one, isReadOnly: true as const }));
    const { arm, clock } = await world({ world: { groups } });
    const facts = await listServiceSas(arm, account, place, clock.now()).then(() => null, armFacts);
    expect(facts?.missingAction).toBe('Microsoft.Storage/storageAccounts/listServiceSas/action');
  });

  test('opens its blob without a token until it ends, and no longer', async () => {
    const { arm, clock, azure } = await world();
    const [, container = '', blob = ''] = new URL(stagedTemplate).pathname.split('/');
    const token = await listServiceSas(arm, account, { container, blob }, clock.now());
    const status = async (address: string) => (await azure.fetch(new Request(address))).status;
    expect(await status(`${stagedTemplate}?${token}`)).toBe(200);
    expect(await status(`${stagedConfig}?${token}`)).toBe(403);
    expect(await status(`${stagedTemplate}?${token.replace('sp=r', 'sp=rw')}`)).toBe(403);
    clock.add(1800);
    expect(await status(`${stagedTemplate}?${token}`)).toBe(403);
    expect(await status(stagedTemplate)).toBe(409);
  });
});
