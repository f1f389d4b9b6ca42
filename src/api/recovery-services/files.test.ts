import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toMount } from '#src/api/recovery-services/files.ts';
import { fileRecoveryStatusWire, type ScriptWire } from '#src/api/recovery-services/requests.ts';
import { parseInstant } from '#src/lib/time.ts';

const base64 = (text: string): string =>
  btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(''));

const BEFORE = '34f03e3c04c24bc79b44efabc48198c2';
const PASSWORD = '363bacc336deffc';
const AFTER = '2d2e95772c6293';
const NUMBERS = '2454543355584741577_160901566608';

/** A name as the service builds it, and the same without the password. */
const nameOf = (machine: string, geo = 'wcus') =>
  `${machine}_${geo}_${NUMBERS}_${BEFORE}${PASSWORD}${AFTER}`;
const shownOf = (machine: string, geo = 'wcus') => `${machine}_${geo}_${NUMBERS}_${BEFORE}${AFTER}`;

const DOWNLOAD =
  'https://download.microsoft.com/download/0/B/4/0B4C4191-DF3C-4142-9616-7234980B4777/IaaSVMILRExeForWindows.exe';

const forPeople = (expiry: string, changes: ScriptWire = {}): ScriptWire => ({
  scriptContent: base64(
    `User - 2454543355584741577-34f03e3c-04c2-4bc7-9b44-efabc48198c2 , Target - Owner=2454543355584741577,Name=x-86906099550221,Expiry=${expiry}, Sequence = 637160901566608756`,
  ),
  scriptExtension: '.txt',
  osType: 'Windows',
  scriptNameSuffix: nameOf('vm'),
  ...changes,
});
const windows = (changes: ScriptWire = {}): ScriptWire => ({
  scriptContent: 'TkE=',
  scriptExtension: '.exe',
  osType: 'Windows',
  url: DOWNLOAD,
  scriptNameSuffix: nameOf('vm'),
  ...changes,
});
const linux = (changes: ScriptWire = {}): ScriptWire => ({
  scriptContent: base64(`#!/usr/bin/env python\nTargetPassword="${PASSWORD}"\nprint("gerät")\n`),
  scriptExtension: '.py',
  osType: 'Linux',
  scriptNameSuffix: nameOf('vm'),
  ...changes,
});

function mountOf(entries: readonly ScriptWire[]) {
  const outcome = toMount(entries);
  if (outcome.kind === 'none') throw new Error(`There is no program: ${outcome.why}`);
  return outcome.mount;
}
const expiryOf = (expiry: string) => mountOf([forPeople(expiry), windows()]).expiresAt;

test('the recorded answer is a program to download, its password, and when it ends', () => {
  const scriptNameSuffix = nameOf('PSTestVM211e30', 'can01sea');
  const { properties } = fileRecoveryStatusWire.parse({
    id: '3826ff2f',
    name: '3826ff2f',
    status: 'Succeeded',
    startTime: '2020-01-31T17:55:20.4525992Z',
    endTime: '2020-01-31T17:55:20.4525992Z',
    properties: {
      objectType: 'OperationStatusProvisionILRExtendedInfo',
      recoveryTarget: {
        clientScripts: [
          forPeople('2/1/2020 5:55:20 AM', { scriptNameSuffix }),
          windows({ scriptNameSuffix }),
        ],
      },
    },
  });
  expect(toMount(properties?.recoveryTarget?.clientScripts ?? [])).toEqual({
    kind: 'mount',
    mount: {
      program: {
        os: 'Windows',
        fileName: `${shownOf('PSTestVM211e30', 'can01sea')}.exe`,
        content: { kind: 'download', url: DOWNLOAD },
      },
      password: PASSWORD,
      expiresAt: parseInstant('2020-02-01T05:55:20Z'),
      geo: 'can01sea',
    },
  });
});

