import type { ScriptWire } from '#src/api/recovery-services/recovery-points/wire-files.ts';
import { type Instant, parseInstant, parseUsDateTime } from '#src/lib/time.ts';
import { type Mount, type MountProgram, PASSWORD_LENGTH } from '#src/model/file-recovery/mount.ts';

/** Why an answer with scripts can't be used. */
export type NoMount = 'noProgram' | 'noPassword' | 'unreadable';

/** What the entries of an answer come to. */
export type MountOutcome =
  | { readonly kind: 'mount'; readonly mount: Mount }
  | { readonly kind: 'none'; readonly why: NoMount };

/**
 * What the entries of an answer come to: one is the program, one may be a text for people that has the
 * expiry (aftercare §3.2). Pure; never throws.
 */
export function toMount(entries: readonly ScriptWire[]): MountOutcome {
  const program = entries.find(isProgram);
  if (program === undefined) return { kind: 'none', why: 'noProgram' };
  const name = program.scriptNameSuffix ?? '';
  const password = passwordIn(name);
  if (password === null) return { kind: 'none', why: 'noPassword' };
  const content = contentOf(program, password);
  if (content === null) return { kind: 'none', why: 'unreadable' };
  return {
    kind: 'mount',
    mount: {
      program: {
        os: OS[program.osType?.toLowerCase() ?? ''] ?? null,
        fileName: withoutPassword(name) + extensionOf(program),
        content,
      },
      password,
      expiresAt: entries.map(expiryOf).find((at) => at !== null) ?? null,
      geo: geoOf(name),
    },
  };
}

const OS: Readonly<Record<string, MountProgram['os']>> = { windows: 'Windows', linux: 'Linux' };

/** A text for people is no program, and neither is an entry without an address or a content. */
function isProgram(entry: ScriptWire): boolean {
  if (extensionOf(entry).toLowerCase() === '.txt') return false;
  return isAddress(entry.url) || textOf(entry) !== NOT_APPLICABLE;
}

/** As the service writes that there is no content: the program is to be downloaded. */
const NOT_APPLICABLE = 'NA';

/** Other characters than an extension has would lead out of the folder. */
const extensionOf = ({ scriptExtension }: ScriptWire): string =>
  /^\.\w+$/.exec(scriptExtension ?? '')?.[0] ?? '';

/** The address is handed to people and into commands: `https`, and nothing else. */
const isAddress = (url: string | null | undefined): url is string =>
  url !== null && url !== undefined && URL.canParse(url) && new URL(url).protocol === 'https:';

function contentOf(entry: ScriptWire, password: string): MountProgram['content'] | null {
  if (isAddress(entry.url)) return { kind: 'download', url: new URL(entry.url).href };
  const text = textOf(entry);
  return text === null || text === '' || text === NOT_APPLICABLE
    ? null
    : { kind: 'text', text: askingFor(text, password) };
}

/** The text of an entry; null: it isn't base64 of UTF-8. */
function textOf({ scriptContent }: ScriptWire): string | null {
  try {
    const bytes = Uint8Array.from(atob(scriptContent ?? ''), (char) => char.charCodeAt(0));
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** What the script takes for "ask the person": 15 characters, as many as a password has. */
const ASK = 'UserInput012345';

/** The script without its password: it asks for that. */
const askingFor = (text: string, password: string): string => text.replaceAll(password, ASK);

/** The 61 hexadecimal digits behind the last `_`: 32, the password, and 14 (aftercare §3.2). */
const BEFORE_PASSWORD = 32;

const passwordAt = (name: string): number => name.lastIndexOf('_') + 1 + BEFORE_PASSWORD;

function passwordIn(name: string): string | null {
  const at = passwordAt(name);
  const password = name.slice(at, at + PASSWORD_LENGTH);
  return name.includes('_') && /^[0-9a-z]{15}$/i.test(password) ? password : null;
}

/** The name that the program must be saved under. What can't be in a file's name is not in this one. */
const withoutPassword = (name: string): string =>
  `${name.slice(0, passwordAt(name))}${name.slice(passwordAt(name) + PASSWORD_LENGTH)}`.replaceAll(
    // eslint-disable-next-line no-control-regex -- a name with a line break in it could not be copied
    /[\u0000-\u001f/\\:*?"<>|]/g,
    '',
  );

/** A name is `{VM}_{geo}_{number}_{number}_{digits}`; the VM's may have `_`, so it is read from the right. */
function geoOf(name: string): string | null {
  const geo = name.split('_').at(-4) ?? '';
  return /^[a-z0-9]+$/i.test(geo) ? geo : null;
}

/** The expiry in the text for people, as in `Expiry=2/1/2020 5:55:20 AM`: US text in UTC. */
function expiryOf(entry: ScriptWire): Instant | null {
  const told = /\bExpiry=([^,\r\n]+)/.exec(textOf(entry) ?? '')?.[1]?.trim();
  if (told === undefined) return null;
  return parseUsDateTime(told) ?? parseInstant(told);
}
