import { environmentManager, QueryClient } from '@tanstack/react-query';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  type ChangeState,
  changeTroubleOf,
  changeView,
  isAwaited,
  resumeVaultChange,
  type VaultChange,
  type VaultChangeEnd,
  vaultChangeKey,
  vaultChangeMutation,
} from '#src/actions/vault-change.ts';
import { ArmError, refusedAnswer } from '#src/api/arm/error.ts';
import { startSession } from '#src/api/arm/pipeline.ts';
import { answer, inTurn, testArm } from '#src/api/arm/testing.ts';
import { vaultQuery } from '#src/api/recovery-services/vaults.ts';
import { breaks } from '#src/api/queries/testing.ts';
import { installClock, machineClock } from '#src/lib/clock.ts';
import { ownName } from '#src/lib/owner.ts';
import { fakeClock, freshStorage, untilEnd } from '#src/lib/testing.ts';
import { exampleVault } from '#src/mocks/testing-example.ts';
import { testAzure } from '#src/mocks/testing.ts';
import { resourceId } from '#src/model/resource-id.ts';

/** Changing a vault, against the simulated Azure. */

const id = resourceId(exampleVault);
const OPERATION = {
  pollUrl: 'https://management.azure.com/operations/1',
  pollKind: 'status',
  retryAfterMs: 1000,
};
const storage = freshStorage();

// The cache asks again by itself only where it takes itself to be in a browser.
beforeAll(() => environmentManager.setIsServer(() => false));
// Other files share this cache's library, and here is no browser.
afterAll(() => environmentManager.setIsServer(() => true));
beforeEach(() => {
  vi.useFakeTimers();
  // Here is one tab: what a page that is gone has started doesn’t hold the next one up.
  vi.stubGlobal('navigator', {});
  installClock(fakeClock());
});
afterEach(() => {
  vi.useRealTimers();
  installClock(machineClock);
});

/** A page with its cache, over an Azure that may be shared with another page. */
function page(azure = testAzure('document')) {
  const { arm, sent } = testArm(azure.azure.fetch);
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  startSession(arm);
  const change = (given: VaultChange) =>
    queries.getMutationCache().build(queries, vaultChangeMutation(id)).execute(given);
  const pass = async (seconds: number) => {
    azure.clock.add(seconds);
    await vi.advanceTimersByTimeAsync(seconds * 1000);
  };
  const shown = () => queries.getQueryData(vaultQuery(id).queryKey)?.crossSubscriptionRestore;
  const patches = () => sent.filter(({ method }) => method === 'PATCH');
  return { azure, queries, change, pass, shown, patches };
}

const disabled = { wanted: 'disabled' } as const;

