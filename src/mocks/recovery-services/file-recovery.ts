import { fileRecoveryWire, type ScriptWire } from '#src/api/recovery-services/requests.ts';
import { cloudInvalidInput, isSoftDeleted, notTaken, refused } from '#src/mocks/errors.ts';
import { parseJson } from '#src/mocks/json.ts';
import { isArchived } from '#src/mocks/recovery-services/judgement.ts';
import { acceptedOn } from '#src/mocks/recovery-services/operation-report.ts';
import { pointPath } from '#src/mocks/recovery-services/paths.ts';
import {
  findPointLeft,
  onPoint,
  pointNotFound,
} from '#src/mocks/recovery-services/recovery-points.ts';
import { type Answer, type Call, route, type Route } from '#src/mocks/service.ts';
import { usText } from '#src/mocks/time/text.ts';
import type { Operation, State } from '#src/mocks/world/fold.ts';
import { hexFrom, pointNameFrom } from '#src/mocks/world/ids.ts';
import { findInstance, findMachine, findVault } from '#src/mocks/world/lookup.ts';
import { isMountedOrSoon } from '#src/mocks/world/mounts.ts';
import type { InstanceSeed, LackingScripts, PointSeed } from '#src/mocks/world/seed.ts';
import { nameOf } from '#src/model/resource-id.ts';

/** What mounts a restore point, as the status of its operation reports it (aftercare §3.2, R). */

/** A session, and the VM whose disks it mounts. */
export interface ScriptWish {
  readonly operationId: string;
  readonly pointName: string;
  readonly vmName: string;
  readonly osType: 'Windows' | 'Linux';
  readonly vaultId: string;
  readonly region: string;
  readonly startsMs: number;
  readonly expiresMs: number;
  /** What the answer lacks, as a fault wants it. */
  readonly lacks?: LackingScripts | undefined;
}

/** Everybody's program: what is secret is in its name (R). */
const WINDOWS_PROGRAM =
  'https://download.microsoft.com/download/0/B/4/0B4C4191-DF3C-4142-9616-7234980B4777/IaaSVMILRExeForWindows.exe';

/** The service's names of geographies: `wcus` and `eus` are in documents and recordings, the others by their pattern (G). */
const geoNames: Readonly<Record<string, string>> = {
  westus: 'wus',
  westus2: 'wus2',
  westcentralus: 'wcus',
  centralus: 'cus',
  eastus: 'eus',
  eastus2: 'eus2',
  westeurope: 'we',
  northeurope: 'ne',
  southeastasia: 'sea',
};

const geoOf = (region: string): string =>
  geoNames[region.toLowerCase()] ?? region.toLowerCase().replaceAll(/[^a-z0-9]/g, '');

/** .NET ticks, as the text for people numbers its sessions. */
const ticksOf = (ms: number): string => String((BigInt(ms) + 62_135_596_800_000n) * 10_000n);

const PASSWORD_AT = 32;
const PASSWORD_LENGTH = 15;

/** What the names and texts of a session are made of. */
function sessionParts(wish: ScriptWish) {
  const hex = hexFrom(`file recovery ${wish.operationId}`, 61);
  const owner = pointNameFrom(`owner of ${wish.vaultId}`, 19);
  const ticks = ticksOf(wish.startsMs);
  const geo = geoOf(wish.region);
  return {
    owner,
    ticks,
    geo,
    hex,
    password: hex.slice(PASSWORD_AT, PASSWORD_AT + PASSWORD_LENGTH),
    suffix: `${wish.vmName}_${geo}_${owner}_${ticks.slice(3, 15)}_${hex}`,
  };
}

type SessionParts = ReturnType<typeof sessionParts>;

function base64(text: string): string {
  return btoa(
    Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(''),
  );
}

const guidOf = (hex: string): string =>
  hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');

/** The text for people: its expiry is the only one that an answer has. */
function textForPeople(
  { vmName, pointName, expiresMs }: ScriptWish,
  { owner, hex, ticks }: SessionParts,
) {
  const name = `${vmName}-${pointName}`;
  return `User - ${owner}-${guidOf(hex)} , Target - Owner=${owner},Name=${name},Expiry=${usText(expiresMs)}, Sequence = ${ticks}`;
}

/** Our own script: `TargetPassword` alone is as in the service's (C). */
const linuxScript = ({ vmName, pointName }: ScriptWish, { geo, password }: SessionParts): string =>
  `#!/usr/bin/env python3
# The simulated Azure has no disks: this says what would be attached, and attaches nothing.
import getpass

MachineName=${JSON.stringify(vmName)}
RecoveryPoint=${JSON.stringify(pointName)}
TargetAddress="pod01-rec2.${geo}.backup.windowsazure.com"
TargetPassword="${password}"

if TargetPassword.startswith("UserInput"):
    TargetPassword = getpass.getpass("Enter the password: ")
print("Would attach the disks of", MachineName, "at", RecoveryPoint, "from", TargetAddress)
`;

