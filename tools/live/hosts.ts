/** Where the tests serve the live build; a name that can’t be registered. */
export const SITE_HOST = 'restore-center.example';

/** The hosts of Azure that a page of the live build may reach, and what stands in for each. */
const ROLES = {
  'management.azure.com': 'azure',
  // Of the same simulated world.
  'commserve.contoso.example': 'azure',
  'login.microsoftonline.com': 'entra',
  [SITE_HOST]: 'site',
} as const;

type Role = (typeof ROLES)[keyof typeof ROLES];

const names = new Map<string, Role>(Object.entries(ROLES));

/** Azure has a host for each region, too, and one for the blobs of each storage account. */
const OF_AZURE = ['.management.azure.com', '.blob.core.windows.net'];

/** What stands in for a host, with its port or without. */
export function roleOf(authority: string): Role | undefined {
  const host = authority.replace(/:\d+$/, '').toLowerCase();
  return names.get(host) ?? (OF_AZURE.some((end) => host.endsWith(end)) ? 'azure' : undefined);
}

/** The setting of Chromium by which these hosts lead to a port of this machine, and all others nowhere. */
export function resolverRules(port: number): string {
  const own = [...names.keys(), ...OF_AZURE.map((end) => `*${end}`)];
  return [...own.map((host) => `MAP ${host}:443 127.0.0.1:${port}`), 'MAP * ~NOTFOUND'].join(', ');
}
