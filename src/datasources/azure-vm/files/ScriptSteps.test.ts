import { expect, test } from 'vitest';
import {
  downloadLine,
  linuxLine,
  startLine,
} from '#src/datasources/azure-vm/files/ScriptSteps.tsx';

test('a script for Linux is made to run under its name', () => {
  expect(linuxLine("vm's_1.py")).toMatchObject({
    ok: true,
    value: String.raw`chmod +x './vm'\''s_1.py' && sudo './vm'\''s_1.py'`,
  });
});

test('the program for Windows gets the name that it needs', () => {
  expect(downloadLine('a’b.exe', 'https://download.microsoft.com/x.exe')).toMatchObject({
    ok: true,
    value: "Invoke-WebRequest -Uri 'https://download.microsoft.com/x.exe' -OutFile 'a’’b.exe'",
  });
  expect(startLine('vm_1.exe')).toMatchObject({
    ok: true,
    value: String.raw`Start-Process -FilePath '.\vm_1.exe' -Verb RunAs`,
  });
});

test('a name that can’t be an argument is refused, and says which', () => {
  for (const line of [
    linuxLine('\ud800'),
    startLine('\ud800'),
    downloadLine('\ud800', 'https://x/'),
  ]) {
    expect(line).toMatchObject({ ok: false, reason: { why: 'halfCharacter' } });
  }
});
