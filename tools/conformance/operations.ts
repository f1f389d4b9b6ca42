import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import * as z from 'zod/mini';

import * as arm from '#src/api/arm/wire.ts';
import * as authorization from '#src/api/authorization.ts';
import * as disks from '#src/api/compute/disks.ts';
import * as machines from '#src/api/compute/machines.ts';
import * as sizes from '#src/api/compute/sizes.ts';
import * as diskInstances from '#src/api/data-protection/instances.ts';
import * as diskRestores from '#src/api/data-protection/restores.ts';
import * as backupVaults from '#src/api/data-protection/vaults.ts';
import * as keyVaults from '#src/api/key-vaults.ts';
import * as network from '#src/api/network.ts';
import * as items from '#src/api/recovery-services/items.ts';
import * as jobs from '#src/api/recovery-services/jobs.ts';
import * as points from '#src/api/recovery-services/points.ts';
import * as protect from '#src/api/recovery-services/protect.ts';
import * as requests from '#src/api/recovery-services/requests.ts';
import * as restoreRequests from '#src/api/recovery-services/restore-requests.ts';
import * as vaults from '#src/api/recovery-services/vaults.ts';
import * as query from '#src/api/resource-graph/query.ts';
import * as deployments from '#src/api/resources/deployments.ts';
import * as places from '#src/api/resources/places.ts';
import * as sql from '#src/api/sql.ts';
import * as accounts from '#src/api/storage-accounts.ts';
import * as blobs from '#src/api/blobs.ts';
import * as protection from '#src/mocks/recovery-services/protected-items.ts';
import * as tieringCost from '#src/mocks/recovery-services/archive.ts';
import * as vaultFacts from '#src/mocks/recovery-services/vaults.ts';
import * as vaultsConfig from '#src/mocks/recovery-services/vaults-config.ts';
import * as locations from '#src/mocks/locations.ts';
import * as identities from '#src/mocks/authorization.ts';

import { root } from '../program.ts';

/** Azure's operations, which operations.txt lists. */

type Schema = z.core.$ZodType;

/** How our client, or the simulated Azure, reads bodies, by the names in the list. */
const SCHEMAS: Readonly<Record<string, Schema>> = {
  // The item (S), or the status as document 004 prints it (azure-contract §7).
  itemOrStatus: z.union([
    items.protectedItemWire,
    z.extend(arm.operationStatusWire, { status: z.string() }),
  ]),
  aadPropertiesWire: restoreRequests.aadPropertiesWire,
  accessTokenWire: restoreRequests.accessTokenWire,
  backupInstanceWire: diskInstances.backupInstanceWire,
  backupStatusWire: protection.backupStatusWire,
  backupVaultWire: backupVaults.backupVaultWire,
  containerPageWire: blobs.containerPageWire,
  deploymentWire: deployments.deploymentWire,
  diskAccessWire: disks.diskAccessWire,
  diskEncryptionSetWire: disks.diskEncryptionSetWire,
  diskPointWire: diskInstances.diskPointWire,
  diskWire: disks.diskWire,
  extensionWire: machines.extensionWire,
  graphPageWire: query.graphPageWire,
  guardProxyWire: requests.guardProxyWire,
  jobRefWire: diskRestores.jobRefWire,
  jobWire: jobs.jobWire,
  jobsExportWire: jobs.jobsExportWire,
  keyVaultPageWire: keyVaults.keyVaultPageWire,
  locationPageWire: places.locationPageWire,
  machineModelWire: machines.machineModelWire,
  machinePageWire: machines.machinePageWire,
  machineWire: machines.machineWire,
  networkSubnetWire: network.networkSubnetWire,
  nicModelWire: network.nicModelWire,
  operationPageWire: requests.operationPageWire,
  operationStatusWire: arm.operationStatusWire,
  permissionPageWire: authorization.permissionPageWire,
  policyPageWire: protect.policyPageWire,
  protectableItemPageWire: protect.protectableItemPageWire,
  protectedItemWire: items.protectedItemWire,
  recoveryPointWire: points.recoveryPointWire,
  resourceGroupWire: places.resourceGroupWire,
  roleAssignmentPageWire: authorization.roleAssignmentPageWire,
  serviceSasWire: blobs.serviceSasWire,
  sizePageWire: sizes.sizePageWire,
  sqlMachineWire: sql.sqlMachineWire,
  storageAccountWire: accounts.storageAccountWire,
  storageConfigWire: vaultsConfig.storageConfigWire,
  storageSkuPageWire: accounts.storageSkuPageWire,
  subscriptionPageWire: places.subscriptionPageWire,
  tieringAnswerWire: tieringCost.tieringAnswerWire,
  unlockDeleteWire: requests.unlockDeleteWire,
  usagePageWire: sizes.usagePageWire,
  userIdentityWire: identities.userIdentityWire,
  validationStatusWire: restoreRequests.validationStatusWire,
  validationWire: restoreRequests.validationWire,
  vaultConfigWire: vaultsConfig.vaultConfigWire,
  vaultEncryptionWire: vaults.vaultEncryptionWire,
  vaultExtendedInfoWire: vaultFacts.vaultExtendedInfoWire,
  vaultNameWire: vaultFacts.vaultNameWire,
  vaultWire: vaults.vaultWire,
  virtualNetworkWire: network.virtualNetworkWire,
  vmSizePageWire: sizes.vmSizePageWire,
  whatIfWire: deployments.whatIfWire,
  zonePeersWire: locations.zonePeersWire,
};

