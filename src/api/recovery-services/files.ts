import {
  acceptedOperation,
  type AcceptedOperation,
  acceptedStart,
  type AcceptedStart,
  byStatus,
  type OperationState,
  pollFor,
} from '#src/api/arm/operation.ts';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { vaultIdOf } from '#src/api/arm/resource-id.ts';
import { type ArmAnswer, readBody, send } from '#src/api/arm/send.ts';
import {
  fileRecoveryStatusWire,
  type FileRecoveryWire,
  type ScriptWire,
} from '#src/api/recovery-services/requests.ts';
import { BACKUP_API_VERSION } from '#src/api/versions.ts';
import { type Instant, parseInstant, parseUsDateTime } from '#src/lib/time.ts';
import {
  type Mount,
  type MountProgram,
  type NoMount,
  PASSWORD_LENGTH,
} from '#src/model/file-recovery.ts';
import { nameOf, type ResourceId } from '#src/model/resource-id.ts';

/** What the entries of an answer come to. */
export type MountOutcome =
  | { readonly kind: 'mount'; readonly mount: Mount }
  | { readonly kind: 'none'; readonly why: NoMount };

/**
 * What the entries of an answer come to: one is the program, one may be a text for people that has the
 * expiry (aftercare §3.2). Pure; never throws.
 */
export function toMount(entries: readonly ScriptWire[]): MountOutcome {
  const programs = entries.filter(isProgram).map((entry) => ({ entry, content: contentOf(entry) }));
  const found = programs.find(({ content }) => content !== null) ?? programs[0];
  if (found === undefined) return { kind: 'none', why: 'noProgram' };
  const { entry: program, content } = found;
  if (content === null) return { kind: 'none', why: 'unreadable' };
  const name = program.scriptNameSuffix ?? '';
  const password = passwordIn(name);
  if (password === null) return { kind: 'none', why: 'noPassword' };
  return {
    kind: 'mount',
    mount: {
      program: {
        os: osOf(program),
        fileName: withoutPassword(name) + extensionOf(program),
        content: askingFor(content, password),
      },
      password,
      expiresAt: entries.map(expiryOf).find((at) => at !== null) ?? null,
      geo: geoOf(name),
    },
  };
}

const osOf = ({ osType }: ScriptWire): MountProgram['os'] =>
  (['Windows', 'Linux'] as const).find((os) => os.toLowerCase() === osType?.toLowerCase()) ?? null;

/** A text for people is no program, and neither is an entry without an address and without content. */
function isProgram(entry: ScriptWire): boolean {
  if (extensionOf(entry).toLowerCase() === '.txt') return false;
  return hasAddress(entry) || !['', NOT_APPLICABLE].includes(textOf(entry) ?? 'unreadable');
}

/** As the service writes that there is no content: the program is to be downloaded. */
const NOT_APPLICABLE = 'NA';

/** Other characters than an extension has would lead out of the folder. */
const extensionOf = ({ scriptExtension }: ScriptWire): string =>
  /^\.\w+$/.exec(scriptExtension ?? '')?.[0] ?? '';

const hasAddress = ({ url }: ScriptWire): boolean => (url ?? '') !== '';

/** The address is handed to people and into commands: `https`, and nothing else. Null: unusable. */
function contentOf(entry: ScriptWire): MountProgram['content'] | null {
  // Beside an address the content is not to be used (azure-contract §10, S).
  if (hasAddress(entry)) {
    const url = URL.canParse(entry.url ?? '') ? new URL(entry.url ?? '') : null;
    return url?.protocol === 'https:' ? { kind: 'download', url: url.href } : null;
  }
  const text = textOf(entry);
  return text === null ? null : { kind: 'text', text };
}

