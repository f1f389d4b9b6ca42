import { expect, test } from 'vitest';
import { textOfFile } from '#src/datasources/azure-vm/deploy/template-file.ts';
import { MOST_TEMPLATE_BYTES } from '#src/model/blob.ts';

test('a file is read in whichever encoding it has', async () => {
  const wide = new Uint8Array([0xff, 0xfe, 0x7b, 0, 0x7d, 0]);
  expect(await textOfFile(new Blob([wide]))).toEqual({ kind: 'text', text: '{}' });
  expect(await textOfFile(new Blob(['{"a": "ü"}']))).toEqual({ kind: 'text', text: '{"a": "ü"}' });
  expect(await textOfFile(new Blob([]))).toEqual({ kind: 'text', text: '' });
});

test('a file of 20 MB isn’t read at all', async () => {
  const sizeBytes = 20 * 1024 * 1024;
  expect(await textOfFile(new Blob([new Uint8Array(sizeBytes)]))).toEqual({
    kind: 'tooLarge',
    sizeBytes,
  });
  const most = await textOfFile(new Blob([new Uint8Array(MOST_TEMPLATE_BYTES).fill(0x20)]));
  expect(most.kind).toBe('text');
});
