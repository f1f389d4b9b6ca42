import { usText } from '#src/mocks/world/us-text.ts';
import { hash32, hexFrom } from '#src/mocks/world/ids.ts';
import { isoMs } from '#src/mocks/time/text.ts';
import type { PointSeed, VaultSeed } from '#src/mocks/world/seed.ts';

/** The right to read a point from the secondary region (azure-contract §9): opaque to clients. */

/** The token of a point's id: what it is for, and a seal. */
function tokenOf(pointId: string): string {
  const subject = btoa(encodeURIComponent(pointId.toLowerCase()));
  return `${subject}.${hexFrom(`token of ${subject}`, 64)}`;
}

/** The id of the point that a token is for, in lower case; null for a token that nobody gave. */
export function pointIdOf(token: string): string | null {
  const [subject = '', seal] = token.split('.');
  return seal === hexFrom(`token of ${subject}`, 64) ? decodeURIComponent(atob(subject)) : null;
}

/** What `POST {RP}/accessToken` says of a point. Its numbers are the service's own, not the point's name (S). */
export function accessTokenOf(pointId: string, point: PointSeed, { location }: VaultSeed): object {
  return {
    // The examples' name; Microsoft's own client writes CrrAccessToken over it (C).
    objectType: 'WorkloadCrrAccessToken',
    accessTokenString: tokenOf(pointId),
    resourceId: String(hash32(`resource:${pointId}`)),
    protectionContainerId: hash32(`container:${pointId}`) % 100_000,
    recoveryPointId: String(hash32(`point:${pointId}`)),
    recoveryPointTime: usText(isoMs(point.time)),
    datasourceType: 'VM',
    rpTierInformation: Object.fromEntries(point.tiers.map(({ type, status }) => [type, status])),
    rpIsManagedVirtualMachine: true,
    rpOriginalSAOption: false,
    bMSActiveRegion: location,
  };
}