describe('a change of a vault', () => {
  test('is sent once, followed to its end, and then the vault is read again', async () => {
    const { queries, change, pass, shown, patches } = page();
    await queries.query(vaultQuery(id));
    expect(shown()).toBe('enabled');
    const changing = change(disabled);
    await pass(10);
    expect(queries.isMutating({ mutationKey: vaultChangeKey(id) })).toBe(1);
    expect(shown()).toBe('enabled');
    await pass(10);
    await pass(10);
    expect(await changing).toEqual({ kind: 'done' });
    expect(shown()).toBe('disabled');
    expect(patches().map(({ body }): unknown => JSON.parse(body ?? '{}'))).toEqual([
      {
        properties: {
          restoreSettings: {
            crossSubscriptionRestoreSettings: { crossSubscriptionRestoreState: 'Disabled' },
          },
        },
      },
    ]);
  });

  test('that Azure makes at once has nothing to follow', async () => {
    const { change } = page();
    expect(await change({ wanted: 'enabled' })).toEqual({ kind: 'done' });
  });

  test('is followed on after a reload of the page, and sent no second time', async () => {
    const first = page();
    void first.change(disabled);
    await first.pass(1);
    const second = page(first.azure);
    await second.queries.query(vaultQuery(id));
    resumeVaultChange(second.queries, id);
    resumeVaultChange(second.queries, id);
    expect(second.queries.isMutating({ mutationKey: vaultChangeKey(id) })).toBe(1);
    await second.pass(10);
    await second.pass(10);
    await second.pass(10);
    expect(second.queries.isMutating()).toBe(0);
    expect(second.shown()).toBe('disabled');
    expect(second.patches()).toEqual([]);
    expect(storage.entries.size).toBe(0);
  });

  test.each([
    '',
    '{',
    'null',
    '{"startedAt":0,"sentence":"","steps":[]}',
    JSON.stringify({
      startedAt: 0,
      sentence: '',
      steps: [{ id: 'sometimes', title: '', state: 'sent', at: 0, operation: OPERATION }],
    }),
    JSON.stringify({
      startedAt: 0,
      sentence: '',
      steps: [
        {
          id: 'disabled',
          title: '',
          state: 'sent',
          at: 0,
          operation: { ...OPERATION, pollUrl: 'https://example.com/1' },
        },
      ],
    }),
    JSON.stringify({
      startedAt: 0,
      sentence: '',
      steps: [{ id: 'disabled', title: '', state: 'sent', at: 0 }],
    }),
  ])('is not resumed from what is no change: "%s"', (text) => {
    const { queries } = page();
    storage.entries.set(ownName(`action.vault-change.${id.toLowerCase()}`), text);
    resumeVaultChange(queries, id);
    expect(queries.isMutating()).toBe(0);
  });

  test('is followed where nothing can be stored', async () => {
    storage.become('full');
    const { change, pass } = page();
    const changing = change(disabled);
    for (let turn = 0; turn < 3; turn += 1) await pass(10);
    storage.become('usable');
    expect(await changing).toEqual({ kind: 'done' });
  });

  test.each([
    ['its answer is lost', { kind: 'answer-lost' }],
    ['Azure took it and answers 500', { kind: 'accepted-but-500' }],
    ['the line is cut', { kind: 'drop' }],
    ['Azure answers 503', { kind: 'status', status: 503 }],
  ] as const)('is never sent again when %s', async (_, effect) => {
    const { azure, change, patches } = page();
    await breaks(azure, 'vaults.update', effect);
    const error: unknown = await change(disabled).catch((thrown: unknown) => thrown);
    expect(changeTroubleOf(error).kind).toBe('unsure');
    expect(patches()).toHaveLength(1);
    expect(storage.entries.size).toBe(0);
  });

  test.each([
    ['forbidden', { kind: 'status', status: 403 }],
    ['notFound', { kind: 'status', status: 404 }],
    ['busy', { kind: 'status', status: 409 }],
    ['throttled', { kind: 'throttle', retryAfterSeconds: 20 }],
    ['refused', { kind: 'status', status: 412 }],
  ] as const)('that Azure does not take is %s', async (kind, effect) => {
    const { azure, change, patches } = page();
    await breaks(azure, 'vaults.update', effect);
    const error: unknown = await untilEnd(change(disabled)).catch((thrown: unknown) => thrown);
    const trouble = changeTroubleOf(error);
    expect(trouble.kind).toBe(kind);
    expect(trouble.problem.requestId).not.toBeNull();
    expect(patches()).toHaveLength(1);
  });

  test.each([401, 403, 404, 409, 429])(
    'is of unknown outcome where a page of %i comes for an answer',
    async (status) => {
      const { azure, change, patches } = page();
      await breaks(azure, 'vaults.update', { kind: 'html-page', status });
      const error: unknown = await untilEnd(change(disabled)).catch((thrown: unknown) => thrown);
      expect(changeTroubleOf(error)).toMatchObject({
        kind: 'unsure',
        problem: { message: `Something between this page and Azure answered ${String(status)}.` },
      });
      expect(patches()).toHaveLength(1);
    },
  );

  test('that is refused is found where the vault shows it by the last look', async () => {
    const { azure, change, pass, patches } = page();
    await breaks(azure, 'vaults.update', { kind: 'status', status: 409 });
    const changing = change(disabled);
    await pass(16);
    const url = `${exampleVault}?api-version=2024-04-01`;
    const properties = {
      restoreSettings: {
        crossSubscriptionRestoreSettings: { crossSubscriptionRestoreState: 'Disabled' },
      },
    };
    await azure.send('PATCH', url, { properties });
    await pass(30);
    await pass(75);
    expect(await untilEnd(changing)).toEqual({ kind: 'done' });
    expect(patches()).toHaveLength(1);
  });

  test('that was refused leaves the vault to be read again', async () => {
    const { azure, queries, change } = page();
    await queries.query(vaultQuery(id));
    await breaks(azure, 'vaults.update', { kind: 'status', status: 409 });
    await untilEnd(change(disabled)).catch(() => undefined);
    await vi.advanceTimersByTimeAsync(0);
    expect(queries.getQueryState(vaultQuery(id).queryKey)?.dataUpdateCount).toBe(2);
  });
});

