import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page } from 'playwright/test';
import { goTo } from './page.ts';
import type { Answers } from './configuration.ts';
import { Driver } from './table.ts';

type Filter = 'Product' | 'Step' | 'Group' | 'Kind' | 'Document' | 'Enforced by';

/** The page of all constraints, and that of one. */
export class Rules extends Driver {
  searchBox(): Locator {
    return this.page.getByRole('searchbox', { name: 'Search constraints' });
  }

  async search(text: string): Promise<void> {
    await this.searchBox().fill(text);
  }

  /** Chooses one value of a filter. */
  async choose(filter: Filter, value: string): Promise<void> {
    if (await this.pill(filter).isVisible()) await this.pill(filter).click();
    else {
      await this.page.getByRole('button', { name: 'Add filter', exact: true }).click();
      const menu = this.page.getByRole('dialog', { name: 'Add filter' });
      await menu.getByRole('button', { name: filter, exact: true }).click();
    }
    await this.page.getByRole('checkbox', { name: value, exact: true }).click();
    await this.page.keyboard.press('Escape');
  }

  pill(filter: Filter): Locator {
    return this.page.getByRole('button', { name: new RegExp(`^${filter}: `) });
  }

  async expectCount(text: string): Promise<void> {
    await expect(this.main().getByRole('status').filter({ hasText: 'constraint' })).toHaveText(
      text,
    );
  }

  /** The groups of the list, in their order. */
  groups(): Locator {
    return this.main().getByRole('heading', { level: 3 });
  }

  heading(level: 2 | 3, name: string): Locator {
    return this.main().getByRole('heading', { level, name });
  }

  /** A constraint in the list. */
  item(id: string): Locator {
    const link = this.page.getByRole('link', { name: id, exact: true });
    return this.main().getByRole('listitem').filter({ has: link });
  }

  link(name: string): Locator {
    return this.main().getByRole('link', { name, exact: true });
  }

  /** What opens a group of the list, and closes it. */
  group(name: string): Locator {
    return this.main().getByRole('button', { name, exact: true });
  }

  async openGroup(name: string): Promise<void> {
    await this.group(name).click();
    await this.expectOpen(name);
  }

  async closeGroup(name: string): Promise<void> {
    await this.group(name).click();
    await this.expectOpen(name, false);
  }

  async expectOpen(name: string, isOpen = true): Promise<void> {
    await expect(this.group(name)).toHaveAttribute('aria-expanded', String(isOpen));
  }

  /** All constraints that are drawn. */
  items(): Locator {
    return this.main().getByRole('listitem').filter({ hasText: 'Source' });
  }

  /** A line of a constraint that is shown alone. */
  async expectFact(term: string, value: string | RegExp): Promise<void> {
    const fact = async (): Promise<string> => {
      const terms = await this.main().getByRole('term').allInnerTexts();
      const values = await this.main().getByRole('definition').allInnerTexts();
      return values[terms.indexOf(term)] ?? '';
    };
    await expect.poll(fact, { message: term }).toMatch(value);
  }

  private main(): Locator {
    return this.page.getByRole('main');
  }
}

type Verdict = 'The constraint applies' | 'The constraint doesn’t apply' | 'Not checked';

/** The example on the page of one constraint, and the way to where it can be met. */
export class RuleExample extends Driver {
  verdict(): Locator {
    return this.region().getByRole('status');
  }

  async expectVerdict(verdict: Verdict, text: string | RegExp): Promise<void> {
    await expect(this.verdict()).toContainText(verdict);
    await expect(this.verdict()).toContainText(text);
  }

  /** The list or box in which a fact or choice is changed. */
  field(label: string): Locator {
    const region = this.region();
    return region
      .getByRole('combobox', { name: label, exact: true })
      .or(region.getByRole('textbox', { name: label, exact: true }))
      .or(region.getByRole('spinbutton', { name: label, exact: true }));
  }

  /** That a typed fact is not known. */
  notKnown(label: string): Locator {
    return this.region().getByRole('checkbox', { name: `${label}: not known` });
  }

