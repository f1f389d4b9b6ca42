import {
  fileRecoveryStatusWire,
  type FileRecoveryWire,
  type ScriptWire,
} from '#src/api/recovery-services/requests.ts';
import { recoveryPointWire } from '#src/api/recovery-services/points.ts';
import type { ScenarioId } from '#src/mocks/scenarios.ts';
import { exampleItem, exampleRestore } from '#src/mocks/testing-example.ts';
import { jsonOf, testAzure } from '#src/mocks/testing.ts';
import type { Origin } from '#src/mocks/world/fold.ts';

/** What tests of file recovery share: one point of a world, as a client asks for it. */

export const examplePoint = `${exampleItem}/recoveryPoints/20982486783671`;
const version = '?api-version=2024-04-01';

const mountBody = (isRenewal: boolean): FileRecoveryWire => ({
  properties: {
    objectType: 'IaasVMILRRegistrationRequest',
    recoveryPointId: '20982486783671',
    virtualMachineId: exampleRestore.properties.sourceResourceId,
    ...(isRenewal ? { renewExistingRegistration: true } : {}),
  },
});

/** The id of the operation that an answer names. */
const operationIn = ({ headers }: Response): string =>
  new URL(headers.get('Azure-AsyncOperation') ?? '').pathname.split('/').at(-1) ?? '';

/** An entry with its content as text. */
export function readEntry({ osType, scriptExtension, url, ...entry }: ScriptWire) {
  const bytes = Uint8Array.from(atob(entry.scriptContent ?? ''), (char) => char.charCodeAt(0));
  const suffix = entry.scriptNameSuffix ?? '';
  return {
    os: osType,
    extension: scriptExtension,
    url,
    suffix,
    // Counted as Microsoft's own client counts (C).
    password: suffix.slice(suffix.lastIndexOf('_') + 33, suffix.lastIndexOf('_') + 48),
    content: new TextDecoder().decode(bytes),
  };
}

/** A simulated Azure with the requests of file recovery. */
export function testFiles(scenario: ScenarioId | Origin = 'default', pointId = examplePoint) {
  const it = testAzure(scenario);
  const vaultId = pointId.slice(0, pointId.indexOf('/backupFabrics/'));
  /** The status of the operation that an answer names, where clients of the vault read it. */
  const status = async (accepted: Response) => {
    const path = `${vaultId}/backupOperations/${operationIn(accepted)}${version}`;
    return fileRecoveryStatusWire.parse(await jsonOf(await it.get(path)));
  };
  const mount = (isRenewal = false) =>
    it.send('POST', `${pointId}/provisionInstantItemRecovery${version}`, mountBody(isRenewal));
  return {
    ...it,
    mount,
    unmount: () => it.send('POST', `${pointId}/revokeInstantItemRecovery${version}`),
    status,
    /** The entries that the operation of an answer reports. */
    entries: async (accepted: Response) => {
      const { properties } = await status(accepted);
      return (properties?.recoveryTarget?.clientScripts ?? []).map(readEntry);
    },
    isActive: async () => {
      const point = recoveryPointWire.parse(await jsonOf(await it.get(`${pointId}${version}`)));
      return point.properties?.isInstantIlrSessionActive;
    },
  };
}
