import { readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'playwright/test';

/** Columns for the key that was pressed. */
const KEY_COLUMNS = 12;

/** What was spoken, as a person reads it: a section for each screen, what was pressed at the left. */
export class Script {
  private readonly lines: string[] = [];

  begin(section: string): void {
    this.lines.push('', `== ${section} ==`);
  }

  write(key: string, text: string): void {
    this.lines.push(`${key.padEnd(KEY_COLUMNS)}${text}`);
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
