import { describe, expect, test } from 'vitest';
import { azCommand, type Command, NEXT_LINE, powerShellCommand } from '#src/lib/command.ts';
import { bashArguments, HOSTILE } from '#src/lib/testing-shell.ts';

const textOf = (command: Command): string => (command.ok ? command.value : 'refused');

/** What the parser of the Azure CLI makes of its arguments: which it reads from files, and which it takes for options. */
function azReads(given: readonly string[]): string[] {
  const files = given.map((one) => {
    const [first = '', ...more] = one.split('=');
    const value = more.length === 0 ? first : more.join('=');
    return /^@./s.test(value) ? 'CONTENT OF A FILE' : one;
  });
  return files.flatMap((one, at) => {
    const joined = /^(--[\w-]+)=(.*)$/s.exec(one);
    if (joined !== null) return [joined[1] ?? '', joined[2] ?? ''];
    return at % 2 === 1 && one.startsWith('-') ? ['AN OPTION'] : [one];
  });
}

describe('the Azure CLI', () => {
  const written = HOSTILE.filter((value) => !value.startsWith('@'));

  test('is given every name as it is', () => {
    const commands = written.map((value) => textOf(azCommand([['--name', value]])));
    expect(bashArguments(commands).map(azReads)).toEqual(written.map((value) => ['--name', value]));
  });

  test('is given a command over several lines as one', () => {
    const parts = ['az vm show', ['--name', 'a\nb'], '--yes'] as const;
    expect(bashArguments([textOf(azCommand(parts, NEXT_LINE.sh))])).toEqual([
      ['az', 'vm', 'show', '--name', 'a\nb', '--yes'],
    ]);
  });

  test.each([
    ['-rf', "--name='-rf'"],
    ['key=@x', "--name='key=@x'"],
    ['x=-1', "--name 'x=-1'"],
    ['@', "--name '@'"],
  ])('%j is joined to its option where it has to be', (value, text) => {
    expect(azCommand([['--name', value]])).toEqual({ ok: true, value: text });
  });

  test.each([
    ['file', ['@x']],
    ['list', ['a', '-b']],
    ['nul', ['a\0']],
  ])('can’t express: %s', (why, values) => {
    expect(azCommand(['az', ['--names', ...values]])).toEqual({
      ok: false,
      reason: { why, option: '--names', value: values.at(-1) },
    });
  });

  test.each(["'a", "'", 'null', 'None', '??'])(
    'has no generated command with %j, which it would read otherwise',
    (value) => {
      const parts = (name: string) => [name, ['--name', value]] as const;
      const refused = { ok: false, reason: { why: 'shorthand', option: '--name', value } };
      expect(azCommand(parts('az dataprotection job show'))).toEqual(refused);
      expect(azCommand(parts('az network nic create'))).toEqual(refused);
      expect(bashArguments([textOf(azCommand(parts('az vm show')))])[0]?.at(-1)).toBe(value);
    },
  );

  test.each(['null-1', "it's", 'a??'])('has generated commands with %j', (value) => {
    expect(azCommand(['az network nic create', ['--name', value]]).ok).toBe(true);
  });
});

describe('PowerShell', () => {
  test('is given lists, and values that start with a hyphen or an at sign', () => {
    const parts = ['Get-AzVM', ['-Name', '-x', '@y'], ['-Id', 'a’b']] as const;
    expect(powerShellCommand(parts, NEXT_LINE.powerShell)).toEqual({
      ok: true,
      value: "Get-AzVM `\n  -Name '-x','@y' `\n  -Id 'a’’b'",
    });
  });

  test('can’t be given a NUL', () => {
    expect(powerShellCommand([['-Name', '\0']])).toMatchObject({
      ok: false,
      reason: { why: 'nul', option: '-Name' },
    });
  });
});
