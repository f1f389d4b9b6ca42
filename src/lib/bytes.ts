import { LOCALE } from '#src/lib/wording.ts';

const number = new Intl.NumberFormat(LOCALE, {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});

/** A number of bytes in GiB with one decimal, `259.6 GiB`: one unit, so that two can be compared. */
export function gib(bytes: number): string {
  return `${gibCount(bytes)} GiB`;
}

/** The same without its unit, for a scale that names it once. */
export const gibCount = (bytes: number): string => number.format(bytes / 2 ** 30);

/** How much of how much, in GiB: `28.4 of 91.5 GiB`. */
export const gibOf = (
  { transferred, total }: TransferredBytes,
  of: (part: string, whole: string) => string,
): string => of(gibCount(transferred), gib(total));

const UNITS = ['', 'k', 'm', 'g', 't', 'p'];
const AMOUNT = String.raw`(?<![\d.,-])\d[\d.,]*`;
const UNIT = String.raw`(?:[kmgtp]i?)?b(?:s|ytes?)?\b`;
const TWO = new RegExp(
  String.raw`(${AMOUNT})\s*(${UNIT})?\s*(?:of|out of|\/)\s*(${AMOUNT})\s*(${UNIT})`,
  'i',
);

/** How much of how much was transferred, in bytes. */
export interface TransferredBytes {
  readonly transferred: number;
  readonly total: number;
}

/**
 * A text that says how much of how much: `12 of 30 GB`, `1.5 GB / 3 GB`, `123 of 456 bytes
 * transferred`, `63.5 GBs / 127 GBs Transferred` as Azure writes it, with words around it. Units count by
 * 1024 however they are written: Azure's GB of a disk are GiB. Null where it says no such thing, or more
 * than the whole.
 */
export function parseByteShare(text: string | null | undefined): TransferredBytes | null {
  const [, part, partUnit, whole, unit] = TWO.exec(text ?? '') ?? [];
  if (part === undefined || whole === undefined) return null;
  const transferred = bytesOf(part, partUnit ?? unit);
  const total = bytesOf(whole, unit);
  if (transferred === null || total === null || transferred > total) return null;
  return { transferred, total };
}

function bytesOf(amount: string, unit = 'b'): number | null {
  const value = amountOf(amount);
  const power = UNITS.indexOf(unit.toLowerCase().replace(/i?b(s|ytes?)?$/, ''));
  const bytes = Math.round(value * 1024 ** power);
  return Number.isSafeInteger(bytes) ? bytes : null;
}

/** A comma before three digits, or before a point, parts thousands; any other is a decimal comma. */
function amountOf(text: string): number {
  const isThousands = /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(text);
  if (isThousands) return Number(text.replaceAll(',', ''));
  if (/^\d{1,3}(\.\d{3})+,\d+$/.test(text)) {
    return Number(text.replaceAll('.', '').replace(',', '.'));
  }
  return Number(text.replace(',', '.'));
}
