import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { checkScripts } from '#src/datasources/azure-vm/files/RunnerPanel.tsx';
import { powerShellString } from '#src/lib/testing-shell.ts';

const SERVICE = 'pod01-rec2.wcus.backup.windowsazure.com';

/** What the check for bash prints where only these programs answer. */
function printed(script: string, input: string, programs: string): string {
  return execFileSync('/bin/bash', ['--norc', '--noprofile', '-c', `${programs}\n${script}`], {
    env: { PATH: '/nowhere', LANG: 'C.UTF-8' },
    input,
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'pipe'],
  });
}

/** Every address can be reached but these ports; of the programs there is `iscsiadm` alone. */
const withoutPorts = (...ports: readonly number[]): string =>
  [
    `timeout() { case " ${ports.join(' ')} " in *" $6 "*) return 124;; esac; }`,
    'iscsiadm() { :; }',
  ].join('\n');

test('the check for bash says of each requirement whether it is met', () => {
  expect(printed(checkScripts('wcus').bash, '', withoutPorts(3260))).toBe(
    [
      'OK     download.microsoft.com:443',
      `FAILED ${SERVICE}:3260`,
      'OK     bash 4',
      'FAILED Python 2.6.6',
      'OK     open-iscsi',
      'FAILED lshw',
      'Locale: C.UTF-8',
      '',
    ].join('\n'),
  );
});

test('while the geography is not known the check asks for it, and leaves it out', () => {
  const output = printed(checkScripts(null).bash, 'eus\n', withoutPorts());
  expect(output).toContain('OK     pod01-rec2.eus.backup.windowsazure.com:3260\n');
  expect(printed(checkScripts(null).bash, '\n', withoutPorts())).not.toContain('3260');
  expect(checkScripts(null).powerShell).toContain('Read-Host');
  expect(checkScripts('wcus').powerShell).not.toContain('Read-Host');
});

test('the check for PowerShell tries both ports of both addresses', () => {
  const { powerShell } = checkScripts('wcus');
  const lines = powerShell.split('\n');
  const service = lines.find((line) => line.startsWith('$service = ')) ?? '';
  expect(powerShellString(service.slice('$service = '.length))).toEqual({
    value: SERVICE,
    rest: '',
  });
  expect(lines.filter((line) => line.includes('Test-Port ') && !line.includes('function'))).toEqual(
    ["Test-Port 'download.microsoft.com' 443", 'if ($service) { Test-Port $service 3260 }'],
  );
});

test.each(["wcus'; reboot #", '$(reboot)', 'a b', ''])(
  'what is no geography, %j, is in no script',
  (geo) => {
    expect(checkScripts(geo)).toEqual(checkScripts(null));
  },
);