function schemaNamed(name: string | undefined): Schema | null {
  if (name === undefined) return null;
  const schema = SCHEMAS[name.replace('[]', '')];
  if (schema === undefined) throw new Error(`operations.txt names a schema ${name}.`);
  return name.endsWith('[]') ? arm.pageOf(schema) : schema;
}

/** A request as the list has it: method, path, and a body where it has one. */
export function ownRequest(text: string) {
  const [, method = '', path = '', body] = /^(\S+) (\S+)(?: (.+))?$/.exec(text) ?? [];
  const sent: unknown = body === undefined ? undefined : JSON.parse(body);
  return { method, path, body: sent };
}

/** An operation by its own names. */
export type Operation = ReturnType<typeof operationOf>;

function operationOf(line: string) {
  const [id = '', request = '', statuses = '', ...traits] = line.split('  ');
  const { method: verb, path } = ownRequest(request);
  const answers = statuses.split(' ').map((answer) => answer.split(':'));
  return {
    id,
    method: verb.replace('LIST', 'GET').replace('QUERY', 'POST'),
    path,
    isList: verb === 'LIST' || verb === 'QUERY',
    /** By status; null: the client doesn't read the body. */
    answers: new Map(answers.map(([status, name]) => [Number(status), schemaNamed(name)])),
    /** What else the list says of it, by the words that it explains. */
    traits: new Map(
      traits.map((trait) => trait.split(': ')).map(([name = '', value = '']) => [name, value]),
    ),
  };
}

/** The words of a trait; none where the operation doesn't have it. */
export const wordsOf = ({ traits }: Operation, trait: string): readonly string[] =>
  traits.get(trait)?.split(' ') ?? [];

/** The simulated Azure doesn't have it. */
export const isAbsent = ({ traits }: Operation): boolean => traits.has('absent');

/** It asks the secondary region, in versions of its own (azure-contract §9). */
export const isSecondary = ({ traits }: Operation): boolean => traits.get('plane') === 'secondary';
export const SECONDARY_VERSIONS = ['2018-12-20', '2021-11-15', '2023-01-15'];

/** Whether an api-version asks the plane of an operation. */
export const isOfPlane = (operation: Operation, version: string): boolean =>
  !operation.traits.has('plane') || SECONDARY_VERSIONS.includes(version) === isSecondary(operation);

function readList(): readonly Operation[] {
  const meanings = new Map<string, string>();
  const meant = (text: string): string =>
    text.replaceAll(/<(\w+)>/g, (whole, name: string) => meanings.get(name) ?? whole);
  const lines = readFileSync(join(root, 'tools/conformance/operations.txt'), 'utf8').split('\n');
  return lines.flatMap((line) => {
    if (line === '' || line.startsWith('#')) return [];
    const [, name, meaning = ''] = /^<(\w+)> = (.+)$/.exec(line) ?? [];
    if (name === undefined) return [operationOf(meant(line))];
    meanings.set(name, meant(meaning));
    return [];
  });
}

export const operations = readList();
