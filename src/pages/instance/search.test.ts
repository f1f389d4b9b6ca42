import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { instanceSearch } from '#src/pages/instance/route.ts';

const names = Object.keys(instanceSearch.shape);

test('any address of an instance can be read: what is no text is left out', () => {
  const anything = fc.dictionary(fc.constantFrom(...names), fc.anything());
  fc.assert(
    fc.property(anything, (address) => {
      for (const [name, value] of Object.entries(instanceSearch.parse(address))) {
        expect([undefined, address[name]]).toContain(value);
        expect(['undefined', 'string']).toContain(typeof value);
      }
    }),
  );
});
