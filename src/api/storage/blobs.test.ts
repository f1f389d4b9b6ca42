import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { testArm } from '#src/api/arm/testing.ts';
import { blobPlace, blobText, readBlob, readVmConfig } from '#src/api/storage/blobs.ts';

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

/** Text as bytes of two each, filled up to whole pages as the backup service does. */
function paged(text: string, page = 512): Uint8Array {
  const bytes = new Uint8Array(Math.max(1, Math.ceil((text.length * 2) / page)) * page);
  for (let index = 0; index < text.length; index += 1) {
    bytes[index * 2] = text.charCodeAt(index) & 0xff;
    bytes[index * 2 + 1] = text.charCodeAt(index) >> 8;
  }
  return bytes;
}

const western = fc.string({ minLength: 8 }).filter((text) => !text.includes('\0'));

describe('the text of a blob', () => {
  test('of two bytes a letter comes back without its padding', () => {
    fc.assert(
      fc.property(western, (text) => {
        expect(blobText(paged(text))).toBe(text);
      }),
    );
  });

  test('of UTF-8 comes back too, padded or not', () => {
    const text = '{"name": "größe", "say": "日本"}';
    const bytes = new TextEncoder().encode(text);
    const padded = new Uint8Array(512);
    padded.set(bytes);
    expect([blobText(bytes), blobText(padded)]).toEqual([text, text]);
  });

  test('loses its byte order mark, and ends where its size says', () => {
    expect(blobText(paged('\uFEFF日本語'))).toBe('日本語');
    expect(blobText(paged('{"a": 1}garbage'), 16)).toBe('{"a": 1}');
  });

  test('is empty where there is nothing', () => {
    expect([blobText(new Uint8Array()), blobText(new Uint8Array(512))]).toEqual(['', '']);
  });
});

describe('a source’s configuration', () => {
  const disks = { osDisk: { osType: 'Windows', name: 'os1' }, DataDisks: [{ Lun: 2, name: 'd' }] };
  const expected = {
    size: 'Standard_D2s_v3',
    osType: 'Windows',
    osDiskName: 'os1',
    dataDisks: [{ lun: 2, name: 'd' }],
  };

  test.each([
    [
      'dotted keys',
      {
        'properties.hardwareProfile': { vmSize: 'Standard_D2s_v3' },
        'properties.StorageProfile': disks,
      },
    ],
    [
      'keys inside one another',
      { properties: { HardwareProfile: { VmSize: 'Standard_D2s_v3' }, storageProfile: disks } },
    ],
  ])('is read by %s', (_, config) => {
    expect(readVmConfig(paged(JSON.stringify(config)))).toEqual(expected);
  });

  test('says what it does not know', () => {
    expect(readVmConfig(paged('{}'))).toEqual({
      size: null,
      osType: null,
      osDiskName: null,
      dataDisks: [],
    });
  });

  test.each(['', 'not JSON', '[1', '12'])('is none in %j', (text) => {
    expect(readVmConfig(paged(text))).toBe(null);
  });
});

const ADDRESS = 'https://stage1.blob.core.windows.net/vm-1/azuredeploy1.json';
const LARGE = 20 * 1024 * 1024;

test.each([
  ['by its size, and isn’t loaded', { 'content-length': String(LARGE) }, ['HEAD']],
  ['by what came, where its size isn’t told', {}, ['HEAD', 'GET']],
])('a blob of 20 MB is refused %s', async (_, headers, methods) => {
  const { arm, sent } = testArm(({ method }) =>
    method === 'HEAD'
      ? new Response(null, { headers })
      : new Response(new Uint8Array(LARGE), { headers }),
  );
  const read = await readBlob(arm, 'stage1', ADDRESS);
  // Never the bytes themselves: a difference of megabytes ends the run.
  expect([read.kind, 'sizeBytes' in read ? read.sizeBytes : null]).toEqual(['tooLarge', LARGE]);
  expect(sent.map(({ method }) => method)).toEqual(methods);
});

test.each(['stage2', 'stage', 'stage1.blob', ''])(
  'a blob of another account than %j gets no request, so that no token leaves',
  async (account) => {
    const { arm, sent } = testArm(() => new Response('{}'));
    expect(await readBlob(arm, account, ADDRESS)).toMatchObject({ kind: 'unreadable' });
    expect(sent).toEqual([]);
  },
);
