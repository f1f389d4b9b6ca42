import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  accountAt,
  addressAt,
  blobEndpoint,
  connectSources,
  isSegment,
  mayReceiveStorageToken,
  mayReceiveToken,
} from '#src/api/arm/hosts.ts';

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
    ['a storage account', 'https://stage1.blob.core.windows.net/c/b'],
    ['a path alone', '/subscriptions'],
    ['a dot in front', '.evil.example/x'],
    ['no host', 'https://'],
    ['nothing', ''],
  ])('doesn’t go to %s', (_, address) => {
    expect(mayReceiveToken(address)).toBe(false);
  });

  test('goes only to hosts that the page connects to', () => {
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

describe('a token for Storage', () => {
  test('goes to the one account that is read, by its name in any letter case', () => {
    const address = 'https://stage1.blob.core.windows.net/c/b?x=1';
    expect(accountAt(address)).toBe('stage1');
    expect(mayReceiveStorageToken(address, 'Stage1')).toBe(true);
    expect(mayReceiveStorageToken(address, 'stage2')).toBe(false);
  });

  test.each([
    'https://management.azure.com/c/b',
    'http://stage1.blob.core.windows.net/c/b',
    'https://stage1.blob.core.windows.net:8443/c/b',
    'https://stage1.blob.core.windows.net@evil.example/c/b',
    'https://stage1.blob.core.windows.net.evil.example/c/b',
    'https://x.stage1.blob.core.windows.net/c/b',
    'https://stage1.evil.example/c/b',
    'https://blob.core.windows.net/c/b',
    'stage1',
  ])('doesn’t go to %s', (address) => {
    expect(mayReceiveStorageToken(address, 'stage1')).toBe(false);
  });

  test('goes nowhere for a name that no account can have', () => {
    const name = fc.oneof(fc.string(), fc.constantFrom('a.b', 'evil.example/', 'x@', '', 'ab'));
    fc.assert(
      fc.property(name, (account) => {
        const endpoint = blobEndpoint(account);
        const isName = /^[a-z0-9]{3,24}$/i.test(account);
        expect(endpoint).toBe(
          isName ? `https://${account.toLowerCase()}.blob.core.windows.net` : null,
        );
      }),
    );
  });

  test('goes only where the page may connect', () => {
    expect(connectSources).toContain('https://*.blob.core.windows.net');
    expect(connectSources).not.toContain('https://blob.core.windows.net');
  });
});

describe('the address of a request', () => {
  const azure = 'https://management.azure.com';

  test('is a path of the service, or one in full as it came', () => {
    expect(addressAt(azure, '/subscriptions?api-version=1')).toBe(
      'https://management.azure.com/subscriptions?api-version=1',
    );
    const given = 'https://management.azure.com//subscriptions//x/?t=2021-01&c=a#b';
    expect(addressAt(azure, given)).toBe(given);
    expect(addressAt(azure, '/subscriptions//subscriptions/s/resourceGroups/größe(1)')).not.toBe(
      null,
    );
  });

  test.each([
    ['a host of its own', '.evil.example/x'],
    ['a person', '@evil.example/x'],
    ['a port', ':8443/x'],
    ['nothing', ''],
    ['a way up', '/subscriptions/../x'],
    ['a way up at the end', '/subscriptions/..'],
    ['a written way up', '/subscriptions/%2E%2e/x'],
    ['a dot', '/subscriptions/./x'],
    ['a way up after a backslash', '/subscriptions/a\\..\\x'],
    ['a written slash', '/subscriptions/a%2fb'],
    ['a second question', '/subscriptions/a?b/x?api-version=1'],
    ['a written question', '/subscriptions/a%3fb'],
    ['an anchor', '/subscriptions/a#b?api-version=1'],
    ['a line end', '/subscriptions/a\nb'],
    ['NUL', '/subscriptions/a\0b'],
  ])('is none with %s', (_, url) => {
    expect(addressAt(azure, url)).toBe(null);
  });

  const isAsWritten = ({ origin, pathname, search }: URL): boolean =>
    origin === azure && pathname.split('/').length === 5 && search === '?api-version=1';

  test('is read by a browser as it was written, whatever the names are', () => {
    const name = fc.oneof(
      fc.string({ unit: 'binary' }).filter((text) => !text.includes('/')),
      fc.constantFrom('..', '.', '%2e', 'a?b', 'a#b', 'a\\b', '%2e%2E'),
    );
    fc.assert(
      fc.property(name, name, (one, other) => {
        const address = addressAt(azure, `/subscriptions/${one}/x/${other}?api-version=1`);
        expect(address === null || isAsWritten(new URL(address))).toBe(true);
      }),
    );
  });

  test.each(['vm1', 'größe (1)', 'IaasVMContainer;iaasvmcontainerv2;rg;vm', 'a.b', '...'])(
    '%s can be a segment of it',
    (text) => {
      expect(isSegment(text)).toBe(true);
    },
  );

  test.each(['', '.', '..', '%2e.', 'a/b', 'a\\b', 'a?b', 'a#b', 'a%2Fb', 'a\tb'])(
    '%j can be none',
    (text) => {
      expect(isSegment(text)).toBe(false);
    },
  );
});
