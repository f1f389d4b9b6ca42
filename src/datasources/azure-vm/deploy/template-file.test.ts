import { expect, test } from 'vitest';
import { textOfFile } from '#src/datasources/azure-vm/deploy/template-file.ts';
import { asTemplate } from '#src/datasources/azure-vm/deploy/use-template-text.ts';
import { deploy } from '#src/strings/deploy.ts';
import { MOST_TEMPLATE_BYTES } from '#src/model/blob.ts';

test('a file is read in whichever encoding it has', async () => {
  const wide = new Uint8Array([0xff, 0xfe, 0x7b, 0, 0x7d, 0]);
  expect(await textOfFile(new Blob([wide]))).toEqual({ kind: 'text', text: '{}' });
  expect(await textOfFile(new Blob(['{"a": "ü"}']))).toEqual({ kind: 'text', text: '{"a": "ü"}' });
  expect(await textOfFile(new Blob([]))).toEqual({ kind: 'text', text: '' });
});

test('UTF-16 with its bytes the other way round is read too, with a mark and without', async () => {
  for (const mark of [[0xfe, 0xff], []]) {
    const letters = Array.from('{"a": "ü"}', (letter) => letter.charCodeAt(0));
    const bytes = [...mark, ...letters.flatMap((letter) => [0, letter])];
    expect(await textOfFile(new Blob([new Uint8Array(bytes)]))).toEqual({
      kind: 'text',
      text: '{"a": "ü"}',
    });
  }
});

test('the configuration of the VM in UTF-16 is named, and isn’t taken for the template', async () => {
  const text = '{"properties.hardwareProfile":{"vmSize":"Standard_B2ms"}}';
  const wide = Array.from(text, (letter) => letter.charCodeAt(0)).flatMap((one) => [one, 0]);
  const read = await textOfFile(new Blob([new Uint8Array([...wide, ...new Uint8Array(64)])]));
  expect(asTemplate(read.kind === 'text' ? read.text : '')).toEqual({
    kind: 'trouble',
    words: deploy.wrongFile.config,
    isWrongFile: true,
  });
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
