import { expect, type Locator, type Page } from 'playwright/test';
import type { Clock } from '../fixtures.ts';
import { expectStored } from './stored-text.ts';
import { allRead, hasFocus } from './page.ts';
import { stopClock, stepClock } from './simulated.ts';
import { type Announcement, linesOf, liveIn, type Stop, stopOf } from './spoken-page.ts';

/** More presses than any screen has places to stop at. */
const MOST_PRESSES = 120;
/** What a person leaves for a page to come to rest, longer than any region waits with its words. */
const MOMENT_MS = 3000;
const STEP_MINUTES = 8;
/** What is read of a page is long, and a person has three minutes. */
const MOST_READ = 110;

interface ReadingOn {
  readonly isFromFocus: boolean;
  /** What is read of it; all, unless told otherwise. */
  readonly wanted?: RegExp;
}

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
  /** What was announced so far, and what was read of what stands around the screens. */
  private readonly announced: string[] = [];
  private readonly around = new Set<string>();
  /** What was read of this screen. */
  private readonly read = new Set<string>();
  /** How many have passed. */
  private minutes = 0;
  private title = '';
  private last: Stop | null = null;

  private constructor(page: Page, clock: Clock, session: Session, heard: Reader['heard']) {
    this.page = page;
    this.clock = clock;
    this.session = session;
    this.heard = heard;
  }

  /** Starts to listen in a page that is open, and goes from heading to heading. */
  static async listen(page: Page, clock: Clock, section: string): Promise<Reader> {
    // What the page says by itself as it comes is over, however long the way here took.
    await allRead(page);
    await clock.waitFor(MOMENT_MS);
    const session = await page.context().newCDPSession(page);
    const reader = new Reader(page, clock, session, await liveIn(page));
    await stopClock(page);
    reader.begin(section);
    await reader.rest();
    await reader.readOn({ isFromFocus: false, wanted: /^h\d / });
    return reader;
  }

  /** Presses a key that leads to another screen, and reads what is there. */
  async go(section: string, key: string, arrived: () => Promise<void>): Promise<void> {
    this.begin(section);
    await this.page.keyboard.press(key);
    await this.arrive(key, arrived);
  }

  /** Lets so many minutes pass, after which another screen is there by itself, and reads it. */
  async goByItself(section: string, minutes: number, arrived: () => Promise<void>): Promise<void> {
    this.begin(section);
    await stepClock(this.page, minutes * 60_000);
    this.minutes += minutes;
    await this.arrive(`${String(this.minutes)} min`, arrived);
  }

  /** Presses a key, and waits until it has done what it is pressed for. */
  async press(key: string, done: () => Promise<void> = nothing): Promise<void> {
    await this.page.keyboard.press(key);
    await done();
    await this.note(key);
  }

  /** Chooses what has the focus, by the space bar. */
  async check(control: Locator): Promise<void> {
    await this.press('Space', async () => expect(control).toBeChecked());
    await this.rest();
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
    this.script.write('types', `“${text}”`);
    await this.rest();
  }

  /** Presses Tab (or another key) until a control has the focus. */
  async reach(control: Locator, key = 'Tab'): Promise<void> {
    await expect(control).toBeVisible();
    let isThere = await hasFocus(control);
    for (let presses = 0; presses < MOST_PRESSES && !isThere; presses += 1) {
      await this.page.keyboard.press(key);
      [isThere] = await Promise.all([hasFocus(control), this.note(key)]);
    }
    await expect(control).toBeFocused();
  }

  /** Reaches a list, opens it, goes down to an entry and takes it. */
  async choose(field: Locator, entry: Locator): Promise<void> {
    await this.reach(field);
    await this.press('Enter', async () => expect(entry).toBeVisible());
    const wanted = (await entry.getAttribute('id')) ?? '';
    const isThere = async (): Promise<boolean> =>
      (await field.getAttribute('aria-activedescendant')) === wanted;
    let presses = 0;
    for (; presses < MOST_PRESSES && !(await isThere()); presses += 1)
      await this.page.keyboard.press('ArrowDown');
    if (presses > 0) await this.note(`Down ×${String(presses)}`);
    await this.press('Enter', async () => expect(entry).toHaveCount(0));
    await this.rest();
  }

  /** Reads what has come to the screen since it was read. */
  async goOn(): Promise<void> {
    await this.readOn({ isFromFocus: false });
  }

  /** Lets minutes pass, eight at once, and notes what is announced each time that the page has followed. */
  async listenFor(minutes: number, followed: () => Promise<void> = nothing): Promise<void> {
    // An answer that comes after the jump would start its next wait only then.
    await allRead(this.page);
    for (let passed = 0; passed < minutes; passed += STEP_MINUTES) {
      await stepClock(this.page, STEP_MINUTES * 60_000);
      this.minutes += STEP_MINUTES;
      await followed();
      await this.rest(`${String(this.minutes)} min`, true);
    }
  }

  /** The script is the one that is kept; with SPOKEN=write it becomes that one. */
  async expectScript(file: URL): Promise<void> {
    await this.session.detach();
    this.script.expectStored(file);
  }

  private async arrive(key: string, arrived: () => Promise<void>): Promise<void> {
    await arrived();
    await this.rest(key);
    await this.readOn({ isFromFocus: true });
  }

  private begin(section: string): void {
    this.script.begin(section);
    this.read.clear();
  }

  private async readOn({ isFromFocus, wanted = /./ }: ReadingOn): Promise<void> {
    const { announced } = this;
    for (const { text, isAround } of await linesOf(this.page, { announced, isFromFocus })) {
      const known = isAround ? this.around : this.read;
      if (known.has(text) || announced.includes(text)) continue;
      known.add(text);
      if (wanted.test(text)) this.script.write('', shortened(text));
    }
  }

  /** Lets the answers arrive, and lets what waits for a pause in the typing be spoken. */
  async rest(key = '', isByItself = key === ''): Promise<void> {
    await allRead(this.page);
    await this.clock.waitFor(MOMENT_MS);
    await allRead(this.page);
    await this.note(key, isByItself);
  }

  /** Writes down what a key has changed: title, focus, state, and what was announced. */
  private async note(key: string, isByItself = false): Promise<void> {
    const [stop, title, announced] = await Promise.all([
      stopOf(this.page, this.session),
      this.page.title(),
      this.heard(),
    ]);
    expect(
      stop !== null || this.last === null,
      `after ${key} the focus is somewhere:\n${this.script.end()}`,
    ).toBe(true);
    this.announced.push(...announced.map(({ text }) => text));
    const spoken = [
      ...this.newTitle(title),
      ...this.speech(stop),
      ...announced.map(({ kind, text }) => `(${kind}) ${text}`),
    ];
    const [first, ...more] = spoken;
    if (first !== undefined || !isByItself) this.script.write(key, first ?? '(nothing)');
    for (const line of more) this.script.write('', line);
    this.last = stop;
  }

  /** The page's own name, when it is another than before; how a restore stands comes before it. */
  private newTitle(title: string): string[] {
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
    const left = [before?.element, ...(before?.around ?? []).map(({ element }) => element)];
    const around = stop.around.filter(({ element }) => !left.includes(element));
    // Who arrives at a heading does not read it once more.
    const [, name, level] = /^(.*), heading level (\d)$/.exec(stop.item) ?? [];
    if (name !== undefined)
      for (const known of [this.read, this.around]) known.add(`h${level ?? ''} ${name}`);
    return [
      [...around.map(({ text }) => text), stop.item].join('; '),
      ...(stop.row === '' || stop.row === before?.row ? [] : [`(row) ${stop.row}`]),
    ];
  }
}

const nothing = async (): Promise<void> => Promise.resolve();

function shortened(text: string): string {
  return text.length > MOST_READ ? `${text.slice(0, MOST_READ)}…` : text;
}

/** Columns for the key that was pressed. */
const KEY_COLUMNS = 12;

const UUID = /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g;

/** What was spoken, as a person reads it: a section for each screen, what was pressed at the left. */
class Script {
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
  expectStored(file: URL): void {
    expectStored(`${this.lines.join('\n').trim()}\n`, {
      file,
      variable: 'SPOKEN',
      what: 'what is spoken',
      spec: 'e2e/spoken-restore.spec.ts',
    });
  }
}