test('a Linux script asks for the password, which is nowhere in it', () => {
  const { program, password, expiresAt } = mountOf([linux()]);
  expect(program).toEqual({
    os: 'Linux',
    fileName: `${shownOf('vm')}.py`,
    content: {
      kind: 'text',
      text: '#!/usr/bin/env python\nTargetPassword="UserInput012345"\nprint("gerät")\n',
    },
  });
  expect([password, expiresAt]).toEqual([PASSWORD, null]);
});

test('the password is nowhere in what is kept as a file, wherever the script repeats it', () => {
  const script = `A="${nameOf('vm')}"\nTargetPassword="${PASSWORD}"\n`;
  const { program } = mountOf([linux({ scriptContent: base64(script) })]);
  expect(JSON.stringify(program)).not.toContain(PASSWORD);
});

test.each(['a_b', '_', 'a__b_', '_wcus_1_2'])('a VM may be called %s', (machine) => {
  const { program, password, geo } = mountOf([
    windows({ scriptNameSuffix: nameOf(machine, 'eus') }),
  ]);
  expect([program.fileName, password, geo]).toEqual([
    `${shownOf(machine, 'eus')}.exe`,
    PASSWORD,
    'eus',
  ]);
});

describe('entries in any order', () => {
  const text = forPeople('2/1/2020 5:55:20 AM');
  const empty = { scriptExtension: '.exe', scriptNameSuffix: nameOf('vm') };
  test.each([
    ['the text last', [windows(), text], '.exe'],
    [
      'the text in capitals',
      [forPeople('2/1/2020 5:55:20 AM', { scriptExtension: '.TXT' }), linux()],
      '.py',
    ],
    ['an entry without anything first', [empty, text, windows()], '.exe'],
    ['an entry that says NA alone', [text, windows({ url: null }), linux()], '.py'],
    ['an unreadable entry first', [linux({ scriptContent: '%' }), text, windows()], '.exe'],
    [
      'an address that is refused first',
      [windows({ url: 'http://x.example' }), text, linux()],
      '.py',
    ],
  ])('%s', (_, entries, extension) => {
    const { program, expiresAt } = mountOf(entries);
    expect(program.fileName).toBe(`${shownOf('vm')}${extension}`);
    expect(expiresAt).toBe(parseInstant('2020-02-01T05:55:20Z'));
  });
});

test.each([
  ['no entries', [], 'noProgram'],
  ['a text for people alone', [forPeople('2/1/2020 5:55:20 AM')], 'noProgram'],
  ['NA without an address', [windows({ url: undefined })], 'noProgram'],
  ['an empty address and NA', [windows({ url: '' })], 'noProgram'],
  ['no content', [linux({ scriptContent: null })], 'noProgram'],
  ['bad base64', [linux({ scriptContent: 'A?==' })], 'unreadable'],
  ['bad UTF-8', [linux({ scriptContent: btoa('\xff\xfe') })], 'unreadable'],
  ['an http address', [windows({ url: DOWNLOAD.replace('https', 'http') })], 'unreadable'],
  ['a script for an address', [windows({ url: 'javascript:alert(1)' })], 'unreadable'],
  ['a relative address', [windows({ url: '/file.exe' })], 'unreadable'],
  ['an http address beside a script', [linux({ url: 'http://x.example/' })], 'unreadable'],
  ['no name', [windows({ scriptNameSuffix: null })], 'noPassword'],
  ['a name without _', [windows({ scriptNameSuffix: BEFORE + PASSWORD + AFTER })], 'noPassword'],
  ['a short name', [windows({ scriptNameSuffix: `vm_wcus_1_2_${BEFORE}363` })], 'noPassword'],
  [
    'a password of other characters',
    [windows({ scriptNameSuffix: `vm_wcus_1_2_${BEFORE}363bacc"36 effc${AFTER}` })],
    'noPassword',
  ],
])('%s is no program', (_, entries, why) => {
  expect(toMount(entries)).toEqual({ kind: 'none', why });
});

test('a script of 5 MB is read whole', () => {
  const line = 'print("nothing is attached")\n';
  const script = `${line.repeat(5_000_000 / line.length)}TargetPassword="${PASSWORD}"\n`;
  const { content } = mountOf([linux({ scriptContent: btoa(script) })]).program;
  const text = content.kind === 'text' ? content.text : '';
  expect(text.length).toBe(script.length);
  expect(text.endsWith('\nTargetPassword="UserInput012345"\n')).toBe(true);
});

