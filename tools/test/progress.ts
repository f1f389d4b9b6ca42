import { writeFileSync } from 'node:fs';

/** What a run of tests came to. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Tests that failed once and then passed; they count as passed. */
  readonly flaky: readonly string[];
}

const MINUTE_MS = 60_000;
/** So much of a message says what it was; the rest is in the run of that one test. */
const SHOWN_LINES = 12;

// oxlint-disable-next-line no-control-regex -- colors are control characters.
const colors = /\u001B\[[\d;]*m/g;

/** A failure in a few lines, without the colors of a terminal. */
export function failureText(name: string, message: string): string {
  const lines = message.replaceAll(colors, '').split('\n');
  const shown = lines.filter((line) => line.trim() !== '').slice(0, SHOWN_LINES);
  return [`FAIL ${name}`, ...shown.map((line) => `       ${line}`)].join('\n');
}

/** Says once a minute how far a run of tests is, and each failure at once; at the end it writes the tally. */
export class Progress {
  private readonly started = performance.now();
  private readonly current = new Set<string>();
  private total = 0;
  private done = 0;
  private timer: ReturnType<typeof setInterval> | undefined;

  /** `total`: how many there are, in the unit that `starts` and `ends` count. */
  begin(total: number): void {
    this.total = total;
    this.timer = setInterval(() => console.log(`     ${this.line(performance.now())}`), MINUTE_MS);
  }

  starts(name: string): void {
    this.current.add(name);
  }

  ends(name: string): void {
    this.current.delete(name);
    this.done += 1;
  }

  fails(name: string, message: string): void {
    console.log(failureText(name, message));
  }

  /** How far it is by a moment, in milliseconds of `performance.now`. */
  line(at: number): string {
    const minutes = (at - this.started) / MINUTE_MS;
    const left = this.done === 0 ? '?' : ((minutes / this.done) * this.rest()).toFixed(1);
    const running = [...this.current].slice(0, 2).join(', ');
    return `${this.done} of ${this.total}, about ${left} min left; running: ${running}`;
  }

  /** Writes the tally where `npm test` reads it; a run by hand has no such place. */
  end(tally: Tally): void {
    clearInterval(this.timer);
    const file = process.env['TALLY_FILE'];
    if (file !== undefined) writeFileSync(file, JSON.stringify(tally));
  }

  private rest(): number {
    return Math.max(0, this.total - this.done);
  }
}
