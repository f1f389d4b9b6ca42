import { expect, test } from 'vitest';
import { blobPlace } from '#src/api/storage/blobs.ts';

test('the address of a blob names its account, its container and itself', () => {
  expect(blobPlace('https://stage1.blob.core.windows.net/vm-1/a%20b/c.json')).toEqual({
    account: 'stage1',
    container: 'vm-1',
    blob: 'a b/c.json',
  });
});

test.each([
  'http://stage1.blob.core.windows.net/c/b',
  'https://stage1.blob.core.windows.net.evil.example/c/b',
  'https://a.b.blob.core.windows.net/c/b',
  'https://stage1.blob.core.windows.net:8443/c/b',
  'https://me@stage1.blob.core.windows.net/c/b',
  'https://stage1.blob.core.windows.net/c',
  'https://blob.core.windows.net/c/b',
  'https://no-hyphens.blob.core.windows.net/c/b',
  'nonsense',
])('%s is none of a blob', (address) => {
  expect(blobPlace(address)).toBe(null);
});
