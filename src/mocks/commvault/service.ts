import { NOT_FOUND, refusal } from '#src/mocks/commvault/answers.ts';
import { behindDoor, renew } from '#src/mocks/commvault/commvault-auth.ts';
import { inventoryRoutes } from '#src/mocks/commvault/inventory.ts';
import { jobRoutes } from '#src/mocks/commvault/jobs.ts';
import { apiPath, COMMSERVE_ORIGIN } from '#src/mocks/commvault/origin.ts';
import { taskRoutes } from '#src/mocks/commvault/tasks.ts';
import { vmRoutes } from '#src/mocks/commvault/vms.ts';
import { inside, textIn } from '#src/mocks/json.ts';
import type { Answer, OtherService, Route } from '#src/mocks/service.ts';
import { httpDate } from '#src/mocks/time/text.ts';

/** The simulated CommServe of Commvault: another host, another token, other jobs. */

const renewal: Route = {
  operation: 'commvaultTokens.renew',
  method: 'POST',
  path: apiPath('/V4/AccessToken/Renew'),
  action: 'tokens/renew',
  handle: renew,
};

const guarded = [...inventoryRoutes, ...vmRoutes, ...jobRoutes, ...taskRoutes].map((route) => ({
  ...route,
  handle: behindDoor(route.handle),
}));

/** A fault's refusal in a CommServe's words: status, code and message are the same. */
const asRefused = ({ status, body }: Answer): Answer =>
  refusal(status, textIn(inside(body, 'error')['message']) ?? 'The request was refused.');

/** Pages of every origin may call it: whether real ones let any do so isn't known (A). */
const headersOf = ({ body, bytes }: Answer, _request: unknown, now: number) => ({
  Date: httpDate(now),
  Server: 'Apache Tomcat',
  'Cache-Control': 'no-store',
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'Date, Retry-After',
  ...(body === undefined && bytes === undefined
    ? {}
    : { 'Content-Type': 'application/json; charset=utf-8' }),
});

/** The simulated CommServe; its door needs the world, so each operation opens it by itself. */
export const commvaultService: OtherService = {
  origin: COMMSERVE_ORIGIN,
  routes: [renewal, ...guarded],
  refuse: () => null,
  notFound: NOT_FOUND,
  asRefused,
  headersOf,
};
