import { isNotFound } from '#src/api/arm/error.ts';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { sendFor } from '#src/api/arm/send.ts';
import { type StartedWrite, startWrite } from '#src/api/arm/write.ts';
import { extensionWire, type ExtensionWire } from '#src/api/compute/machines/wire-model.ts';
import { MACHINE_API_VERSION } from '#src/api/compute/version.ts';
import type { ResourceId } from '#src/model/resource-id.ts';

/** An extension as it is put on a machine. */
export interface NewExtension {
  readonly machineId: ResourceId;
  readonly name: string;
  readonly region: string;
  readonly publisher: string;
  readonly type: string;
  readonly version: string;
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Sent once, and never read back: Azure forgets it in its answers. */
  readonly protectedSettings?: Readonly<Record<string, unknown>>;
  /** Another value than before runs an extension again that is there with the same settings. */
  readonly runTag: string;
}

const addressOf = (machineId: ResourceId, name: string): string =>
  `${machineId}/extensions/${encodeURIComponent(name)}?api-version=${MACHINE_API_VERSION}`;

/**
 * Puts an extension on a machine, once: `PUT …/virtualMachines/{vm}/extensions/{name}` (2024-03-01).
 * @throws ArmError; `lost` means that it is unknown whether Azure received it.
 */
export function putExtension(arm: ArmPipelines, wanted: NewExtension): Promise<StartedWrite> {
  const { machineId, name, region, publisher, type, version } = wanted;
  const { settings, protectedSettings, runTag } = wanted;
  return startWrite(arm, {
    method: 'PUT',
    url: addressOf(machineId, name),
    body: {
      location: region,
      properties: {
        publisher,
        type,
        typeHandlerVersion: version,
        autoUpgradeMinorVersion: true,
        forceUpdateTag: runTag,
        ...(settings === undefined ? {} : { settings }),
        ...(protectedSettings === undefined ? {} : { protectedSettings }),
      },
    },
  });
}

/** Reads an extension: `GET …/extensions/{name}` (2024-03-01). Null: the machine has none of that name. */
export async function readExtension(
  arm: ArmPipelines,
  { machineId, name }: Pick<NewExtension, 'machineId' | 'name'>,
  signal?: AbortSignal,
): Promise<ExtensionWire | null> {
  const url = addressOf(machineId, name);
  try {
    return await sendFor(arm, extensionWire, { method: 'GET', url, signal });
  } catch (error) {
    if (isNotFound(error)) return null;
    throw error;
  }
}
