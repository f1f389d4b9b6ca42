import * as z from 'zod/mini';
import { foreignAnswer, type OwnRefusal } from '#src/api/arm/error.ts';
import { parsedJson } from '#src/lib/result.ts';
import { instant, type Instant } from '#src/lib/time.ts';

/**
 * Values as a CommServe writes them: numbers as texts and the other way around, and more than one way to
 * say that something is not reported (commvault.md §2.4). Each is null where nothing is reported.
 */

/** A number that stands for "not reported" (D). */
const NOT_REPORTED = -999;

function numberIn(value: unknown): number | null {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  const isReported =
    typeof number === 'number' && Number.isFinite(number) && number !== NOT_REPORTED;
  return isReported ? number : null;
}

function textIn(value: unknown): string | null {
  if (typeof value === 'number') return numberIn(value)?.toString() ?? null;
  return typeof value === 'string' ? value.trim() || null : null;
}

function momentIn(value: unknown): Instant | null {
  const seconds = numberIn(value) ?? 0;
  return seconds > 0 ? instant(seconds * 1000) : null;
}

/** Text, or an ID that may come as a number. */
export const textOrId = z.transform(textIn);

/** A number. */
export const count = z.transform(numberIn);

/** Seconds since 1970; 0 is "not yet". */
export const moment = z.transform(momentIn);

/** True or false. */
export const flag = z.transform((value: unknown) => (typeof value === 'boolean' ? value : null));

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

/** How a CommServe refuses (commvault.md §2): with an error code in whatever answer, or with a page. */

/** The code of an answer that is a page and says that the CommServe is being maintained (R). */
export const MAINTENANCE = 'Maintenance';
/** The code of a page that something in front of the CommServe answers with (R). */
export const FIREWALL = 'Firewall';

const error = z.object({ errorCode: textOrId, errorMessage: textOrId, errLogMessage: textOrId });
const errors = z.nullish(z.array(error));
const withErrors = z.object({ errList: errors });

const answerWire = z.extend(error, {
  jobIds: z.nullish(z.array(z.unknown())),
  errList: errors,
  error: z.nullish(withErrors),
  errors: z.nullish(z.array(withErrors)),
});

const UNAUTHORIZED = 401;

/**
 * What refuses in an answer; null: nothing does. A 200 that refuses counts as a 400.
 * A page with 200 says nothing of the request, so it counts as a 503.
 */
export function refusalIn(status: number, body: string): OwnRefusal | null {
  if (status !== UNAUTHORIZED && /^\s*</.test(body)) return pageOf(status);
  const read = z.safeParse(answerWire, parsedJson(body.replaceAll('\r', ' '))).data;
  // What names a job has started one, whatever else it says.
  if ((read?.jobIds ?? []).length > 0) return null;
  const lists = [read?.errList, read?.error?.errList, ...(read?.errors ?? []).map(listIn)];
  const found = [read ?? [], ...lists.map((one) => one ?? [])].flat().find(isError);
  if (found === undefined) return status >= 300 ? foreign(status, null) : null;
  const { errorCode: code, errorMessage, errLogMessage } = found;
  return { status: status < 300 ? 400 : status, code, message: errorMessage ?? errLogMessage };
}

const listIn = ({ errList }: z.infer<typeof withErrors>) => errList;

/** Code 0 is none; a message without a code is one. */
const isError = ({ errorCode, errorMessage, errLogMessage }: z.infer<typeof error>): boolean =>
  errorCode === null ? errorMessage !== null || errLogMessage !== null : errorCode !== '0';

/** A page, or whatever is no error of a CommServe: something before it may have written that. */
const foreign = (status: number, code: string | null): OwnRefusal => ({
  status,
  code,
  ...foreignAnswer(status, 'Commvault'),
});

function pageOf(status: number): OwnRefusal {
  if (status === 403) return foreign(status, FIREWALL);
  return foreign(status < 300 ? 503 : status, MAINTENANCE);
}
