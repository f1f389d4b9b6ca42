import type { Command } from '#src/lib/command.ts';
import { type NotQuotable, powerShellQuoted, shQuoted } from '#src/lib/quoting.ts';
import { fail, ok, type Result } from '#src/lib/result.ts';

/** What makes a saved script run on Linux, as root. */
export const linuxLine = (fileName: string): Command =>
  withQuoted(shQuoted, `./${fileName}`, (file) => `chmod +x ${file} && sudo ${file}`);

/** Saves the program for Windows under the name that it needs. */
export function downloadLine(fileName: string, url: string): Command {
  const from = withQuoted(powerShellQuoted, url, (quoted) => `Invoke-WebRequest -Uri ${quoted}`);
  return from.ok
    ? withQuoted(powerShellQuoted, fileName, (file) => `${from.value} -OutFile ${file}`)
    : from;
}

/** Starts it as an administrator. */
export const startLine = (fileName: string): Command =>
  withQuoted(
    powerShellQuoted,
    `.\\${fileName}`,
    (file) => `Start-Process -FilePath ${file} -Verb RunAs`,
  );

type Quote = (text: string) => Result<string, NotQuotable>;

function withQuoted(quote: Quote, value: string, line: (quoted: string) => string): Command {
  const quoted = quote(value);
  return quoted.ok ? ok(line(quoted.value)) : fail({ why: quoted.reason, option: '', value });
}
