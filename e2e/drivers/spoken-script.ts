import { readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'playwright/test';

/** Columns for the key that was pressed. */
const KEY_COLUMNS = 12;

const UUID = /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g;

/** What was spoken, as a person reads it: a section for each screen, what was pressed at the left. */
export class Script {
  private readonly lines: string[] = [];

  begin(section: string): void {
    this.lines.push('', `== ${section} ==`);
  }

  write(key: string, text: string): void {
    // An id of a request is another one each time.
    this.lines.push(`${key.padEnd(KEY_COLUMNS)}${text.replaceAll(UUID, '(id)')}`);
  }

  /** Where it has come to. */
  end(): string {
    return this.lines.slice(-3).join('\n');
  }

  /** It is the one that is kept; with SPOKEN=write it becomes that one. */
  expectKept(file: URL): void {
    const text = `${this.lines.join('\n').trim()}\n`;
    if (process.env['SPOKEN'] === 'write') writeFileSync(file, text);
    expect(text).toBe(readFileSync(file, 'utf8'));
  }
}
