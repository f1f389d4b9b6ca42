import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { armFacts } from '#src/api/arm/error.ts';
import { STORAGE_SCOPE, type TokenSource } from '#src/api/arm/pipeline.ts';
import type { SignInStatus } from '#src/api/arm/sign-in-state.ts';
import { startSignIn } from '#src/api/arm/sign-in.ts';
import { entraError, testLibrary, testMemory, testSilent } from '#src/api/arm/testing-entra.ts';
import { testArm } from '#src/api/arm/testing.ts';
import {
  blobPlace,
  blobText,
  listContainers,
  listServiceSas,
  readBlob,
  readVmConfig,
  removeContainer,
} from '#src/api/blobs.ts';
import { answerToPage } from '#src/mocks/boot.ts';
import {
  stagedAccount,
  stagedConfig,
  stagedTemplate,
  stagedWorld,
} from '#src/mocks/testing-staged.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { readTemplate } from '#src/model/template.ts';

test('the address of a blob names its account, its container and itself', () => {
  expect(blobPlace('https://stage1.blob.core.windows.net/vm-1/a%20b/c.json')).toEqual({
    account: 'stage1',
    container: 'vm-1',
    blob: 'a b/c.json',
  });
});

test.each([
  'http://stage1.blob.core.windows.net/c/b',
  'https://stage1.blob.core.windows.net.evil.example/c/b',
  'https://a.b.blob.core.windows.net/c/b',
  'https://stage1.blob.core.windows.net:8443/c/b',
  'https://me@stage1.blob.core.windows.net/c/b',
  'https://stage1.blob.core.windows.net/c',
  'https://blob.core.windows.net/c/b',
  'https://no-hyphens.blob.core.windows.net/c/b',
  'nonsense',
])('%s is none of a blob', (address) => {
  expect(blobPlace(address)).toBe(null);
});

/** Text as bytes of two each, filled up to whole pages as the backup service does. */
function paged(text: string, page = 512): Uint8Array {
  const bytes = new Uint8Array(Math.max(1, Math.ceil((text.length * 2) / page)) * page);
  for (let index = 0; index < text.length; index += 1) {
    bytes[index * 2] = text.charCodeAt(index) & 0xff;
    bytes[index * 2 + 1] = text.charCodeAt(index) >> 8;
  }
  return bytes;
}

const western = fc.string({ minLength: 8 }).filter((text) => !text.includes('\0'));

describe('the text of a blob', () => {
  test('of two bytes a letter comes back without its padding', () => {
    fc.assert(
      fc.property(western, (text) => {
        expect(blobText(paged(text))).toBe(text);
      }),
    );
  });

  test('of UTF-8 comes back too, padded or not', () => {
    const text = '{"name": "größe", "say": "日本"}';
    const bytes = new TextEncoder().encode(text);
    const padded = new Uint8Array(512);
    padded.set(bytes);
    expect([blobText(bytes), blobText(padded)]).toEqual([text, text]);
  });

  test('loses its byte order mark, and ends where its size says', () => {
    expect(blobText(paged('\uFEFF日本語'))).toBe('日本語');
    expect(blobText(paged('{"a": 1}garbage'), 16)).toBe('{"a": 1}');
  });

  test('is empty where there is nothing', () => {
    expect([blobText(new Uint8Array()), blobText(new Uint8Array(512))]).toEqual(['', '']);
  });
});

describe('a source’s configuration', () => {
  const disks = { osDisk: { osType: 'Windows', name: 'os1' }, DataDisks: [{ Lun: 2, name: 'd' }] };
  const expected = {
    size: 'Standard_D2s_v3',
    osType: 'Windows',
    osDiskName: 'os1',
    dataDisks: [{ lun: 2, name: 'd' }],
  };

  test.each([
    [
      'dotted keys',
      {
        'properties.hardwareProfile': { vmSize: 'Standard_D2s_v3' },
        'properties.StorageProfile': disks,
      },
    ],
    [
      'keys inside one another',
      { properties: { HardwareProfile: { VmSize: 'Standard_D2s_v3' }, storageProfile: disks } },
    ],
  ])('is read by %s', (_, config) => {
    expect(readVmConfig(paged(JSON.stringify(config)))).toEqual(expected);
  });

  test('says what it does not know', () => {
    expect(readVmConfig(paged('{}'))).toEqual({
      size: null,
      osType: null,
      osDiskName: null,
      dataDisks: [],
    });
  });

  test.each(['', 'not JSON', '[1', '12'])('is none in %j', (text) => {
    expect(readVmConfig(paged(text))).toBe(null);
  });
});

const ADDRESS = 'https://stage1.blob.core.windows.net/vm-1/azuredeploy1.json';
const LARGE = 20 * 1024 * 1024;

test.each([
  ['by its size, and isn’t loaded', { 'content-length': String(LARGE) }, ['HEAD']],
  ['by what came, where its size isn’t told', {}, ['HEAD', 'GET']],
])('a blob of 20 MB is refused %s', async (_, headers, methods) => {
  const { arm, sent } = testArm(({ method }) =>
    method === 'HEAD'
      ? new Response(null, { headers })
      : new Response(new Uint8Array(LARGE), { headers }),
  );
  const read = await readBlob(arm, 'stage1', ADDRESS);
  // Never the bytes themselves: a difference of megabytes ends the run.
  expect([read.kind, 'sizeBytes' in read ? read.sizeBytes : null]).toEqual(['tooLarge', LARGE]);
  expect(sent.map(({ method }) => method)).toEqual(methods);
});

test.each(['stage2', 'stage', 'stage1.blob', ''])(
  'a blob of another account than %j gets no request, so that no token leaves',
  async (account) => {
    const { arm, sent } = testArm(() => new Response('{}'));
    expect(await readBlob(arm, account, ADDRESS)).toMatchObject({ kind: 'unreadable' });
    expect(sent).toEqual([]);
  },
);

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
