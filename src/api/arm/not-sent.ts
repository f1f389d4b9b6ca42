import { mayReceiveToken } from '#src/api/arm/hosts.ts';
import { GRAPH_API_VERSION } from '#src/api/resource-graph/version.ts';
import { afterReal } from '#src/lib/clock.ts';
import type { NotSentReason } from '#src/model/problem.ts';

/** No token could be had: thrown before anything leaves. */
export class NoTokenError extends Error {
  readonly reason: Extract<NotSentReason, 'token' | 'entra'>;

  constructor(cause: unknown, reason: NoTokenError['reason']) {
    super('No token could be had.', { cause });
    this.name = 'NoTokenError';
    this.reason = reason;
  }
}

/** Microsoft Entra did not answer; the person is signed in as before. */
export class UnreachableEntraError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UnreachableEntraError';
  }
}

/** An answer that refuses, as its service words it. */
export interface OwnRefusal {
  /** The status that says the same in Azure's way: its own may be 200. */
  readonly status: number;
  readonly code: string | null;
  readonly message: string | null;
}

/** Where a service is: what relative addresses are relative to, and where its token may go. */
export interface Home {
  /** Scheme and host, and the path that all of its addresses start with. */
  readonly endpoint: string;
  /** Whether a token of the service may go to an address. */
  readonly isOurs: (address: string) => boolean;
  /** What its tokens are for; missing: Azure Resource Manager. */
  readonly scope?: string;
  /** What a service is called that isn’t Azure’s: its tokens don’t come by the sign-in of Azure. */
  readonly service?: string;
  /** The header that its tokens go by; missing: `Authorization`. */
  readonly tokenHeader?: string;
  /** Reads what refuses in a form of its own; null: the answer doesn't. Missing: Azure's form. */
  readonly refusalIn?: (status: number, body: string) => OwnRefusal | null;
  /**
   * A POST that only reads, by which is found out whether a body reaches the service as a stream. Missing:
   * the service has none, and bodies leave as text.
   */
  readonly question?: { readonly url: string; readonly body: unknown };
}

/** Azure Resource Manager. Its question is one of Resource Graph for one row. */
export const AZURE: Home = {
  endpoint: 'https://management.azure.com',
  isOurs: mayReceiveToken,
  question: {
    url: `/providers/Microsoft.ResourceGraph/resources?api-version=${GRAPH_API_VERSION}`,
    body: { query: 'Resources | project name | limit 1' },
  },
};

/** Whether the browser knows that it has no connection; that it has one it only believes. */
export function isOffline(): boolean {
  return 'onLine' in navigator && !navigator.onLine;
}

/** Real milliseconds in which a browser tells of a violation after it has broken the request off. */
const REPORTED_AFTER_MS = 50;

/** Watches whether the page's own policy holds a request back; asked once the request has failed. */
export function watchPolicy(address: string): { isHeldBack(): Promise<boolean>; stop(): void } {
  if (!('document' in globalThis)) return { isHeldBack: async () => false, stop: () => undefined };
  let isSeen = false;
  const note = ({ blockedURI, disposition }: SecurityPolicyViolationEvent): void => {
    if (disposition === 'enforce' && isSamePlace(blockedURI, address)) isSeen = true;
  };
  document.addEventListener('securitypolicyviolation', note);
  return {
    isHeldBack: async () => {
      if (!isSeen) await new Promise<void>((resolve) => void afterReal(REPORTED_AFTER_MS, resolve));
      return isSeen;
    },
    stop: () => document.removeEventListener('securitypolicyviolation', note),
  };
}

/** A browser may leave the query of what it blocked away. */
function isSamePlace(one: string, other: string): boolean {
  if (!URL.canParse(one) || !URL.canParse(other)) return false;
  const [a, b] = [new URL(one), new URL(other)];
  return a.origin === b.origin && a.pathname === b.pathname;
}
