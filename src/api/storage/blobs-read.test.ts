import { expect, test } from 'vitest';
import { testArm } from '#src/api/arm/testing.ts';
import { readBlob } from '#src/api/storage/blobs.ts';

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
