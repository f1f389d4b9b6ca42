import { failure } from '#src/mocks/errors.ts';
import type { Answer } from '#src/mocks/service.ts';

/**
 * Which api-versions the services know. Written down here once more and apart from the client, so that a
 * request with a version of another type is refused as Azure refuses it.
 */

/** Versions one by one, or all from one on where a service takes whatever date is later. */
type Versions = readonly string[] | { readonly from: string };

interface Known {
  /** The namespace, in lower case. */
  readonly provider: string;
  /** The type or the first part of it, in lower case; missing: every other type of the provider. */
  readonly types?: readonly string[];
  readonly versions: Versions;
}

/** Azure Resource Manager itself: subscriptions and what they have of their own. */
const ITSELF = 'subscriptions';

/** What Azure Resource Manager lists in its own refusals (G: read in public issues of 2024). */
const RESOURCE_MANAGER = [
  '2014-01-01',
  '2014-04-01',
  '2015-01-01',
  '2015-11-01',
  '2016-02-01',
  '2016-06-01',
  '2016-07-01',
  '2016-09-01',
  '2017-03-01',
  '2017-05-10',
  '2018-05-01',
  '2019-05-01',
  '2019-10-01',
  '2020-01-01',
  '2020-06-01',
  '2020-10-01',
  '2021-01-01',
  '2021-04-01',
  '2022-01-01',
  '2022-09-01',
  '2022-12-01',
  '2023-07-01',
  '2024-03-01',
  '2024-08-01',
  '2024-11-01',
  '2025-03-01',
  '2025-04-01',
  // What Azure's own client of deployments sends (J).
  '2026-06-01',
];

/** Disks and what belongs to them, and machines: two types of one provider that move apart. */
const DISK_VERSIONS = ['2022-07-02', '2023-01-02', '2023-04-02', '2023-10-02', '2024-03-02'];
const MACHINE_VERSIONS = [
  '2022-11-01',
  '2023-03-01',
  '2023-07-01',
  '2023-09-01',
  '2024-03-01',
  '2024-07-01',
];

/**
 * Type by type. Those of backup take every version (azure-contract §0); of the others each list has the
 * version of azure-contract §0 or §14, and beside it some that are generally known (G).
 */
const KNOWN: readonly Known[] = [
  { provider: ITSELF, versions: RESOURCE_MANAGER },
  { provider: 'microsoft.resources', versions: RESOURCE_MANAGER },
  { provider: 'microsoft.recoveryservices', versions: { from: '2016-06-01' } },
  { provider: 'microsoft.dataprotection', versions: { from: '2021-01-01' } },
  {
    provider: 'microsoft.resourcegraph',
    versions: ['2019-04-01', '2021-03-01', '2021-06-01-preview', '2022-10-01', '2024-04-01'],
  },
  {
    provider: 'microsoft.authorization',
    versions: ['2015-07-01', '2018-07-01', '2020-04-01-preview', '2022-04-01'],
  },
  {
    provider: 'microsoft.compute',
    types: ['disks', 'snapshots', 'diskaccesses', 'diskencryptionsets'],
    versions: DISK_VERSIONS,
  },
  // An operation is followed in the version of what it does: of a machine, or of a disk (S).
  {
    provider: 'microsoft.compute',
    types: ['locations/operations'],
    versions: [...DISK_VERSIONS, ...MACHINE_VERSIONS],
  },
  {
    provider: 'microsoft.compute',
    types: ['skus'],
    versions: ['2017-03-30', '2017-09-01', '2019-04-01', '2021-07-01'],
  },
  {
    provider: 'microsoft.compute',
    versions: MACHINE_VERSIONS,
  },
  {
    provider: 'microsoft.classiccompute',
    versions: ['2014-06-01', '2015-06-01', '2015-12-01', '2016-04-01', '2016-11-01', '2017-04-01'],
  },
  {
    provider: 'microsoft.network',
    versions: ['2023-06-01', '2023-09-01', '2023-11-01', '2024-01-01', '2024-03-01'],
  },
  {
    provider: 'microsoft.storage',
    versions: ['2021-09-01', '2022-09-01', '2023-01-01', '2023-04-01', '2023-05-01'],
  },
  {
    provider: 'microsoft.keyvault',
    versions: ['2019-09-01', '2021-10-01', '2022-07-01', '2023-02-01', '2023-07-01'],
  },
  {
    provider: 'microsoft.sqlvirtualmachine',
    versions: ['2022-02-01', '2022-08-01-preview', '2023-01-01-preview', '2023-10-01'],
  },
  { provider: 'microsoft.managedidentity', versions: ['2018-11-30', '2023-01-31'] },
];

/** What a path speaks of: provider and parts of the type, as they stand behind its last `providers`. */
interface Type {
  readonly provider: string;
  readonly parts: readonly string[];
}

function typeIn(path: string): Type {
  const segments = path.toLowerCase().split('/');
  const place = segments.lastIndexOf('providers');
  if (place === -1) return { provider: segments[1] ?? '', parts: [] };
  const [provider = '', ...rest] = segments.slice(place + 1);
  return { provider, parts: rest.filter((_, index) => index % 2 === 0) };
}

function versionsOf({ provider, parts }: Type): Versions | undefined {
  const ofProvider = KNOWN.filter((one) => one.provider === provider);
  const names = [parts[0] ?? '', parts.join('/')];
  return ofProvider.find(({ types }) => types?.some((one) => names.includes(one)) ?? true)
    ?.versions;
}

const isAmong = (versions: Versions, apiVersion: string): boolean =>
  'from' in versions ? apiVersion >= versions.from : versions.includes(apiVersion);

const textOf = (versions: Versions): string =>
  'from' in versions ? `${versions.from} and later` : versions.toReversed().join(',');

/**
 * The 400 for a request without an api-version, with a value that is none, or with one that the type in
 * its path (as `normalPath` has it) does not know; null for all others. Codes: azure-contract §12 (G).
 */
export function refuseVersion(path: string, apiVersion: string): Answer | null {
  if (apiVersion === '') {
    return failure(
      400,
      'MissingApiVersionParameter',
      'The api-version query parameter (?api-version=) is required for all requests.',
    );
  }
  if (!/^\d{4}-\d\d-\d\d(-preview)?$/.test(apiVersion)) {
    return failure(
      400,
      'InvalidApiVersionParameter',
      `The api-version '${apiVersion}' is invalid.`,
    );
  }
  const type = typeIn(path);
  const versions = versionsOf(type);
  return versions === undefined || isAmong(versions, apiVersion)
    ? null
    : unknownVersion(type, apiVersion, textOf(versions));
}

/** Azure Resource Manager says it of itself in other words than of a provider. */
function unknownVersion({ provider, parts }: Type, apiVersion: string, supported: string): Answer {
  return provider === ITSELF
    ? failure(
        400,
        'InvalidApiVersionParameter',
        `The api-version '${apiVersion}' is invalid. The supported versions are '${supported}'.`,
      )
    : failure(
        400,
        'NoRegisteredProviderFound',
        `No registered resource provider found for API version '${apiVersion}' for type '${parts.join('/')}'. The supported api-versions are '${supported}'.`,
      );
}
