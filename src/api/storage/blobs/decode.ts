/** The text of blobs that the backup service leaves: which encoding they have is nowhere written. */

/** Whether bytes look like UTF-16 of mostly Western text: every other one is zero, each second or each first. */
function isWide(bytes: Uint8Array, zeroAt: 0 | 1): boolean {
  const sample = bytes.subarray(0, 256);
  const zeros = sample.filter((byte, index) => index % 2 === zeroAt && byte === 0).length;
  return sample.length >= 2 && zeros * 4 > sample.length;
}

/** The length up to the NULs that fill a page blob; a NUL that is half of a UTF-16 letter stays. */
function lengthWithoutPadding(bytes: Uint8Array): number {
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0) end -= 1;
  return end;
}

/**
 * The text of a blob: without the NULs of its padding, as UTF-16 or UTF-8 with or without a byte order
 * mark (aftercare §1.3). `sizeBytes`: how much of it is content, where that is known. Never throws; what
 * is no text comes out with replacement characters.
 */
export function blobText(bytes: Uint8Array, sizeBytes?: number): string {
  const content = bytes.subarray(0, sizeBytes ?? bytes.length);
  const end = lengthWithoutPadding(content);
  const [first, second] = content;
  if ((first === 0xfe && second === 0xff) || isWide(content.subarray(0, end), 0)) {
    return new TextDecoder('utf-16be').decode(content.subarray(0, end));
  }
  if ((first === 0xff && second === 0xfe) || isWide(content.subarray(0, end), 1)) {
    return new TextDecoder('utf-16le').decode(content.subarray(0, end + (end % 2)));
  }
  return new TextDecoder().decode(content.subarray(0, end));
}
