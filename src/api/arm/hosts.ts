/** A host that the live build connects to. */
interface Host {
  readonly name: string;
  /** Hosts of its regions, one label in front, count as the same. */
  readonly hasRegions: boolean;
  /** Whether a token for Azure Resource Manager may go there. */
  readonly isGivenTokens: boolean;
}

/** The cloud that these hosts are of, by Azure's own name. */
export const CLOUD = 'AzureCloud';

/** Every host that a page may connect to; its policy is made from this table, too. */
const HOSTS: readonly Host[] = [
  { name: 'management.azure.com', hasRegions: true, isGivenTokens: true },
  // Sign-in itself: it gives tokens, and is given none.
  { name: 'login.microsoftonline.com', hasRegions: false, isGivenTokens: false },
];

/** The sources of a Content-Security-Policy from which a page may read. */
export const connectSources: readonly string[] = HOSTS.flatMap(({ name, hasRegions }) => [
  `https://${name}`,
  ...(hasRegions ? [`https://*.${name}`] : []),
]);

/**
 * Whether a token for Azure Resource Manager may go to an address, as a browser would read it: the
 * scheme, the host and the port are what is looked at, and nothing in the text before that.
 */
export function mayReceiveToken(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, host, username, password } = new URL(address);
  const isPlain = protocol === 'https:' && username === '' && password === '';
  return isPlain && HOSTS.some((one) => one.isGivenTokens && isOf(one, host));
}

const LABEL = /^[a-z0-9-]+$/;

function isOf({ name, hasRegions }: Host, host: string): boolean {
  if (host === name) return true;
  return hasRegions && host.endsWith(`.${name}`) && LABEL.test(host.slice(0, -name.length - 1));
}

/** A segment that a browser, or what stands behind it, would resolve to another place; and what ends a path. */
const ELSEWHERE = /^(?:\.|%2e){1,2}$|%(?:2f|5c|3f|23|00)|[\\\p{Cc}]/iu;

/** Whether a text can stand for one segment of a path: what is read there is what was written. */
export function isSegment(text: string): boolean {
  return text !== '' && !/[/?#]/.test(text) && !ELSEWHERE.test(text);
}

/**
 * The absolute address of a request: a path from the root is one of the service's own, anything else has
 * to be an address in full. Null where a browser would read another path than the one that is written,
 * since a name in it is no name.
 */
export function addressAt(endpoint: string, url: string): string | null {
  if (!url.startsWith('/')) return URL.canParse(url) ? url : null;
  const [path = '', ...queries] = url.split('?');
  const isPlain = queries.length <= 1 && !url.includes('#');
  return isPlain && !path.split('/').some((segment) => ELSEWHERE.test(segment))
    ? `${endpoint}${url}`
    : null;
}
