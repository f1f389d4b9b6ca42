import { QueryClient } from '@tanstack/react-query';
import { afterEach, describe, expect, test } from 'vitest';
import { startSession } from '#src/api/arm/pipeline.ts';
import { testArm } from '#src/api/arm/testing.ts';
import { deployMutation, signatureFor } from '#src/api/queries/deployments.ts';
import { blobPlace } from '#src/api/storage/blobs.ts';
import { installClock, machineClock } from '#src/lib/clock.ts';
import type { FaultEffect } from '#src/mocks/faults/fault.ts';
import {
  stagedAccount,
  stagedGroup,
  stagedTemplate,
  stagedWorld,
} from '#src/mocks/testing-staged.ts';
import type { DeploymentOrder } from '#src/model/deployment.ts';
import { nameOf, resourceId } from '#src/model/resource-id.ts';
import { fakeClock } from '#src/lib/testing.ts';

afterEach(() => installClock(machineClock));

/** The start of a deployment, with what is written down of it. */

async function page(otherwise: Parameters<typeof stagedWorld>[0] = {}) {
  const it = await stagedWorld(otherwise);
  installClock(fakeClock(it.clock.now()));
  const { arm, sent } = testArm(it.azure.fetch);
  startSession(arm);
  const queries = new QueryClient();
  const notes: string[] = [];
  const order = async (): Promise<DeploymentOrder> => {
    const place = blobPlace(stagedTemplate);
    if (place === null) throw new Error('no blob');
    const signature = await signatureFor(resourceId(stagedAccount), place);
    return {
      source: { kind: 'link', uri: stagedTemplate, signature },
      values: { virtualMachineName: 'vmNew' },
    };
  };
  const start = (made = order) =>
    queries
      .getMutationCache()
      .build(queries, deployMutation(resourceId('/job')))
      .execute({
        groupId: resourceId(stagedGroup),
        order: made,
        nameBeside: (taken) => `rc-${String(taken.length + 1)}`,
        onSend: (id) => notes.push(`sends ${nameOf(id)}, ${String(puts().length)} sent`),
        onOutcome: (id, outcome) => notes.push(`${outcome} ${nameOf(id)}`),
      });
  const puts = () => sent.filter(({ method }) => method === 'PUT');
  const fault = (effect: FaultEffect) =>
    it.azure.append([
      {
        type: 'fault-added',
        at: it.clock.now(),
        fault: { id: 'f', match: { operation: 'deployments.create' }, times: 1, effect },
      },
    ]);
  const pass = (seconds: number) => {
    it.clock.add(seconds);
    installClock(fakeClock(it.clock.now()));
  };
  return { start, notes, puts, fault, pass };
}

describe('a deployment', () => {
  test('is written down before it is sent, and has a name that the resource group lacks', async () => {
    const { start, notes, pass } = await page();
    expect(await start()).toMatchObject({ kind: 'started' });
    pass(3600);
    await start();
    expect(notes).toEqual([
      'sends rc-1, 0 sent',
      'started rc-1',
      'sends rc-2, 1 sent',
      'started rc-2',
    ]);
  });

  test('that Azure refuses has started nothing', async () => {
    const { start, notes } = await page({ account: { allowSharedKeyAccess: false } });
    await expect(start()).rejects.toThrow(/Unable to download/);
    expect(notes).toEqual(['sends rc-1, 0 sent', 'refused rc-1']);
  });

  test('whose order can’t be made isn’t sent', async () => {
    const { start, notes, puts } = await page();
    await expect(start(() => Promise.reject(new Error('no signature')))).rejects.toThrow(
      'no signature',
    );
    expect([notes, puts()]).toEqual([[], []]);
  });

  test('whose answer is lost is found by its name, and not sent again', async () => {
    const { start, notes, puts, fault } = await page();
    await fault({ kind: 'answer-lost' });
    expect(await start()).toMatchObject({ kind: 'found', deployment: { name: 'rc-1' } });
    expect(notes).toEqual(['sends rc-1, 0 sent', 'found rc-1']);
    expect(puts()).toHaveLength(1);
  });

  test('of a job is started by one tab at a time', async () => {
    const { start, notes, puts } = await page();
    const first = start();
    await expect(start()).rejects.toThrow(/^Another tab/);
    expect(await first).toMatchObject({ kind: 'started' });
    expect(notes).toEqual(['sends rc-1, 0 sent', 'started rc-1']);
    expect(puts()).toHaveLength(1);
  });

  test('that never arrived stays an open question', async () => {
    const { start, notes, puts, fault } = await page();
    await fault({ kind: 'drop' });
    expect(await start()).toEqual({ kind: 'unknown' });
    expect(notes).toEqual(['sends rc-1, 0 sent']);
    expect(puts()).toHaveLength(1);
  });
});
