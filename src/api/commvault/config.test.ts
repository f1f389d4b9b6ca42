import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commServesIn } from '#src/api/commvault/config.ts';

const one = (commServe: unknown) => commServesIn(JSON.stringify({ commServes: [commServe] }));

describe('a config.json', () => {
  test('names CommServes by their addresses', () => {
    const commServes = [
      { address: 'https://CommServe.contoso.com/' },
      { address: 'https://second.contoso.com:8443/commandcenter', commCellId: 7 },
    ];
    expect(commServesIn(JSON.stringify({ commServes }))).toEqual({
      ok: true,
      value: [
        { host: 'commserve.contoso.com', commCellId: 2 },
        { host: 'second.contoso.com:8443', commCellId: 7 },
      ],
    });
  });

  test.each(['{}', '{"commServes":[]}'])('that is %s names none', (text) => {
    expect(commServesIn(text)).toEqual({ ok: true, value: [] });
  });

  test.each(['', 'null', '[]', '{"commServes":', '<html>', '"https://a.b"'])(
    'that is %s is wrong as a whole',
    (text) => {
      expect(commServesIn(text)).toEqual({ ok: false, reason: ['config.json'] });
    },
  );

  const address = 'commServes.0.address';
  test.each([
    [{ address: 'http://a.b' }, address],
    [{ address: 'a.b' }, address],
    [{ address: 'https://*.contoso.com' }, address],
    [{ address: 'https://*' }, address],
    [{ address: 'https://user:word@a.b' }, address],
    [{ address: 'https://user@a.b' }, address],
    [{ address: "https://a.b;script-src'self'" }, address],
    [{ address: 7 }, address],
    [{}, address],
    [{ address: 'https://a.b', commCellId: '2' }, 'commServes.0.commCellId'],
    [{ address: 'https://a.b', commCellId: 0 }, 'commServes.0.commCellId'],
    [{ address: 'https://a.b', accessToken: 'x' }, 'commServes.0.accessToken'],
    ['https://a.b', 'commServes.0'],
  ])('with %j is not used, and says where', (commServe, place) => {
    expect(one(commServe)).toEqual({ ok: false, reason: [place] });
  });

  test('that names one wrong CommServe gives none of the others', () => {
    const commServes = [{ address: 'https://a.b' }, { address: 'nowhere' }];
    expect(commServesIn(JSON.stringify({ commServes }))).toEqual({
      ok: false,
      reason: ['commServes.1.address'],
    });
  });

  test('never gives a host that would be more than a host in the policy of the page', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.webUrl(),
          fc.tuple(fc.constantFrom('', 'https://'), fc.string()).map((parts) => parts.join('')),
        ),
        (text) => {
          const read = one({ address: text });
          for (const { host } of read.ok ? read.value : [])
            expect(host).toMatch(/^[a-z0-9.-]+(:\d+)?$/);
        },
      ),
    );
  });
});
