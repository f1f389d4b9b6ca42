import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

/** Modules that keep what a page has read, as they are after a load. */
async function loaded() {
  vi.resetModules();
  const [deployment, registry, deployed] = await Promise.all([
    import('#src/app/deployment.ts'),
    import('#src/datasources/registry.ts'),
    import('#src/api/commvault/home.ts'),
  ]);
  return { ...deployment, ...registry, ...deployed };
}

let requests = vi.fn<typeof fetch>();
beforeEach(() => {
  requests = vi.fn<typeof fetch>();
  vi.stubGlobal('fetch', requests);
});
afterEach(() => void vi.unstubAllGlobals());
// What was left out here is there for the tests of other files.
afterAll(() => void vi.resetModules());

const JSON_TYPE = { 'content-type': 'application/json' };

async function after(answer: () => Response) {
  requests.mockImplementation(async () => answer());
  const page = await loaded();
  await page.readDeployment();
  return page;
}

const file = (content: unknown) => () =>
  new Response(JSON.stringify(content), { headers: JSON_TYPE });
const commvaultJob = 'commvault:commserve.contoso.com/job/7';

describe('a deployment', () => {
  test('that names CommServes has Commvault among the datasources', async () => {
    const page = await after(
      file({ commServes: [{ address: 'https://commserve.contoso.com', commCellId: 3 }] }),
    );
    expect(requests.mock.calls.map(([address]) => address)).toEqual(['/config.json']);
    expect(page.commServes()).toEqual([{ host: 'commserve.contoso.com', commCellId: 3 }]);
    expect(page.configProblem()).toBeNull();
    expect([...page.DATASOURCES.keys()]).toContain('commvault-vm');
    expect(page.ownerOf(commvaultJob)?.id).toBe('commvault-vm');
  });

  const html = { headers: { 'content-type': 'text/html; charset=utf-8' } };
  test.each([
    ['has no config.json', () => new Response('', { status: 404 })],
    ['has the page in its place', () => new Response('<!doctype html>', html)],
    ['names none', file({ commServes: [] })],
  ])('that %s has none of Commvault, and no trouble', async (_, answer) => {
    const page = await after(answer);
    expect(page.configProblem()).toBeNull();
    expectAzureAlone(page);
  });

  test.each([
    ['isn’t valid', file({ commServes: [{ address: 'http://a.b' }] }), 'commServes.0.address'],
    ['is cut', () => new Response('{"commServes":', { headers: JSON_TYPE }), 'config.json'],
  ])('whose config.json %s works as without it, and says so', async (_, answer, place) => {
    const page = await after(answer);
    expect(page.configProblem()).toEqual({ why: 'wrong', places: [place] });
    expectAzureAlone(page);
  });

  test.each([
    ['HTTP 500', () => new Response('<html>', { status: 500, ...html })],
    ['HTTP 403', () => new Response('', { status: 403 })],
    [
      'Failed to fetch',
      () => {
        throw new TypeError('Failed to fetch');
      },
    ],
  ])('whose config.json can’t be read works as without it: %s', async (detail, answer) => {
    const page = await after(answer);
    expect(page.configProblem()).toEqual({ why: 'unread', detail });
    expectAzureAlone(page);
  });

  test('is not waited for without end', async () => {
    await after(file({}));
    expect(requests.mock.calls[0]?.[1]?.signal).toBeInstanceOf(AbortSignal);
  });
});

function expectAzureAlone(page: Awaited<ReturnType<typeof loaded>>): void {
  expect(page.commServes()).toEqual([]);
  expect([...page.DATASOURCES.keys()]).toEqual(['azure-vm', 'azure-disk']);
  expect(page.ownerOf(commvaultJob)).toBeUndefined();
  expect(page.JOB_SOURCES.all.map(({ name }) => name)).not.toContain('Commvault (Azure VM)');
}
