import { execFileSync } from 'node:child_process';

/** Texts of other people that break a command which quotes badly. */
export const HOSTILE = [
  "'; rm -rf ~ #",
  '`reboot`',
  '$(reboot) ${HOME} $HOME',
  '“curly” ‘quotes’ ‚low‛',
  "it's 'quoted' twice",
  'a\nb\r\nc\n',
  '-rf',
  '--yes',
  '@/etc/passwd',
  'name=@/etc/passwd',
  '🦊👨‍👩‍👧',
  'קבוצה\u202Eabc\u2066',
  '\ttab\u0007\u001b[31m',
  String.raw`back\slash\'`,
  '"double" !! !x *.ts ~ {a,b} [a-z] > < | & ;',
  '',
  ' ',
] as const;

/** Each argument that a real `bash` gives a program. Throws where it runs anything else or fails. */
export function bashArguments(commands: readonly string[]): string[][] {
  // An end between commands that no argument can be: it has no NUL.
  const script = commands.map((text) => `each ${text}`).join('\n');
  const shown = execFileSync('/bin/bash', ['--norc', '--noprofile', '-s'], {
    // One argument of a process is limited to 128 kB: the script goes in by a pipe.
    input: `each() { printf '%s\\0' "$#" "$@"; }\n${script}\n`,
    env: { PATH: '/nowhere', LANG: 'C.UTF-8' },
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'pipe'],
    maxBuffer: 64 * 1024 * 1024,
  });
  const all = shown.split('\0').slice(0, -1);
  const found: string[][] = [];
  for (let at = 0; at < all.length;) {
    const count = Number(all[at]);
    found.push(all.slice(at + 1, at + 1 + count));
    at += 1 + count;
  }
  return found;
}

const isSingleQuote = (character: string | undefined): boolean =>
  character !== undefined && /^['\u2018\u2019\u201a\u201b]$/.test(character);

/**
 * Reads the verbatim string of PowerShell at the start of a text, by about_Quoting_Rules: it ends at a single
 * quotation mark of any of the four forms, and two of them stand for one. Null where it has no end.
 */
export function powerShellString(text: string): { value: string; rest: string } | null {
  if (!isSingleQuote(text[0])) return null;
  let value = '';
  for (let at = 1; at < text.length; at += 1) {
    const character = text[at] ?? '';
    if (isSingleQuote(character)) {
      if (!isSingleQuote(text[at + 1])) return { value, rest: text.slice(at + 1) };
      at += 1;
    }
    value += text[at] ?? '';
  }
  return null;
}
