import { expect, type Locator, type Page } from 'playwright/test';
import type { Clock } from '../fixtures.ts';
import { allRead } from './in-page.ts';
import { pauseClock, simulatedNow, stepClock } from './simulated.ts';
import { type Announcement, liveIn } from './spoken-live.ts';
import { type Stop, stopOf } from './spoken-stop.ts';
import { Script } from './spoken-script.ts';
import { linesOf } from './spoken-text.ts';

/** More presses than any screen has places to stop at. */
const MOST_PRESSES = 120;
/** What a person leaves for a page to come to rest, longer than any region waits with its words. */
const MOMENT_MS = 3000;
/** The world begins at any second: the script begins when the next ten minutes are full. */
const BEGINNING_MS = 600_000;
const STEP_MS = 120_000;

type Session = Parameters<typeof stopOf>[1];

/**
 * A screen reader's part in a visit by keyboard alone: presses keys, and writes down what would be
 * spoken. The simulated clock stands still but for what the script lets pass, so that every run hears
 * the same. Fails where the focus is nowhere, or on a control without a name.
 */
export class Reader {
  private readonly page: Page;
  private readonly clock: Clock;
  private readonly session: Session;
  private readonly heard: () => Promise<Announcement[]>;
  private readonly script = new Script();
  /** What was announced, and what was read, of all pages so far. */
  private readonly announced: string[] = [];
  private readonly read = new Set<string>();
  private title = '';
  private last: Stop | null = null;

  private constructor(page: Page, clock: Clock, session: Session, heard: Reader['heard']) {
    this.page = page;
    this.clock = clock;
    this.session = session;
    this.heard = heard;
  }

  /** Begins to listen in a page that is open, and reads what is there. */
  static async listen(page: Page, clock: Clock, section: string): Promise<Reader> {
    const session = await page.context().newCDPSession(page);
    const reader = new Reader(page, clock, session, await liveIn(page));
    await pauseClock(page);
    await stepClock(page, BEGINNING_MS - ((await simulatedNow(page)) % BEGINNING_MS));
    reader.script.begin(section);
    await reader.rest();
    await reader.goOn();
    return reader;
  }

  /** Presses a key that leads to another screen, and reads what is there. */
  async go(section: string, key: string, arrived: () => Promise<void>): Promise<void> {
    this.script.begin(section);
    await this.page.keyboard.press(key);
    await this.arrive(key, arrived);
  }

  /** Lets so many minutes pass, after which another screen is there by itself, and reads it. */
  async goByItself(section: string, minutes: number, arrived: () => Promise<void>): Promise<void> {
    this.script.begin(section);
    await stepClock(this.page, minutes * 60_000);
    await this.arrive(`${String(minutes)} min`, arrived);
  }

  /** Presses a key, and waits until it has done what it is pressed for. */
  async press(key: string, done: () => Promise<void> = nothing): Promise<void> {
    await this.page.keyboard.press(key);
    await done();
    await this.note(key);
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
    this.script.write('types', `“${text}”`);
    await this.rest();
  }

  /** Presses Tab (or another key) until a control has the focus. */
  async reach(control: Locator, key = 'Tab'): Promise<void> {
    await expect(control).toBeVisible();
    for (let presses = 0; presses < MOST_PRESSES; presses += 1) {
      if (await hasFocus(control)) return;
      await this.press(key);
    }
    await expect(control).toBeFocused();
  }

  /** Reaches a list, opens it, goes down to an entry and takes it. */
  async choose(field: Locator, entry: Locator): Promise<void> {
    await this.reach(field);
    await this.press('Enter', async () => expect(entry).toBeVisible());
    const wanted = (await entry.getAttribute('id')) ?? '';
    for (let presses = 0; presses < MOST_PRESSES; presses += 1) {
      if ((await field.getAttribute('aria-activedescendant')) === wanted) break;
      await this.press('ArrowDown');
    }
    await this.press('Enter', async () => expect(entry).toHaveCount(0));
    await this.rest();
  }

  /** Reads what has come to the page since it was read. */
  async goOn(): Promise<void> {
    for (const line of await linesOf(this.page, this.announced)) {
      if (this.read.has(line)) continue;
      this.read.add(line);
      this.script.write('', line);
    }
  }

  /** Lets so many minutes pass without a key, and notes what is announced meanwhile. */
  async listenFor(minutes: number): Promise<void> {
    for (let passed = 0; passed < minutes * 60_000; passed += STEP_MS) {
      await stepClock(this.page, STEP_MS);
      await allRead(this.page);
      await this.note(`${String((passed + STEP_MS) / 60_000)} min`, true);
    }
  }

  /** The script is the one that is kept; with SPOKEN=write it becomes that one. */
  async expectScript(file: URL): Promise<void> {
    await this.session.detach();
    this.script.expectKept(file);
  }

  private async arrive(key: string, arrived: () => Promise<void>): Promise<void> {
    await arrived();
    await this.note(key);
    await this.rest();
    await this.goOn();
  }

  /** What was asked for comes, and what waits for a pause in the typing is said. */
  private async rest(): Promise<void> {
    await allRead(this.page);
    await this.clock.waitFor(MOMENT_MS);
    await stepClock(this.page, MOMENT_MS);
    await allRead(this.page);
    await this.note('', true);
  }

  /** Writes down what a key has changed: title, focus, state, and what was announced. */
  private async note(key: string, isByItself = false): Promise<void> {
    const stop = await stopOf(this.page, this.session);
    expect(
      stop !== null || this.last === null,
      `after ${key} the focus is somewhere:\n${this.script.end()}`,
    ).toBe(true);
    const spoken = [...this.speech(stop), ...(await this.announcements())];
    const [first, ...more] = [...(await this.newTitle()), ...spoken];
    if (first !== undefined || !isByItself) this.script.write(key, first ?? '(nothing)');
    for (const line of more) this.script.write('', line);
    this.last = stop;
  }

  private async newTitle(): Promise<string[]> {
    const title = await this.page.title();
    const name = title.split(' - ').slice(-2).join(' - ');
    if (name === this.title) return [];
    this.title = name;
    return [`(page) ${title}`];
  }

  /** What lies around the focus where that is new, then the place itself, or what has changed of it. */
  private speech(stop: Stop | null): string[] {
    if (stop === null) return [];
    const before = this.last;
    if (before?.element === stop.element) return before.item === stop.item ? [] : [stop.item];
    const known = new Set([
      before?.element,
      ...(before?.around ?? []).map(({ element }) => element),
    ]);
    const around = stop.around.filter(({ element }) => !known.has(element));
    // Who arrives at a heading does not read it once more.
    const [, name, level] = /^(.*), heading level (\d)$/.exec(stop.item) ?? [];
    if (name !== undefined) this.read.add(`h${level ?? ''} ${name}`);
    return [
      [...around.map(({ text }) => text), stop.item].join('; '),
      ...(stop.row === '' || stop.row === before?.row ? [] : [`(row) ${stop.row}`]),
    ];
  }

  private async announcements(): Promise<string[]> {
    const found = await this.heard();
    this.announced.push(...found.map(({ text }) => text));
    return found.map(({ kind, text }) => `(${kind}) ${text}`);
  }
}

const nothing = async (): Promise<void> => Promise.resolve();

async function hasFocus(control: Locator): Promise<boolean> {
  return control.evaluate((element) => element === document.activeElement);
}
