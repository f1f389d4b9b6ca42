import { type NotQuotable, powerShellQuoted, shQuoted } from '#src/lib/quoting.ts';
import { fail, ok, type Result } from '#src/lib/result.ts';

/** Fixed text of a command, or an option with the values that it is given, which other people may have named. */
export type CommandPart = string | readonly [option: string, ...values: string[]];

/**
 * Why a client can’t be given a value. `file`: the Azure CLI reads it from a file. `list`: it can’t be one
 * of several values. `shorthand`: the command has another meaning for it.
 */
export interface NotExpressible {
  readonly why: NotQuotable | 'file' | 'list' | 'shorthand';
  readonly option: string;
  readonly value: string;
}

/** A command to copy; where a value can’t be expressed, that value. */
export type Command = Result<string, NotExpressible>;

/** Between the parts of a command that is written over several lines. */
export const NEXT_LINE = { sh: ' \\\n  ', powerShell: ' `\n  ' } as const;

type Written = Result<string, NotExpressible>;
type WriteOption = (option: string, values: readonly string[]) => Written;

/**
 * Commands that are generated from the specification. They take quotes off a value that starts with one, and
 * read `null` as no value and `??` as a call for help (azure-cli-core, `AAZShortHandSyntaxParser`). Older
 * versions of the same commands don’t, so that such a value can’t be written for both.
 */
const GENERATED = /^az (?:dataprotection|network) /;
const SHORTHAND = /^(?:'|(?:null|None|\?\?)$)/;

/** A command of the Azure CLI for `sh`. */
export function azCommand(parts: readonly CommandPart[], between = ' '): Command {
  const isGenerated = typeof parts[0] === 'string' && GENERATED.test(parts[0]);
  return written(parts, between, (option, values) => {
    const other = isGenerated ? values.find((value) => SHORTHAND.test(value)) : undefined;
    return other === undefined
      ? azOption(option, values)
      : fail({ why: 'shorthand', option, value: other });
  });
}

/** A command of PowerShell, whose options start with one hyphen. */
export function powerShellCommand(parts: readonly CommandPart[], between = ' '): Command {
  return written(parts, between, (option, values) => {
    const quoted = quotedAll(option, values, powerShellQuoted);
    return quoted.ok ? ok(`${option} ${quoted.value.join(',')}`) : quoted;
  });
}

function written(
  parts: readonly CommandPart[],
  between: string,
  writeOption: WriteOption,
): Command {
  const texts: string[] = [];
  for (const part of parts) {
    const text = typeof part === 'string' ? ok(part) : writeOption(part[0], part.slice(1));
    if (!text.ok) return text;
    texts.push(text.value);
  }
  return ok(texts.join(between));
}

/**
 * An option of the Azure CLI. Its parser takes a value that starts with `-` for an option, and one of the
 * form `name=@path` for a file, unless it is joined to its option by `=` (azure-cli-core,
 * `_expand_file_prefixed_files`). A value that starts with `@` is read from a file either way.
 */
function azOption(option: string, values: readonly string[]): Written {
  const file = values.find((value) => /^@./s.test(value));
  if (file !== undefined) return fail({ why: 'file', option, value: file });
  const quoted = quotedAll(option, values, shQuoted);
  if (!quoted.ok) return quoted;
  const joined = values.find((value) => /^-|^[^=]*=@./s.test(value));
  if (joined === undefined) return ok(`${option} ${quoted.value.join(' ')}`);
  return values.length === 1
    ? ok(`${option}=${quoted.value.join('')}`)
    : fail({ why: 'list', option, value: joined });
}

function quotedAll(
  option: string,
  values: readonly string[],
  quote: (text: string) => Result<string, NotQuotable>,
): Result<readonly string[], NotExpressible> {
  const texts: string[] = [];
  for (const value of values) {
    const quoted = quote(value);
    if (!quoted.ok) return fail({ why: quoted.reason, option, value });
    texts.push(quoted.value);
  }
  return ok(texts);
}

/** Assigns a role to an identity (Microsoft Learn, reference of `az role assignment create`). */
export const grantCommand = (role: string, principal: string, scope: string): Command =>
  azCommand([
    'az role assignment create',
    ['--assignee-object-id', principal],
    '--assignee-principal-type ServicePrincipal',
    ['--role', role],
    ['--scope', scope],
  ]);