  button(name: string): Locator {
    return this.region().getByRole('button', { name, exact: true });
  }

  /** In what the example is another than the documents' own. */
  differences(): Locator {
    return this.region().getByRole('listitem');
  }

  /** Where it can be met, in the demo. */
  demo(): Locator {
    return this.page.getByRole('region', { name: 'In the demo' });
  }

  openInWizard(): Locator {
    return this.demo().getByRole('link', { name: 'Open in the wizard' });
  }

  private region(): Locator {
    return this.page.getByRole('region', { name: 'Example' });
  }
}

/** A constraint as the project's documents have it. */
export interface WrittenRule {
  readonly id: string;
  readonly says: string;
  readonly source: string;
}

const here = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');

const row =
  /^\| `(?<id>[^`]+)` \| [^|]* \| [^|]* \| (?<says>[^|]*) \| [^|]* \| (?<source>[^|]*) \|/gm;

/** Every constraint, out of the document that is made from the catalogue. */
export function writtenRules(): WrittenRule[] {
  return [...here('../../docs/constraints.md').matchAll(row)].map(({ groups = {} }) => ({
    id: groups['id'] ?? '',
    says: groups['says'] ?? '',
    source: groups['source'] ?? '',
  }));
}

const normal = (text: string): string => text.replaceAll(/\s+/g, ' ');

/** Those of some constraints whose text and source stand in a text. */
export function heardIn(text: string, all: readonly WrittenRule[]): WrittenRule[] {
  const whole = normal(text);
  return all.filter(({ says, source }) => whole.includes(normal(says)) && whole.includes(source));
}

/** The draft that the demo has for a constraint. */
export interface DemoCase {
  /** The field of a list of which it refuses an entry; null where it speaks about the draft as it is. */
  readonly refused: string | null;
  /** Drafts with the same choices have the same number. */
  readonly nth: number;
}

/** The constraints for which there is a draft in the demo. */
export function demoCases(): ReadonlyMap<string, DemoCase> {
  const written: unknown = JSON.parse(here('../../src/pages/rules/demo-links.json'));
  const hasLinks = typeof written === 'object' && written !== null && 'links' in written;
  const entries = Object.entries((hasLinks ? written.links : null) ?? {});
  const drafts = entries.map(([, link]: [string, unknown]) => JSON.stringify(link));
  return new Map(
    entries.map(([id, link]: [string, { refused?: object }], nth) => [
      id,
      {
        refused: Object.keys(link.refused ?? {})[0] ?? null,
        nth: drafts.indexOf(drafts[nth] ?? ''),
      },
    ]),
  );
}

/** A tab with a draft in it. */
interface Draft {
  readonly page: Page;
  readonly wizard: { readonly answers: Answers };
}

/** Opens a draft of the demo in which a constraint is met, without loading the page again. */
export async function openDraftOf({ page }: Draft, id: string): Promise<void> {
  await goTo(page, `/restore/new?rule=${id}`);
  await page.waitForURL(/\/restore\/[0-9a-f-]{36}\//);
}

/** Of some constraints those that are heard, each in the draft that the demo has for it or in one before. */
export async function hearAll(
  draft: Draft,
  wanted: readonly WrittenRule[],
): Promise<WrittenRule[]> {
  const heard = new Set<WrittenRule>();
  for (const rule of wanted) {
    if (heard.has(rule)) continue;
    await openDraftOf(draft, rule.id);
    for (const one of heardIn(await hear(draft, rule), wanted)) heard.add(one);
  }
  return wanted.filter((rule) => heard.has(rule));
}

/** All that a draft says of constraints; asked again until the one that it was opened for is heard. */
async function hear({ wizard: { answers } }: Draft, wanted: WrittenRule): Promise<string> {
  let texts = '';
  const isHeard = (): boolean => heardIn(texts, [wanted]).length > 0;
  await expect(async () => {
    await answers.unfold();
    texts = await answers.texts();
    if (isHeard()) return;
    await answers.askForHidden();
    texts = await answers.texts();
    expect(isHeard(), wanted.id).toBe(true);
  }).toPass();
  return texts;
}
