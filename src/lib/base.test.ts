import { afterEach, describe, expect, test, vi } from 'vitest';
import { basePath, nameHere, ownAddress } from '#src/lib/base.ts';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

describe('a build', () => {
  test.each([
    ['at the root', '/', 'world', 'https://host.example/redirect.html'],
    ['below a path', '/any/path/', 'worldany/path/', 'https://host.example/any/path/redirect.html'],
  ])('%s has its own files and names', (_, base, name, address) => {
    vi.stubEnv('BASE_URL', base);
    vi.stubGlobal('location', { origin: 'https://host.example' });
    expect(basePath()).toBe(base);
    expect(nameHere('world')).toBe(name);
    expect(ownAddress('redirect.html')).toBe(address);
  });
});
