import type { Caching, MachineModel } from '#src/model/machine-model.ts';
import type { OsType } from '#src/model/recovery-services.ts';
import type { ResourceId } from '#src/model/resource-id.ts';

/** A virtual machine that is to be built from disks that are there. */
export interface MachineFromDisks {
  readonly region: string;
  /** Null: in no zone. */
  readonly zone: string | null;
  readonly size: string;
  readonly osType: OsType;
  readonly osDiskId: ResourceId;
  readonly dataDisks: readonly {
    readonly diskId: ResourceId;
    readonly lun: number;
    readonly caching?: Caching;
  }[];
  /** The first of them is the primary one. */
  readonly nicIds: readonly ResourceId[];
  readonly availabilitySetId?: ResourceId;
  readonly licenseType?: string;
  readonly plan?: { readonly name: string; readonly publisher: string; readonly product: string };
  readonly tags?: Readonly<Record<string, string>>;
  /** Boot diagnostics in a storage account that Azure manages. */
  readonly hasBootDiagnostics?: boolean;
}

/**
 * The body of such a machine: its disks are attached, so it has neither `osProfile` nor `imageReference`
 * (Microsoft.Compute, 2024-03-01).
 */
export function machineFromDisks(wanted: MachineFromDisks): MachineModel {
  const { region, zone, size, osType, osDiskId, dataDisks, nicIds } = wanted;
  const { availabilitySetId, licenseType, plan, tags, hasBootDiagnostics } = wanted;
  return {
    location: region,
    ...(zone === null ? {} : { zones: [zone] }),
    ...(tags === undefined ? {} : { tags }),
    ...(plan === undefined ? {} : { plan }),
    properties: {
      hardwareProfile: { vmSize: size },
      storageProfile: {
        osDisk: { createOption: 'Attach', osType, managedDisk: { id: osDiskId } },
        dataDisks: dataDisks.map(({ diskId, lun, caching }) => ({
          lun,
          createOption: 'Attach',
          ...(caching === undefined ? {} : { caching }),
          managedDisk: { id: diskId },
        })),
      },
      networkProfile: {
        networkInterfaces: nicIds.map((id, index) => ({
          id,
          properties: { primary: index === 0 },
        })),
      },
      ...(availabilitySetId === undefined ? {} : { availabilitySet: { id: availabilitySetId } }),
      ...(licenseType === undefined ? {} : { licenseType }),
      ...(hasBootDiagnostics === true
        ? { diagnosticsProfile: { bootDiagnostics: { enabled: true } } }
        : {}),
    },
  };
}
