import { expect, type Locator } from 'playwright/test';
import { chooseFrom, entryOf } from './page.ts';
import { Driver } from './table.ts';

type Group = 'Create new' | 'Replace existing';
export type RestoreType = 'Create new virtual machine' | 'Restore disks' | 'Replace disk/s';

/** A list of the step, by its label. */
export type List =
  | 'Restore Type'
  | 'Subscription'
  | 'Resource group'
  | 'Virtual network'
  | 'Subnet'
  | 'Availability Zone'
  | 'Staging Location'
  | 'Disk encryption set'
  | 'Disk access'
  | 'Is it a domain controller?'
  | 'Is another domain controller reachable?'
  | 'Will its network be isolated?'
  | 'Is it joined to a domain?'
  | 'Has it lost its domain, so that you can’t sign in?'
  | 'Does it run SQL Server?'
  | 'Is it set up by cloud-init?'
  | 'Is its zone or region down?';

const FILLED: ReadonlySet<List> = new Set([
  'Staging Location',
  'Availability Zone',
  'Disk encryption set',
]);

/** Required choices for a new machine. */
export interface NewMachine {
  readonly name: string;
  readonly group: string;
  readonly network: string;
  readonly staging: string;
}

/** The fields of Configuration and of Network access. */
export class Configuration extends Driver {
  group(name: Group): Locator {
    return this.radio('Restore configuration', name);
  }

  /** Those that are filled in may be folded up: they stay in the document. */
  list(label: List): Locator {
    return this.page.getByRole('combobox', { name: label, includeHidden: FILLED.has(label) });
  }

  /** An entry of the list that is open, by its first line. */
  entry(name: string): Locator {
    return entryOf(this.page, name);
  }

  /** The first lines of all entries of a list, in their order. */
  async entries(label: List): Promise<string[]> {
    if (FILLED.has(label)) await this.openFilled();
    await this.list(label).click();
    await expect(this.page.getByRole('option').first()).toBeVisible();
    const texts = await this.page.getByRole('option').allInnerTexts();
    await this.page.keyboard.press('Escape');
    return texts.map((text) => text.split('\n')[0] ?? '');
  }

  async choose(label: List, entry: string): Promise<void> {
    if (FILLED.has(label)) await this.openFilled();
    await chooseFrom(this.list(label), entry);
  }

  async chooseType(type: RestoreType): Promise<void> {
    await this.choose('Restore Type', type);
  }

  /** Everything that a new machine needs, the subnet as it is filled in. */
  async fillNewMachine(wanted: NewMachine): Promise<void> {
    await this.chooseType('Create new virtual machine');
    await this.name().fill(wanted.name);
    await this.choose('Resource group', wanted.group);
    await this.choose('Virtual network', wanted.network);
    await this.choose('Staging Location', wanted.staging);
  }

  /** Everything that Configuration asks for a replacement of the disks of a machine. */
  async fillReplacement(staging: string): Promise<void> {
    await this.group('Replace existing').check();
    await this.choose('Staging Location', staging);
  }

  /** The list of accounts, with the row that it is folded into opened. */
  async staging(): Promise<Locator> {
    await this.openFilled();
    return this.list('Staging Location');
  }

  /** Empties fields that are filled in. */
  async clearSuggestions(...labels: readonly string[]): Promise<void> {
    const clears = labels.map((label) =>
      this.page.getByRole('button', { name: `Clear suggestion: ${label}` }),
    );
    // A field isn't filled in once one before it is empty.
    for (const clear of clears) await expect(clear).toBeVisible();
    for (const clear of clears) await clear.click();
  }

  name(): Locator {
    return this.text('Virtual machine name');
  }

  /** Instead of choosing a group a person names a new one. */
  async nameNewGroup(name: string): Promise<void> {
    await this.page
      .getByRole('main')
      .getByRole('button', { name: 'Create new', exact: true })
      .click();
    await this.newGroup().fill(name);
  }

  newGroup(): Locator {
    return this.text('Resource group');
  }

  identity(name: 'None' | 'System-assigned' | 'User-assigned'): Locator {
    return this.radio('Identities', name);
  }

  identityId(): Locator {
    return this.text('Managed identity resource ID');
  }

  asManagedDisks(): Locator {
    return this.page.getByRole('checkbox', { name: 'Restore as managed disks' });
  }

  /** One of the three ways to reach restored disks. */
  networkAccess(name: string): Locator {
    return this.radio('Network access of the restored disks', name);
  }

  /** The line that folds the questions about the VM, with the answers of the step, in and out. */
  aboutMachine(): Locator {
    return this.fold('About this VM');
  }

  /** The row that opens to what few people need, by its title. */
  fold(title: 'About this VM' | 'Filled for you' | 'Hidden fields' | 'Documentation'): Locator {
    return this.page.getByRole('main').getByText(title, { exact: true });
  }

  /** The row of the fields that are filled in, as it says what they hold. */
  filled(what: string): Locator {
    return this.page.getByRole('main').getByText(new RegExp(`^Filled for you .*${what}`));
  }

  /** Opens the fields that are filled in, if they are folded up. */
  async openFilled(): Promise<void> {
    const fold = this.fold('Filled for you');
    await expect(fold).toBeVisible();
    if (!(await isUnfolded(fold))) await fold.click();
  }