/** The text of an entry; null: it isn't base64 of UTF-8. */
function textOf({ scriptContent }: ScriptWire): string | null {
  try {
    const chars = atob(scriptContent ?? '');
    const bytes = new Uint8Array(chars.length);
    // A script may have megabytes: Uint8Array.from takes a second for five of them.
    for (let at = 0; at < chars.length; at += 1) bytes[at] = chars.charCodeAt(at);
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** What the script takes for "ask the person": 15 characters, as many as a password has. */
const ASK = 'UserInput012345';

/** A script without its password: it asks for that. */
const askingFor = (content: MountProgram['content'], password: string): MountProgram['content'] =>
  content.kind === 'text' ? { ...content, text: content.text.replaceAll(password, ASK) } : content;

/** The 61 hexadecimal digits behind the last `_`: 32, the password, and 14 (aftercare §3.2). */
const BEFORE_PASSWORD = 32;

const passwordAt = (name: string): number => name.lastIndexOf('_') + 1 + BEFORE_PASSWORD;

function passwordIn(name: string): string | null {
  const at = passwordAt(name);
  const password = name.slice(at, at + PASSWORD_LENGTH);
  return name.includes('_') && /^[0-9a-z]{15}$/i.test(password) ? password : null;
}

/** What can't be in a file's name, or would hide what the name is: line breaks, text from right to left. */
const NOT_IN_NAMES = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}/\\:*?"<>|]/gu;

/** The name that the program must be saved under. */
function withoutPassword(name: string): string {
  const at = passwordAt(name);
  return (name.slice(0, at) + name.slice(at + PASSWORD_LENGTH)).replaceAll(NOT_IN_NAMES, '');
}

/** A name is `{VM}_{geo}_{number}_{number}_{digits}`; the VM's may have `_`, so it is read from the right. */
function geoOf(name: string): string | null {
  const geo = name.split('_').at(-4) ?? '';
  return /^[a-z0-9]+$/i.test(geo) ? geo : null;
}

/** The expiry in the text for people, as in `Expiry=2/1/2020 5:55:20 AM`: US text in UTC. */
function expiryOf(entry: ScriptWire): Instant | null {
  const text = /\bExpiry=([^,\r\n]+)/.exec(textOf(entry) ?? '')?.[1]?.trim();
  if (text === undefined) return null;
  return parseUsDateTime(text) ?? parseInstant(text);
}

/** What file recovery needs to know. */
export interface FileRecovery {
  readonly pointId: ResourceId;
  readonly machineId: ResourceId;
  /** The point is mounted already, and shall stay so for longer. */
  readonly isRenewal?: boolean;
}

/** The very request that makes the files of a point readable. */
export function fileRecoveryRequest({ pointId, machineId, isRenewal = false }: FileRecovery) {
  const body: FileRecoveryWire = {
    properties: {
      objectType: 'IaasVMILRRegistrationRequest',
      recoveryPointId: nameOf(pointId),
      virtualMachineId: machineId,
      ...(isRenewal ? { renewExistingRegistration: true } : {}),
    },
  };
  const url = `${pointId}/provisionInstantItemRecovery?api-version=${BACKUP_API_VERSION}`;
  return { method: 'POST', url, body } as const;
}

/**
 * Makes the files of a point readable, once: `POST {RP}/provisionInstantItemRecovery` (azure-contract §10;
 * 2024-04-01).
 * @returns where to follow it; null when an answer came that does not say that Azure has accepted it.
 * @throws ArmError; `lost` means that Azure might have received it.
 */
export async function startFileRecovery(
  arm: ArmPipelines,
  recovery: FileRecovery,
  clientRequestId: string,
): Promise<AcceptedStart | null> {
  // Of a point that the first copy has mounted.
  const copyCodes = ['CloudInvalidInputError'];
  const request = { ...fileRecoveryRequest(recovery), clientRequestId, starts: true, copyCodes };
  const vaultId = vaultIdOf(recovery.pointId) ?? '';
  // What `Location` leads to has no script in it; the status of the same operation has.
  return byStatus(
    acceptedStart(await send(arm, request)),
    (id) => `${vaultId}/backupOperations/${id}?api-version=${BACKUP_API_VERSION}`,
  );
}

/** Where the mounting of a point stands. */
type FileRecoveryState =
  | Exclude<OperationState, { readonly status: 'succeeded' }>
  | { readonly status: 'mounted'; readonly outcome: MountOutcome };

/** Asks once whether the files can be read, and how. @throws ArmError as every read. */
export function pollFileRecovery(
  arm: ArmPipelines,
  operation: AcceptedOperation,
  signal?: AbortSignal,
): Promise<FileRecoveryState> {
  return pollFor(arm, operation, mountedBy, signal);
}

function mountedBy(answer: ArmAnswer) {
  const { properties } = readBody(fileRecoveryStatusWire, answer);
  const outcome = toMount(properties?.recoveryTarget?.clientScripts ?? []);
  return { status: 'mounted', outcome } as const;
}

/** Ends it, once: `POST {RP}/revokeInstantItemRecovery` (2024-04-01). It makes no job. */
export async function endFileRecovery(
  arm: ArmPipelines,
  pointId: ResourceId,
): Promise<AcceptedOperation | null> {
  const url = `${pointId}/revokeInstantItemRecovery?api-version=${BACKUP_API_VERSION}`;
  return acceptedOperation(await send(arm, { method: 'POST', url, starts: true }));
}
