/** The most rows of one answer (commvault.md §7). */
export const PAGE = 100;

/**
 * How many rows a list has. What a CommServe counts may be wrong either way, so the place where its pages end is
 * looked for: beside the claimed one first, which takes two reads where the claim is right.
 */
export async function trueTotal(
  claimed: number,
  read: number,
  rowsOn: (page: number) => Promise<number>,
): Promise<number> {
  let last = Math.floor(read / PAGE) - 1;
  let end = Number.POSITIVE_INFINITY;
  let page = Math.max(last + 1, Math.ceil(claimed / PAGE) - 1);
  for (let step = 1; end - last > 1; step *= 2) {
    const rows = await rowsOn(page);
    if (rows > 0 && rows < PAGE) return page * PAGE + rows;
    if (rows === 0) end = page;
    else last = page;
    page = end === Number.POSITIVE_INFINITY ? last + step : Math.floor((last + end) / 2);
  }
  return (last + 1) * PAGE;
}
