/** A host that the live build connects to. */
interface Host {
  readonly name: string;
  /** Whether hosts with one label in front, such as a region, count too, or they alone. */
  readonly labels: 'none' | 'too' | 'only';
  /** Which tokens may go there; those for Storage only to the one account that is being read. */
  readonly tokens: 'none' | 'resource manager' | 'storage';
}

/** The cloud that these hosts are of, by Azure's own name. */
export const CLOUD = 'AzureCloud';

/** Every host that a page may connect to; its policy is made from this table, too. */
const HOSTS: readonly Host[] = [
  { name: 'management.azure.com', labels: 'too', tokens: 'resource manager' },
  // Sign-in itself: it gives tokens, and is given none.
  { name: 'login.microsoftonline.com', labels: 'none', tokens: 'none' },
  // The storage account of a job's blobs, whose name no build can know.
  { name: 'blob.core.windows.net', labels: 'only', tokens: 'storage' },
];

/** Where people sign in. */
export const SIGN_IN_ORIGIN = 'https://login.microsoftonline.com';

/** The sources of a Content-Security-Policy from which a page may read. */
export const connectSources: readonly string[] = HOSTS.flatMap(({ name, labels }) => [
  ...(labels === 'only' ? [] : [`https://${name}`]),
  ...(labels === 'none' ? [] : [`https://*.${name}`]),
]);

/**
 * Whether a token for Azure Resource Manager may go to an address, as a browser would read it: the
 * scheme, the host and the port are what is looked at, and nothing in the text before that.
 */
export function mayReceiveToken(address: string): boolean {
  const host = plainHost(address);
  return host !== null && HOSTS.some((one) => one.tokens === 'resource manager' && isOf(one, host));
}

/** The host of an address with nothing but a path and a query around it; null for every other one. */
function plainHost(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { protocol, host, username, password } = new URL(address);
  return protocol === 'https:' && username === '' && password === '' ? host : null;
}

const LABEL = /^[a-z0-9-]+$/;

function isOf({ name, labels }: Host, host: string): boolean {
  if (host === name) return labels !== 'only';
  const label = host.slice(0, -name.length - 1);
  return labels !== 'none' && host === `${label}.${name}` && LABEL.test(label);
}

/** What storage accounts can be called (Storage account name rules). */
const ACCOUNT = /^[a-z0-9]{3,24}$/;

/** The blob endpoint of a storage account; null for a name that none can have. */
export function blobEndpoint(account: string): string | null {
  const host = HOSTS.find(({ tokens }) => tokens === 'storage');
  const name = account.toLowerCase();
  return host === undefined || !ACCOUNT.test(name) ? null : `https://${name}.${host.name}`;
}

/** The account whose blob endpoint an address is at; null for an address anywhere else. */
export function accountAt(address: string): string | null {
  const host = plainHost(address);
  const account = host?.split('.')[0] ?? '';
  return host !== null && blobEndpoint(account) === `https://${host}` ? account : null;
}

/** Whether a token for Storage may go to an address: it is of exactly this account, by its name. */
export function mayReceiveStorageToken(address: string, account: string): boolean {
  return accountAt(address) === account.toLowerCase();
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