  text(label: string): Locator {
    return this.page.getByRole('textbox', { name: label });
  }

  private radio(group: string, name: string): Locator {
    return this.page
      .getByRole('radiogroup', { name: group })
      .getByRole('radio', { name, exact: true });
  }
}

/** A field is refused, and says why beside it. */
export async function expectRefused(field: Locator, why: string): Promise<void> {
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expectHint(field, why);
}

/** A field says something beside it. */
export async function expectHint(field: Locator, hint: string): Promise<void> {
  await expect(field).toHaveAccessibleDescription(
    new RegExp(hint.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)),
  );
}

/** What an explanation has to say, each with at least these words. */
export interface Why {
  /** Left out where the button stands beside it. */
  readonly rule?: string;
  readonly fact: string;
  readonly source: string;
}

/** Why something cannot be chosen, as it opens under a field. */
export class Explanation extends Driver {
  /** The button under a radio that cannot be chosen, and what it is called while open. */
  why(option: string): Locator {
    return this.page.getByRole('button', { name: `Why isn’t ${option} possible?` });
  }

  /** Whatever cannot be chosen, of all that is on the page. */
  whyAny(): Locator {
    return this.page.getByRole('button', { name: /^Why isn’t .* possible\?$/ });
  }

  /** Every Why of the page, whatever it is about. */
  everyWhy(): Locator {
    return this.page.getByRole('main').getByRole('button', { name: /^Why / });
  }

  /** The button under a field that is refused; the summary above has the same. */
  whyRefused(field: string): Locator {
    return this.page.getByRole('button', { name: `Why is ${field} rejected?` }).last();
  }

  insteadLike(what: RegExp): Locator {
    return this.page.getByRole('button', { name: what });
  }

  hideWhy(option: string): Locator {
    return this.page.getByRole('button', { name: `Hide why ${option} isn’t possible` });
  }

  /** The explanation of an entry of a list. */
  ofEntry(option: string): Locator {
    return this.page.getByRole('group', { name: `${option} isn’t possible.`, exact: true });
  }

  /** The button that closes it. */
  hide(): Locator {
    return this.page.getByRole('button', { name: 'Hide why', exact: true });
  }

  /** What is read out of it when it opens. */
  announced(option: string): Locator {
    return this.ofEntry(option).getByRole('status');
  }

  /** One of the rules in it, with its fact and where both are written. */
  async expectSays({ rule, fact, source }: Why): Promise<void> {
    const wanted = { Rule: rule, Fact: fact, Source: source };
    const lines = Object.entries(wanted).flatMap(([term, words]): unknown[] =>
      words === undefined ? [] : [[term, expect.stringContaining(words)]],
    );
    await expect.poll(async () => await this.lines()).toEqual(expect.arrayContaining(lines));
  }

  async expectClosed(): Promise<void> {
    await expect(this.page.getByRole('button', { name: /^Do this instead/ })).toHaveCount(0);
    expect((await this.lines()).filter(([term]) => term === 'Rule')).toEqual([]);
  }

  instead(what: string): Locator {
    const button = { name: `Do this instead: ${what}`, exact: true };
    // Of a refused field the summary above has the same.
    return this.page.getByRole('button', button).last();
  }

  private async lines(): Promise<[term: string, words: string][]> {
    const main = this.page.getByRole('main');
    const terms = await main.getByRole('term').allInnerTexts();
    const values = await main.getByRole('definition').allInnerTexts();
    return terms.map((term, index) => [term, values[index] ?? '']);
  }
}

const NOTES = /^Documentation/;
const HIDDEN = /^Hidden fields/;
/** The rows that open, each with a count. */
const FOLDS = /^(Documentation|Hidden fields) \d/;

/** What the end of a step answers: what the documents say in it, and which fields are not there. */
export class Answers extends Driver {
  /** Unfolds what the documents say, and which fields are not there. */
  async unfold(): Promise<void> {
    const titles = this.page.getByRole('main').getByText(FOLDS);
    await expect(titles.first()).toBeVisible();
    for (const title of await titles.all()) {
      if (!(await isUnfolded(title))) await title.click();
    }
  }

  /** Asks for every field that is not there. */
  async askForHidden(): Promise<void> {
    const closed = this.part(HIDDEN).getByRole('button', {
      name: /^Why is there no/,
      expanded: false,
    });
    for (let left = await closed.count(); left > 0; left -= 1) {
      await closed.first().click();
      await expect(closed).toHaveCount(left - 1);
    }
  }

  /** All that both lists say, and what is explained on the page besides. */
  async texts(): Promise<string> {
    const parts = [
      this.page.getByRole('main').getByRole('definition'),
      this.part(NOTES),
      this.part(HIDDEN),
    ];
    const texts = await Promise.all(parts.map(async (part) => await part.allInnerTexts()));
    return texts.flat().join('\n');
  }

  whyNo(field: string): Locator {
    return this.page.getByRole('button', { name: `Why is there no ${field}?` });
  }

  async unfoldHidden(): Promise<void> {
    await this.unfold();
    await expect(this.part(HIDDEN)).toBeVisible();
  }

  private part(title: RegExp): Locator {
    return this.page.getByRole('main').getByRole('region', { name: title });
  }
}

async function isUnfolded(summary: Locator): Promise<boolean> {
  return await summary.evaluate((element) => element.closest('details')?.open === true);
}
