const number = new Intl.NumberFormat('en-GB', {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});

/** A number of bytes in GiB with one decimal, `259.6 GiB`: one unit, so that two can be compared. */
export function gib(bytes: number): string {
  return `${number.format(bytes / 2 ** 30)} GiB`;
}
