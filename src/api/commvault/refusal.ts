import * as z from 'zod/mini';
import { text } from '#src/api/commvault/values.ts';

/** How a CommServe refuses (commvault.md §2): with an error code in whatever answer, or with a page. */

/** The code of an answer that is a page and says that the CommServe is being maintained (R). */
export const MAINTENANCE = 'Maintenance';
/** The code of a page that something in front of the CommServe answers with (R). */
export const FIREWALL = 'Firewall';

const error = z.object({ errorCode: text, errorMessage: text, errLogMessage: text });
const errors = z.nullish(z.array(error));
const withErrors = z.object({ errList: errors });

const answerWire = z.extend(error, {
  jobIds: z.nullish(z.array(z.unknown())),
  errList: errors,
  error: z.nullish(withErrors),
  errors: z.nullish(z.array(withErrors)),
});

const UNAUTHORIZED = 401;
const NO_TOKEN: Refusal = {
  status: UNAUTHORIZED,
  code: null,
  message: 'The CommServe doesn’t accept the token. Enter another one in Settings.',
};

/** A refusal as the client's own functions need it. */
interface Refusal {
  readonly status: number;
  readonly code: string | null;
  readonly message: string | null;
}

/**
 * What refuses in an answer; null: nothing does. A 200 that refuses counts as a 400: nothing was started.
 * A page with 200 says nothing of the request, so it counts as a 503.
 */
export function refusalIn(status: number, body: string): Refusal | null {
  if (status !== UNAUTHORIZED && /^\s*</.test(body)) return pageOf(status);
  const read = z.safeParse(answerWire, jsonIn(body)).data;
  // What names a job has started one, whatever else it says.
  if ((read?.jobIds ?? []).length > 0) return null;
  const lists = [read?.errList, read?.error?.errList, ...(read?.errors ?? []).map(listIn)];
  const found = [read ?? [], ...lists.map((one) => one ?? [])].flat().find(isError);
  if (found === undefined) return status === UNAUTHORIZED ? NO_TOKEN : null;
  const { errorCode: code, errorMessage, errLogMessage } = found;
  return { status: status < 300 ? 400 : status, code, message: errorMessage ?? errLogMessage };
}

const listIn = ({ errList }: z.infer<typeof withErrors>) => errList;

/** Code 0 is none; a message without a code is one. */
const isError = ({ errorCode, errorMessage, errLogMessage }: z.infer<typeof error>): boolean =>
  errorCode === null ? errorMessage !== null || errLogMessage !== null : errorCode !== '0';

function pageOf(status: number): Refusal {
  return status === 403
    ? { status, code: FIREWALL, message: 'Something before the CommServe keeps this request away.' }
    : {
        status: status < 300 ? 503 : status,
        code: MAINTENANCE,
        message: 'The CommServe answers with a page: it’s probably being maintained.',
      };
}

function jsonIn(body: string): unknown {
  try {
    return JSON.parse(body.replaceAll('\r', ' '));
  } catch {
    return null;
  }
}