describe('an operation of a vault', () => {
  const facts = { id, name: 'testVault', type: 'x', location: 'westus' };
  const vault = answer(200, facts);
  const shown = { crossSubscriptionRestoreState: 'Disabled' };
  const changed = () =>
    answer(200, {
      ...facts,
      properties: { restoreSettings: { crossSubscriptionRestoreSettings: shown } },
    });
  const accepted = (headers: Record<string, string>) => () => answer(202, '', headers);
  const addressed = accepted({
    'Azure-AsyncOperation': `${exampleVault}/operationStatus/1==?api-version=2024-04-01`,
    'Retry-After': '10',
  });
  const endOf = async (...answers: readonly (() => Response)[]) => {
    // The vault is read before anything is sent.
    const { arm, sent } = testArm(
      inTurn(
        () => vault.clone(),
        ...answers,
        () => vault.clone(),
      ),
    );
    startSession(arm);
    const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
    const changing = queries
      .getMutationCache()
      .build(queries, vaultChangeMutation(id))
      .execute(disabled);
    await vi.advanceTimersByTimeAsync(40_000);
    return { end: await changing, sent: sent.slice(1).map(({ method, url }) => [method, url]) };
  };

  test('is found at an address without a host too', async () => {
    const { end, sent } = await endOf(
      addressed,
      () => answer(200, { status: 'Succeeded' }),
      changed,
    );
    expect(end).toEqual({ kind: 'done' });
    expect(sent[1]).toEqual([
      'GET',
      `https://management.azure.com${exampleVault}/operationStatus/1==?api-version=2024-04-01`,
    ]);
  });

  test('that fails says why', async () => {
    const error = { code: 'Broken', message: 'It broke.' };
    const { end } = await endOf(addressed, () => answer(200, { status: 'Failed', error }));
    expect(end).toEqual({ kind: 'failed', code: 'Broken', message: 'It broke.' });
  });

  test.each([
    ['that gave no address', [accepted({})]],
    ['that Azure does not know any more', [addressed, () => answer(404, '{"code":"NotFound"}')]],
    ['that may not be asked for', [addressed, () => answer(403, '{"code":"AuthorizationFailed"}')]],
  ])('%s cannot be followed', async (_, answers) => {
    expect((await endOf(...answers)).end).toEqual({ kind: 'unfollowed' });
  });

  test('that cannot be read for the moment is requested again', async () => {
    const { end } = await endOf(
      addressed,
      () => answer(400, '{}'),
      () => answer(200, { status: 'Succeeded' }),
      changed,
    );
    expect(end).toEqual({ kind: 'done' });
  });

  test('that is over while the vault does not show it has its own kind', async () => {
    const { arm } = testArm(
      inTurn(
        () => vault.clone(),
        () => vault.clone(),
        () => answer(200, ''),
        () => vault.clone(),
      ),
    );
    startSession(arm);
    const queries = new QueryClient();
    await queries.query(vaultQuery(id));
    const changing = queries
      .getMutationCache()
      .build(queries, vaultChangeMutation(id))
      .execute(disabled);
    expect(await changing).toEqual({ kind: 'notYet' });
  });
});

test('an answer that cannot be read leaves it open whether the change was made', () => {
  const facts = { status: 200, code: null, message: 'M', requestId: 'r', missingAction: null };
  const error = new ArmError({ ...facts, kind: 'unreadable', body: '<html>' });
  expect(changeTroubleOf(error).kind).toBe('unsure');
});

const variables = { wanted: 'disabled' } as const;
const idle: ChangeState = { status: 'idle', variables: undefined, data: undefined, error: null };
const pending: ChangeState = { ...idle, status: 'pending', variables };
const succeeded = (data: VaultChangeEnd): ChangeState => ({
  ...pending,
  status: 'success',
  data,
});
const failedWith = (error: unknown): ChangeState => ({ ...pending, status: 'error', error });
const lost = new ArmError({
  kind: 'lost',
  status: null,
  code: null,
  message: 'Azure didn’t answer.',
  requestId: null,
  missingAction: null,
  body: '',
});

describe('the view of the latest change of a vault', () => {
  const [done, none] = [{ kind: 'done' }, { kind: 'none' }];
  const looking = (why: string) => ({ kind: 'looking', why });
  const trouble = (kind: string) => ({ kind: 'trouble', trouble: { kind } });
  const failed = { kind: 'failed', code: 'C', message: 'M' } as const;
  const [isDone, notYet] = [succeeded({ kind: 'done' }), succeeded({ kind: 'notYet' })];
  const refused = failedWith(refusedAnswer(409, '{"code":"Conflict"}', 'r'));
  test.each([
    ['nothing when there was none', undefined, 'enabled', none],
    ['nothing when none was asked for', idle, 'enabled', none],
    [
      'that it runs, whatever the vault says',
      pending,
      'disabled',
      { kind: 'running', rejected: null },
    ],
    ['that it is done', isDone, 'disabled', done],
    ['nothing when somebody has changed it since', isDone, 'enabled', none],
    ['that the vault does not show it yet', notYet, 'enabled', looking('notYet')],
    ['that it is done once the vault shows it', notYet, 'disabled', done],
    ['that nobody could follow it', succeeded({ kind: 'unfollowed' }), null, looking('unfollowed')],
    ['that Azure gave it up, in its words', succeeded(failed), 'enabled', failed],
    ['that nobody knows when no answer came', failedWith(lost), 'enabled', trouble('unsure')],
    ['that it is done when the vault shows it all the same', failedWith(lost), 'disabled', done],
    [
      'that it was refused, also when somebody else has done it',
      refused,
      'disabled',
      trouble('busy'),
    ],
  ] as const)('%s', (_, change, present, expected) => {
    expect(changeView(change, present)).toMatchObject(expected);
  });
});

test.each([
  [pending, false],
  [succeeded({ kind: 'done' }), false],
  [succeeded({ kind: 'notYet' }), true],
  [succeeded({ kind: 'unfollowed' }), true],
  [succeeded({ kind: 'failed', code: null, message: '' }), false],
  [failedWith(lost), true],
  [failedWith(refusedAnswer(403, '{"code":"AuthorizationFailed"}', null)), false],
  [failedWith(refusedAnswer(403, '<html>', null)), true],
  [failedWith(refusedAnswer(500, '', null)), true],
])('the vault is read again only while it may come to show the change (%#)', (change, expected) => {
  expect(isAwaited(changeView(change, 'enabled'))).toBe(expected);
});