/**
 * The entries of the answer. For Windows as recorded; for Linux the script (C), and the text for people,
 * of which no recording is known (assumed).
 */
export function clientScriptsOf(wish: ScriptWish): readonly ScriptWire[] {
  const parts = sessionParts(wish);
  const { lacks, osType } = wish;
  const common = { osType, scriptNameSuffix: parts.suffix };
  const text = {
    scriptContent: base64(textForPeople(wish, parts)),
    scriptExtension: '.txt',
    ...common,
  };
  const program =
    osType === 'Windows'
      ? { scriptContent: base64('NA'), scriptExtension: '.exe', url: WINDOWS_PROGRAM, ...common }
      : { scriptContent: base64(linuxScript(wish, parts)), scriptExtension: '.py', ...common };
  switch (lacks) {
    case 'scripts':
      return [];
    case 'extension':
      return [text, { ...program, scriptExtension: '.run' }];
    case 'expiry':
      return [program];
    default:
      return osType === 'Windows' ? [text, program] : [program, text];
  }
}

/** File recovery (azure-contract §10, aftercare §3). */

/** How long the operations take in the recording (aftercare §3.1, R). */
const PROVISION_MS = 46_000;
const REVOKE_MS = 11_000;

function mount(call: Call, point: PointSeed, instance: InstanceSeed): Answer {
  const body = fileRecoveryWire.safeParse(parseJson(call.request.body)).data?.properties;
  if (body === undefined) return notTaken('a registration for file recovery');
  if (findPointLeft(instance, point.name, call.now) === undefined) return pointNotFound(point.name);
  if (instance.softDeleted !== undefined) return refused(isSoftDeleted(instance.friendlyName));
  const pointId = `${instance.id}/recoveryPoints/${point.name}`;
  const isRenewal = body.renewExistingRegistration === true;
  const refusal = refusalOf(call, point, { pointId, isRenewal });
  if (refusal !== null) return refused(cloudInvalidInput(refusal));
  const { now: at } = call;
  return acceptedOn(call, instance, {
    operationMs: PROVISION_MS,
    events: (operationId) => [
      {
        type: 'point-mounted',
        at,
        pointId,
        isMounted: true,
        ms: PROVISION_MS,
        operationId,
        isRenewal,
      },
    ],
  });
}

/** Why files can't be read now; null when they can. Reasons and codes are guesses (G). */
function refusalOf(
  { state, now }: Call,
  point: PointSeed,
  { pointId, isRenewal }: { readonly pointId: string; readonly isRenewal: boolean },
): string | null {
  if (isArchived(point)) return 'Files cannot be read from the archive tier.';
  if (!isMountedOrSoon(state.mounts, pointId, now)) return null;
  const { isMountedTwice, isRenewalRefused } = state.seed.fileRecovery ?? {};
  if (isRenewal) {
    return isRenewalRefused === true
      ? 'The recovery point is mounted: it cannot be renewed.'
      : null;
  }
  return isMountedTwice === true
    ? null
    : 'The recovery point is mounted: renewExistingRegistration is needed.';
}

function unmount(call: Call, point: PointSeed, instance: InstanceSeed): Answer {
  const pointId = `${instance.id}/recoveryPoints/${point.name}`;
  return acceptedOn(call, instance, {
    operationMs: REVOKE_MS,
    events: () => [
      { type: 'point-mounted', at: call.now, pointId, isMounted: false, ms: REVOKE_MS },
    ],
  });
}

/**
 * An operation with the scripts that it reports, if it mounted a point. They are made when they are
 * read: no event, and so nothing that is stored or logged, has the password.
 */
export function withScripts(state: State, operation: Operation): Operation {
  const { operationId, scopeId } = operation;
  const session = state.mounts.find((one) => one.operationId === operationId);
  const instance = session && findInstance(state, scopeId);
  if (session === undefined || instance === undefined) return operation;
  const { machineId, vaultId } = instance;
  const clientScripts = clientScriptsOf({
    operationId,
    pointName: nameOf(session.pointId),
    vmName: nameOf(machineId),
    osType: findMachine(state, machineId)?.osType ?? 'Windows',
    vaultId,
    region: findVault(state, vaultId)?.location ?? '',
    startsMs: session.atMs,
    expiresMs: session.untilMs,
    lacks: session.lacks,
  });
  const objectType = 'OperationStatusProvisionILRExtendedInfo';
  return { ...operation, properties: { objectType, recoveryTarget: { clientScripts } } };
}

export const fileRecoveryRoutes: readonly Route[] = [
  route.post('recoveryPoints.mount', `${pointPath}/provisionInstantItemRecovery`, onPoint(mount)),
  route.post('recoveryPoints.unmount', `${pointPath}/revokeInstantItemRecovery`, onPoint(unmount)),
];
