import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { connectSources, mayReceiveToken } from '#src/api/arm/hosts.ts';

describe('a token for Azure Resource Manager', () => {
  test.each([
    'https://management.azure.com',
    'https://management.azure.com/subscriptions?api-version=2022-12-01',
    'https://MANAGEMENT.azure.com/subscriptions',
    'https://westeurope.management.azure.com/x?t=1',
    'https://management.azure.com:443/x',
  ])('may go to %s', (address) => {
    expect(mayReceiveToken(address)).toBe(true);
  });

  test.each([
    ['another scheme', 'http://management.azure.com/x'],
    ['another port', 'https://management.azure.com:8443/x'],
    ['a host that ends alike', 'https://evilmanagement.azure.com/x'],
    ['a host that starts alike', 'https://management.azure.com.evil.example/x'],
    ['a name before the host', 'https://management.azure.com@evil.example/x'],
    ['a person in the address', 'https://user:word@management.azure.com/x'],
    ['two labels in front', 'https://a.b.management.azure.com/x'],
    ['a backslash', 'https://evil.example\\@management.azure.com/x'],
    ['the sign-in', 'https://login.microsoftonline.com/x'],
    ['a path alone', '/subscriptions'],
    ['a dot in front', '.evil.example/x'],
    ['no host', 'https://'],
    ['nothing', ''],
  ])('may not go to %s', (_, address) => {
    expect(mayReceiveToken(address)).toBe(false);
  });

  test('goes to no host that the page may not connect to', () => {
    const open = fc.constantFrom('https://', 'https://x@', 'https:\\\\', 'https:///');
    const end = fc.constantFrom('', ':443', ':444', '.', '/..', '?', '#', '%2e', '。evil.example');
    const near = fc
      .tuple(open, fc.constantFrom('management.azure.com', 'x.management.azure.com', 'evil'), end)
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(fc.webUrl(), near), (address) => {
        const { host, protocol } = URL.canParse(address)
          ? new URL(address)
          : new URL('about:blank');
        const isSource = connectSources.some((source) => {
          const name = source.replace('https://', '').replace('*.', '');
          return host === name || host.endsWith(`.${name}`);
        });
        const isSafe = protocol === 'https:' && isSource;
        expect(mayReceiveToken(address) && !isSafe).toBe(false);
      }),
    );
  });
});
