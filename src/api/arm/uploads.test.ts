import { afterEach, describe, expect, test, vi } from 'vitest';
import { type BodyForm, hasRequestStreams, newUploads, passing } from '#src/api/arm/uploads.ts';

afterEach(() => void vi.unstubAllGlobals());

/** A way to the service that takes these forms, and counts what was tried. */
function wayOf(...forms: readonly BodyForm[]) {
  const tried: BodyForm[] = [];
  return {
    tried,
    passes: async (form: BodyForm) => {
      tried.push(form);
      return forms.includes(form);
    },
  };
}

describe('the form of a body', () => {
  test('is text before anything is proved', () => {
    expect(newUploads(true).form()).toBe('text');
  });

  test.each([
    ['takes both', ['stream', 'text'], 'stream', ['stream']],
    ['takes text alone', ['text'], 'text', ['stream', 'text']],
    ['takes nothing now', [], 'stream', ['stream', 'text']],
  ] as const)('where the way %s', async (_, forms, form, tried) => {
    const uploads = newUploads(true);
    const way = wayOf(...forms);
    await uploads.prove(way.passes);
    expect(uploads.form()).toBe(form);
    expect(way.tried).toEqual(tried);
  });

  test.each([
    [['stream', 'text'], 0],
    [['text'], 0],
    [[], 2],
  ] as const)('is proved again only where nothing was learned: %j', async (forms, again) => {
    const uploads = newUploads(true);
    await uploads.prove(wayOf(...forms).passes);
    const way = wayOf();
    await uploads.prove(way.passes);
    expect(way.tried).toHaveLength(again);
  });

  test('is proved once for all who wait for it', async () => {
    const uploads = newUploads(true);
    const way = wayOf('stream');
    await Promise.all([uploads.prove(way.passes), uploads.prove(way.passes)]);
    expect(way.tried).toEqual(['stream']);
  });

  test('is text for good once a length was required, by the proof or by a start', async () => {
    for (const isProving of [true, false]) {
      const uploads = newUploads(true);
      await uploads.prove(async (form) => {
        if (isProving) uploads.note(form, 411);
        return !isProving;
      });
      uploads.note('stream', 411);
      const way = wayOf('stream');
      await uploads.prove(way.passes);
      expect([uploads.form(), way.tried]).toEqual(['text', []]);
    }
  });

  test('is proved again once a stream had no answer', async () => {
    const uploads = newUploads(true);
    await uploads.prove(wayOf('stream').passes);
    uploads.note('stream', 202);
    uploads.note('text', null);
    const before = wayOf('text');
    await uploads.prove(before.passes);
    expect(before.tried).toEqual([]);
    uploads.note('stream', null);
    expect(uploads.form()).toBe('stream');
    await uploads.prove(wayOf('text').passes);
    expect(uploads.form()).toBe('text');
  });

  test('is text where the browser has no request streams, and nothing is tried', async () => {
    const uploads = newUploads(false);
    const way = wayOf('stream');
    await uploads.prove(way.passes);
    expect([uploads.form(), way.tried]).toEqual(['text', []]);
  });
});

/** A browser that takes whatever it does not know for text. */
class OldRequest extends Request {
  constructor(address: string, { method, body }: RequestInit) {
    super(address, { method, body: Object.prototype.toString.call(body) });
  }
}

test('request streams are found by what a request does with one', () => {
  expect(hasRequestStreams()).toBe(true);
  vi.stubGlobal('Request', OldRequest);
  expect(hasRequestStreams()).toBe(false);
});

describe('a form passes a question', () => {
  const REFUSED = { status: 400, code: 'NoSuchJob' };
  const BROKEN = { status: null, code: null };
  const OK = { status: 200, code: null };
  const GATEWAY = { status: 400, code: null };
  test.each([
    ['both are answered', OK, OK, 'stream'],
    ['both are refused in the same words', REFUSED, REFUSED, 'stream'],
    [
      'a stream is refused in other words than text',
      { status: 400, code: 'Empty' },
      REFUSED,
      'text',
    ],
    ['only text comes to an answer of the service', BROKEN, REFUSED, 'text'],
    ['something on the way refuses a stream', GATEWAY, REFUSED, 'text'],
    ['neither comes to an answer', BROKEN, BROKEN, 'stream'],
    ['something on the way refuses both', GATEWAY, GATEWAY, 'stream'],
    ['the service is in trouble', { status: 503, code: 'Busy' }, OK, 'text'],
  ] as const)('where %s', async (_, stream, text, form) => {
    const uploads = newUploads(true);
    await uploads.prove(passing(async (one) => (one === 'stream' ? stream : text)));
    expect(uploads.form()).toBe(form);
  });
});
