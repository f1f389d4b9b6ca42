import { blobText } from '#src/api/storage/blobs.ts';
import { MOST_TEMPLATE_BYTES } from '#src/model/blob.ts';

/** A template as a text, from wherever its bytes came; or how large it is, where Azure would not accept it. */
export type TemplateText =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'tooLarge'; readonly sizeBytes: number };

/** The text of a file that a person chose. Rejects where the browser can't read it. */
export async function textOfFile(file: Blob): Promise<TemplateText> {
  if (file.size > MOST_TEMPLATE_BYTES) return { kind: 'tooLarge', sizeBytes: file.size };
  return { kind: 'text', text: blobText(new Uint8Array(await file.arrayBuffer())) };
}
