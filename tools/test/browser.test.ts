import { describe, expect, test } from 'vitest';

import { NO_CHROMIUM } from '../chromium.ts';
import { ensureBrowser, type Installing } from './browser.ts';

/** A machine with these browsers, on which these can be installed; notes what was tried. */
function machine(has: readonly string[], canInstall: readonly string[] = []) {
  const there = new Set(has);
  const tried: string[] = [];
  const install = async (name: string): Promise<string> => {
    tried.push(name);
    if (canInstall.includes(name)) there.add(name);
    return '';
  };
  const installing: Installing = {
    isNamed: () => false,
    namedProblem: () => undefined,
    hasShell: () => there.has('chromium-headless-shell'),
    hasFull: () => there.has('chromium'),
    hasDownload: () => there.has('download'),
    fromSystem: install,
    download: async () => install('download'),
  };
  return { installing, tried };
}

async function outcome(...args: Parameters<typeof machine>) {
  const { installing, tried } = machine(...args);
  const { code, output, note } = await ensureBrowser(installing);
  return { good: code === 0, note, output: output.trim(), tried };
}

const slower =
  "Chromium's headless shell is missing and could not be installed: the tests use the full browser, which is slower.";

describe('the browser for the tests', () => {
  test('is there with the headless shell, and nothing is installed', async () => {
    const there = await outcome(['chromium-headless-shell']);
    expect(there).toEqual({ good: true, note: undefined, output: '', tried: [] });
  });

  test('is the headless shell also where only the full one was', async () => {
    const there = await outcome(['chromium'], ['chromium-headless-shell']);
    expect(there).toMatchObject({
      good: true,
      note: undefined,
      tried: ['chromium-headless-shell'],
    });
  });

  test('is the full one, with a note, where no headless shell is available', async () => {
    const there = await outcome(['chromium']);
    expect(there).toMatchObject({ good: true, note: slower, tried: ['chromium-headless-shell'] });
  });

  test("is Playwright's own where there is no other", async () => {
    const there = await outcome([], ['download']);
    expect(there).toMatchObject({ good: true, note: undefined });
  });

  test('is the full one of the system as a last resort', async () => {
    const there = await outcome([], ['chromium']);
    expect(there).toMatchObject({ good: true, note: slower });
    expect(there.tried).toEqual(['chromium-headless-shell', 'download', 'chromium']);
  });

  test('is a failure of one sentence where none can be had', async () => {
    const there = await outcome([]);
    expect(there.good).toBe(false);
    expect(there.output).toBe(NO_CHROMIUM);
  });

  test('is the one named by hand, or its problem', async () => {
    const { installing, tried } = machine(['chromium']);
    const named: Installing = { ...installing, isNamed: () => true };
    expect((await ensureBrowser(named)).code).toBe(0);
    const bad = await ensureBrowser({ ...named, namedProblem: () => 'It does not start.' });
    expect(bad).toEqual({ code: 1, output: 'It does not start.' });
    expect(tried).toEqual([]);
  });
});