test.each([
  ['.sh', '.sh'],
  ['.run', '.run'],
  ['', ''],
  [null, ''],
  ['exe', ''],
  ['./../x', ''],
  ['.exe\n', ''],
  ['.tar.gz', ''],
])('the extension %j comes to %j', (scriptExtension, extension) => {
  expect(mountOf([linux({ scriptExtension })]).program.fileName).toBe(
    `${shownOf('vm')}${extension}`,
  );
});

test.each([
  ['linux', 'Linux'],
  ['WINDOWS', 'Windows'],
  ['BSD', null],
  ['constructor', null],
  [null, null],
])('the system %j comes to %j', (osType, os) => {
  expect(mountOf([linux({ osType })]).program.os).toBe(os);
});

test.each([
  ['2/1/2020 5:55:20 AM', '2020-02-01T05:55:20Z'],
  ['12/31/2019 12:00:00 AM', '2019-12-31T00:00:00Z'],
  ['12/31/2019 12:59:59 PM', '2019-12-31T12:59:59Z'],
  ['2020-02-01T05:55:20Z', '2020-02-01T05:55:20Z'],
])('the expiry %s is %s, in the past or not', (expiry, iso) => {
  expect(expiryOf(expiry)).toBe(parseInstant(iso));
});

test.each([
  '',
  ' ',
  'soon',
  '2/30/2020 5:55:20 AM',
  '1.2.2020 05:55:20',
  '2/1/2020 17:55:20',
  'NaN',
])('the expiry “%s” can’t be read, and the program can', (expiry) => {
  expect(expiryOf(expiry)).toBeNull();
});

test('a text for people without an expiry, or that can’t be read, leaves it out', () => {
  for (const scriptContent of [base64('nothing'), '%', null]) {
    expect(mountOf([forPeople('', { scriptContent }), windows()]).expiresAt).toBeNull();
  }
});

test.each([
  ['../../etc/x', '....etcx'],
  ['a\\b:c', 'abc'],
  ['a\r\nb\u2028c\0', 'abc'],
  ['\u202egpj\u200b', 'gpj'],
  ['<b>"|?*', 'b'],
])('a VM called %j is %j in the name of the file', (machine, shown) => {
  const { program, password, geo } = mountOf([windows({ scriptNameSuffix: nameOf(machine) })]);
  expect([program.fileName, password, geo]).toEqual([`${shownOf(shown)}.exe`, PASSWORD, 'wcus']);
});

test.each(['a.b', 'a/b', '', 'ä'])('the geography “%s” is none', (geo) => {
  expect(mountOf([windows({ scriptNameSuffix: nameOf('vm', geo) })]).geo).toBeNull();
});

test('whatever comes, it is read without an error, and the program never has the password', () => {
  const text = fc.option(fc.string({ unit: 'binary' }));
  const entry = fc.record({
    osType: text,
    url: fc.oneof(text, fc.webUrl()),
    scriptContent: fc.oneof(text, fc.base64String(), fc.constant(linux().scriptContent)),
    scriptExtension: fc.oneof(text, fc.constant('.py')),
    scriptNameSuffix: fc.oneof(
      text,
      fc.string().map((machine) => nameOf(machine)),
    ),
  });
  let mounts = 0;
  fc.assert(
    fc.property(fc.array(entry), (entries) => {
      const outcome = toMount(entries);
      if (outcome.kind === 'none') return;
      mounts += 1;
      const { program, password } = outcome.mount;
      expect(password).toHaveLength(15);
      expect(program.fileName).not.toMatch(/[/\\\r\n]/);
      expect(JSON.stringify(program)).not.toContain(password);
      const { content } = program;
      expect(content.kind === 'text' || content.url.startsWith('https:')).toBe(true);
    }),
  );
  expect(mounts).toBeGreaterThan(0);
});
