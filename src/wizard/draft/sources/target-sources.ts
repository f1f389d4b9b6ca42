import {
  asked,
  elsewhere,
  product,
  type SourcesOf,
  told,
  toldOfRegion,
} from '#src/wizard/draft/sources/fact-source.ts';

/** Facts about where the restore goes, and about what is chosen there. */
export const targetSources: SourcesOf<'target' | 'c'> = {
  'target.vmNames': told(['machineNames', 'value[].name']),
  'target.rgNames': told(['groups', 'value[].name']),
  'target.diskNames': elsewhere('disks'),
  'target.hasPermissions': told(['permissions', 'value[].actions, value[].notActions']),
  'target.regionHasZones': told(
    ['regions', 'value[].availabilityZoneMappings'],
    ['vault', 'location'],
  ),
  'target.vnetInSecondary': told(
    ['networks', 'value[].location'],
    ['regions', 'value[].metadata.pairedRegion[].name'],
    ['vault', 'location'],
  ),
  'target.stagingAccountsInRegion': toldOfRegion(
    ['accounts', 'value[].location'],
    ['vault', 'location'],
  ),
  'target.firstSubnet': told(['networks', 'value[].properties.subnets[].name']),
  'target.diskAccessUsable': told([
    'diskAccesses',
    'value[].properties.privateEndpointConnections[].properties.privateLinkServiceConnectionState.status',
  ]),
  'target.encryptionSetReady': told(['encryptionSets', 'value[].properties.provisioningState']),
  'c.staging.region': told(['accounts', 'value[].location']),
  'c.staging.kind': told(['accounts', 'value[].kind']),
  'c.staging.redundancy': told(['accounts', 'value[].sku.name']),
  'c.staging.tier': told(['accounts', 'value[].sku.name']),
  'c.staging.hasNetworkRules': told(['accounts', 'value[].properties.networkAcls.defaultAction']),
  'c.staging.allowSharedKey': told(['accounts', 'value[].properties.allowSharedKeyAccess']),
  'c.vnet.region': told(['networks', 'value[].location']),
  'c.vnet.subscription': told(['networks', 'value[].id']),
  // A network that Azure lists is there to be used, and is not of the classic model.
  'c.vnet.active': told(['networks', 'value[].id']),
  'c.vnet.affinityGroup': told(['networks', 'value[].id']),
  'c.subscriptionTenant': told(['subscriptions', 'value[].tenantId']),
};

const rightsOfIdentity = told(
  ['vault', 'identity.principalId'],
  ['stagingGrants', 'value[].properties.roleDefinitionId'],
  ['groupGrants', 'value[].properties.roleDefinitionId'],
);

/** Facts about the platform, and about who restores. */
export const aroundSources: SourcesOf<'platform' | 'operator' | 'identity' | 'form' | 'policy'> = {
  'platform.skuAvailable': toldOfRegion(
    ['points', 'value[].properties.virtualMachineSize'],
    ['sizes', 'value[].restrictions'],
  ),
  // Where nobody says that something is down it is taken to be up.
  'platform.primaryDown': asked('outage'),
  'platform.pinnedZoneDown': asked('outage'),
  'operator.canRestoreVm': told(['permissions', 'value[].actions, value[].notActions']),
  'operator.isBackupAdmin': told(['vaultPermissions', 'value[].actions, value[].notActions']),
  'operator.isAppAdmin': told(['vaultPermissions', 'value[].actions, value[].notActions']),
  'identity.hasRestoreOperator': rightsOfIdentity,
  'identity.hasAllActions': rightsOfIdentity,
  'form.errors': product,
  'form.warnings': product,
  'policy.archive': product,
  'policy.czrNonPinned': product,
  'policy.networkStepAlways': product,
};
