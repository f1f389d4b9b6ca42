import { LEFT_HEADER } from '#src/mocks/job-reads.ts';
import type { Answer, SimulatedRequest } from '#src/mocks/service.ts';
import { compactTime, httpDate } from '#src/mocks/time/text.ts';

/**
 * The headers that answers really have (azure-contract §0; document 004, Example response). The
 * list of headers that a page may read is not verified for ARM (§13): all of ours are exposed.
 */
const exposed = [
  'Azure-AsyncOperation',
  'Location',
  'Retry-After',
  'Date',
  'WWW-Authenticate',
  'x-ms-request-id',
  'x-ms-client-request-id',
  'x-ms-correlation-request-id',
  'x-ms-routing-request-id',
  'x-ms-ratelimit-remaining-subscription-reads',
  'x-ms-ratelimit-remaining-subscription-writes',
  LEFT_HEADER,
  'x-ms-user-quota-remaining',
  'x-ms-user-quota-resets-after',
  'x-ms-failure-cause',
].join(', ');

interface HeaderFacts {
  readonly request: SimulatedRequest;
  readonly now: number;
  /** Region in the routing id, such as SOUTHINDIA. */
  readonly frontDoor: string;
  /** The backup service echoes the client's request id twice (D). */
  readonly isBackupService: boolean;
}

type LeftHeader = Readonly<Record<string, string>>;

/** All headers of an answer: the common ones, then its own. */
export function headersOf(
  answer: Answer,
  { request, now, frontDoor, isBackupService }: HeaderFacts,
): Record<string, string> {
  const clientId = request.headers.get('x-ms-client-request-id');
  return {
    'Cache-Control': 'no-cache',
    Pragma: 'no-cache',
    Expires: '-1',
    Date: httpDate(now),
    'X-Content-Type-Options': 'nosniff',
    'X-Powered-By': 'ASP.NET',
    ...(answer.status === 200 ? { Server: 'Microsoft-IIS/8.0' } : {}),
    'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
    'x-ms-request-id': request.requestId,
    'x-ms-correlation-request-id': request.requestId,
    'x-ms-routing-request-id': `${frontDoor}:${compactTime(now)}:${request.requestId}`,
    ...(clientId === undefined
      ? {}
      : { 'x-ms-client-request-id': isBackupService ? `${clientId}; ${clientId}` : clientId }),
    // What has a limit of its own says that instead.
    ...(request.jobReads === null ? leftOf(request) : {}),
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Expose-Headers': exposed,
    ...(answer.body === undefined ? {} : { 'Content-Type': 'application/json; charset=utf-8' }),
    ...inAscii(answer.headers ?? {}),
  };
}

const leftOf = ({ remaining: { of, left } }: SimulatedRequest): LeftHeader => ({
  [`x-ms-ratelimit-remaining-subscription-${of}`]: String(left),
});

/** Addresses in headers hold names of any letters, headers themselves no letter beyond ASCII (RFC 9110, 5.5). */
const inAscii = (headers: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      value.replaceAll(/[^ -~]+/g, encodeURIComponent),
    ]),
  );
