import { describe, expect, test } from 'vitest';
import {
  isSles12Sp4,
  linuxFit,
  RUNNER_SYSTEMS,
  runnerOsType,
  systemsOf,
  windowsFit,
} from '#src/model/runner.ts';

describe('the files of a Windows server', () => {
  const every = systemsOf('Windows').filter((system) => system !== 'otherWindows');

  test.each([
    ['ws2022', ['ws2022', 'w11', 'w10']],
    ['ws2019', ['ws2019', 'w10']],
    ['ws2016', ['ws2016', 'w10']],
    ['ws2012r2', ['ws2012r2', 'w81']],
    ['ws2012', ['ws2012', 'w8']],
    ['ws2008r2', ['ws2008r2', 'w7']],
  ])('of %s are recovered on %j, never on an older or a newer one', (source, compatible) => {
    const fits = Object.groupBy(every, (runner) => windowsFit(source, runner));
    expect(fits.compatible).toEqual(compatible);
    expect(fits.incompatible).toHaveLength(every.length - compatible.length);
  });

  test.each([
    ['ws2019', 'otherWindows'],
    ['otherWindows', 'ws2019'],
    ['w10', 'w10'],
    ['ws2025', 'ws2022'],
  ])('of %s on %s: the table does not say', (source, runner) => {
    expect(windowsFit(source, runner)).toBe('notInTable');
  });
});

test.each([
  ['ubuntu', '12.04', '10.10'],
  ['centos', '6.5', '6.4'],
  ['rhel', '6.7', '6.6'],
  ['debian', '7', '6.0.10'],
  ['oracle', '6.4', '5.11'],
  ['sles', '12', '11 SP4'],
  ['opensuse', '42.2', '42.1'],
])('%s from %s on, not %s', (runner, oldest, before) => {
  expect(linuxFit(runner, oldest)).toBe('compatible');
  expect(linuxFit(runner, before)).toBe('incompatible');
});

test.each([
  ['ubuntu', '22.04', 'compatible'],
  ['ubuntu', '12.4', 'compatible'],
  ['rhel', '6.10', 'compatible'],
  ['rhel', '7', 'compatible'],
  ['rhel', '6', 'incompatible'],
  ['rhel', 'Plow', 'notInTable'],
  ['rhel', '', 'notInTable'],
  ['otherLinux', '40', 'notInTable'],
])('%s %s: %s', (runner, version, fit) => {
  expect(linuxFit(runner, version)).toBe(fit);
});

test.each([
  ['sles', '12 SP4', true],
  ['sles', '12.4', true],
  ['sles', '12 SP5', false],
  ['sles', '15 SP4', false],
  ['opensuse', '12.4', false],
])('%s %s has trouble with the script: %s', (runner, version, expected) => {
  expect(isSles12Sp4(runner, version)).toBe(expected);
});

test('each system is Windows or Linux, and all are offered where the kind is not known', () => {
  const all = [...RUNNER_SYSTEMS];
  expect(all.filter((system) => runnerOsType(system) === null)).toEqual([]);
  expect(runnerOsType('plan9')).toBeNull();
  expect(systemsOf('Linux')).toContain('otherLinux');
  expect([...systemsOf('Windows'), ...systemsOf('Linux')]).toEqual(all);
  expect(systemsOf(undefined)).toEqual(all);
});
