import { globSync, readFileSync } from 'node:fs';
import { QueryClient } from '@tanstack/react-query';
import { afterEach, expect, test } from 'vitest';
import { type Write, tried } from '#src/api/queries/testing-write.ts';
import { WRITES } from '#src/api/queries/testing-writes.ts';
import { newWrite, pressOnce } from '#src/api/queries/use-write.ts';
import { installClock, machineClock } from '#src/lib/clock.ts';
import { noteClick } from '#src/lib/browser.ts';
import type { State } from '#src/mocks/world/fold.ts';

/**
 * Every request of the client that starts something, by the gestures of a press, by the form of its body, and by what
 * there is where it is received twice. `e2e/live/every-write.spec.ts` has the same rows by where connections end.
 */

afterEach(() => {
  installClock(machineClock);
  noteClick({ detail: 1 });
});

/** The functions of the client whose source has a request that starts something, or changes something. */
function startingFunctions(): string[] {
  const files = globSync('src/api/**/*.ts').filter((path) => !/test/.test(path));
  return files.flatMap((path) => {
    const [, ...functions] = readFileSync(path, 'utf8').split(
      /^(?=(?:export )?(?:async )?function )/m,
    );
    return functions.flatMap((source) =>
      /starts: true|startWrite\(arm|method: '(?:PUT|PATCH|DELETE)'/.test(source)
        ? (/function (\w+)/.exec(source)?.[1] ?? [])
        : [],
    );
  });
}

/** What starts nothing, or is part of another row. */
const NO_ROW: Readonly<Record<string, string>> = {
  outcomeOf: 'the question that proves the way of streams',
  startWrite: 'through which others go',
  readBlob: 'a GET that is not repeated, for want of time',
  refreshMachines: 'a part of protectMachine',
};

test('34 requests start something, and each has a row', () => {
  expect(WRITES).toHaveLength(34);
  expect(startingFunctions().toSorted()).toEqual(
    [...WRITES.map(({ of }) => of), ...Object.keys(NO_ROW)].toSorted(),
  );
});

/** The forms in which bodies leave, each with what a browser can do with it. */
const formOf = ({ of }: Write, { method, body }: { method: string; body: string | null }) =>
  // Whether the tokens of a CommServe come twice or are lost ends the same.
  method === 'POST' && body !== null && of !== 'renewTokens' ? 'stream' : 'text';

test.each(WRITES)(
  '$of leaves as a stream if it is a POST with a body, which nothing repeats',
  async (write) => {
    const { starts, end } = await tried(write);
    expect(end).not.toBeInstanceOf(Error);
    expect(starts.length).toBeGreaterThan(0);
    expect(starts.map(({ bodyAs }) => bodyAs)).toEqual(starts.map((one) => formOf(write, one)));
    const asText = await tried(write, { canStream: false });
    expect(new Set(asText.starts.map(({ bodyAs }) => bodyAs))).toEqual(new Set(['text']));
  },
);

const NOT_MADE: readonly string[] = ['seed', 'faults', 'seq', 'operations'];

/** What there is, without the numbers and random names of its parts, and each alike once. */
function seen(state: State) {
  const made = Object.entries(state).filter(([name]) => !NOT_MADE.includes(name));
  return made.map(([name, value]: [string, unknown]) => {
    const parts: readonly unknown[] = Array.isArray(value) ? value : [value];
    const texts = parts.map((part) =>
      JSON.stringify(part)
        .replaceAll(/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g, '#')
        .replaceAll(/"(?:seq|isNew)":\w+/g, ''),
    );
    return [name, [...new Set(texts)]];
  });
}

const countOf = ({ restores, serviceEvents }: State): number =>
  restores.length + serviceEvents.length;

/** The world after a write that left as text and was received as often; one after the other, as they share a clock. */
async function afterwards(write: Write): Promise<State[]> {
  const states: State[] = [];
  for (const isRepeated of [false, true]) {
    const { it } = await tried(write, { canStream: false, isRepeated });
    states.push(await it.azure.state());
  }
  return states;
}

test.each(WRITES.filter(({ twice }) => twice === undefined))(
  '$of as text, received twice by a repetition of the browser, ends as once',
  async (write) => {
    const [once, twice] = (await afterwards(write)).map(seen);
    expect(twice).toEqual(once);
  },
);

test.each(WRITES.filter(({ twice }) => twice !== undefined))(
  '$of as text, received twice by a repetition of the browser, makes $twice',
  async (write) => {
    const [once = 0, twice] = (await afterwards(write)).map(countOf);
    expect(twice).toBe(once + 1);
  },
);

/** Gestures of which one request may come: `press` is what the button calls. */
const GESTURES: Readonly<Record<string, (press: () => void) => Promise<void>>> = {
  'two presses in one tick': async (press) => {
    press();
    press();
  },
  'pressed again and again while it is on its way, as by an Enter that is held': async (press) => {
    for (let turn = 0; turn < 20; turn += 1) {
      press();
      await Promise.resolve();
    }
  },
  'a double click, the second after the answer': async (press) => {
    noteClick({ detail: 1 });
    press();
    await new Promise((resolve) => setTimeout(resolve, 50));
    noteClick({ detail: 2 });
    press();
  },
};

const CELLS = WRITES.flatMap((write) =>
  Object.entries(GESTURES).map(([gesture, make]) => ({ of: write.of, gesture, write, make })),
);

test.each(CELLS)('$of: $gesture', async ({ write, make }) => {
  const plain = await tried(write);
  const { starts } = await tried(write, {
    by: async (send) => {
      const client = new QueryClient();
      const one = newWrite([write.of], send);
      let ended: Promise<unknown> = Promise.resolve();
      const press = (): void =>
        pressOnce(client, one, () => {
          const mutation = client.getMutationCache().build(client, one);
          ended = Promise.all([ended, mutation.execute(undefined)]);
        });
      await make(press);
      return ended;
    },
  });
  expect(starts).toHaveLength(plain.starts.length);
});

test('the table of gestures has 102 cells', () => {
  expect(CELLS).toHaveLength(102);
});
