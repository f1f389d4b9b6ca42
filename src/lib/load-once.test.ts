import { describe, expect, it } from 'vitest';

import { loadOnce } from './load.ts';

/** Code that comes once the test lets it, or fails. */
function codeLater() {
  const begun: ((come: () => string) => void)[] = [];
  const load = async (): Promise<string> => {
    const { promise, resolve } = Promise.withResolvers<() => string>();
    begun.push(resolve);
    return (await promise)();
  };
  return { begun, load };
}

describe('a part of the code', () => {
  it('is loaded once for all that ask meanwhile', async () => {
    const { begun, load } = codeLater();
    const loads = loadOnce(() => load);
    const both = [loads.load('a'), loads.load('a')];
    expect(loads.state('a').state).toBe('loading');
    expect(begun).toHaveLength(1);
    begun[0]?.(() => 'code');
    const there = { state: 'loaded', code: 'code' };
    expect(await Promise.all(both)).toEqual([there, there]);
    expect(await loads.load('a')).toEqual(there);
    expect(begun).toHaveLength(1);
  });

  it('is tried again after a failure, and never rejects', async () => {
    const { begun, load } = codeLater();
    const loads = loadOnce(() => load);
    const first = loads.load('a');
    begun[0]?.(() => {
      throw new TypeError('No such file');
    });
    expect(await first).toEqual({ state: 'failed' });
    const second = loads.load('a');
    expect(loads.state('a').state).toBe('loading');
    begun[1]?.(() => 'code');
    expect(await second).toEqual({ state: 'loaded', code: 'code' });
  });

  it('is missing where this build has none', async () => {
    const loads = loadOnce<string>(() => undefined);
    expect(await loads.load('b')).toEqual({ state: 'missing' });
  });

  it('tells of each change, until the listener stops', async () => {
    const loads = loadOnce(() => () => Promise.resolve('code'));
    const seen: string[] = [];
    const stop = loads.listen(() => seen.push(loads.state('a').state));
    await loads.load('a');
    expect(seen).toEqual(['loading', 'loaded']);
    stop();
  });
});
