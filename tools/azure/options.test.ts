import { expect, test } from 'vitest';

import { originOf } from '#src/mocks/scenarios.ts';

import { readOptions } from './options.ts';

test('what is not named is as in the demo, at the pace of real time', () => {
  expect(readOptions([])).toEqual({
    kind: 'serve',
    command: {
      port: 0,
      speed: 1,
      scenario: { ...originOf('default'), graphLagSeconds: 0 },
      isSecure: true,
      certFile: null,
    },
  });
});

test('every option is taken', () => {
  const line = '--port 8080 --scenario document --speed 3600 --cert-file a.pem --page-size 5';
  expect(readOptions([...line.split(' '), '--graph-lag=90'])).toEqual({
    kind: 'serve',
    command: {
      port: 8080,
      speed: 3600,
      scenario: { ...originOf('document'), pageSize: 5, graphLagSeconds: 90 },
      isSecure: true,
      certFile: 'a.pem',
    },
  });
  expect(readOptions(['--http'])).toMatchObject({ command: { isSecure: false } });
  expect(readOptions(['--help'])).toEqual({ kind: 'help' });
});

test.each([
  [['--speed', 'fast'], "--speed is a number from 0.001 to 1000000; 'fast' is not."],
  [['--speed='], "--speed is a number from 0.001 to 1000000; '' is not."],
  [['--speed', 'Infinity'], "--speed is a number from 0.001 to 1000000; 'Infinity' is not."],
  [['--port', '65536'], "--port is a whole number from 0 to 65535; '65536' is not."],
  [['--port', '80.5'], "--port is a whole number from 0 to 65535; '80.5' is not."],
  [['--page-size', '0'], "--page-size is a whole number of at least 1; '0' is not."],
  [['--scenario', 'nowhere'], "There is no scenario 'nowhere'; see --help."],
  [['--fast'], "Unknown option '--fast'"],
  [['--speed', '-1'], "Option '--speed' argument is ambiguous."],
  [
    ['--http', '--cert-file', 'a.pem'],
    'With --http there is no certificate to write to --cert-file.',
  ],
])('%j is wrong, and one line says why', (args, reason) => {
  expect(readOptions(args)).toEqual({ kind: 'wrong', reason });
});
