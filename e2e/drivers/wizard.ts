import { expect, type Locator } from 'playwright/test';
import { Answers, Configuration } from './configuration.ts';
import { beginDraft, lookUp, oneOf, passUntil } from './page.ts';
import { PreflightList } from './review.ts';
import { Driver, Table } from './table.ts';

const steps = {
  datasource: 'Datasource',
  instance: 'Backup instance',
  'restore-point': 'Restore point',
  configuration: 'Configuration',
  'network-access': 'Network access',
  review: 'Review + restore',
} as const;
export type Step = keyof typeof steps;
export const stepIds: readonly Step[] = [
  'datasource',
  'instance',
  'restore-point',
  'configuration',
  'network-access',
  'review',
];

const labelOf = (step: Step): string => lookUp(steps, 'step', step);

const NEXT = /^Next: /;

/** The six steps: where one is, and the ways from one to another. */
class Steps extends Driver {
  heading(step: Step): Locator {
    const position = stepIds.indexOf(step) + 1;
    const name = `${labelOf(step)} step ${String(position)} of 6`;
    return this.page.getByRole('heading', { level: 2, name });
  }

  async expectStep(step: Step): Promise<void> {
    await expect(this.heading(step)).toBeVisible();
    await expect(this.page).toHaveURL(new RegExp(`/restore/[0-9a-f-]{36}/${step}`));
  }

  /** The step list's entry, and how the step stands. */
  async expectStepState(step: Step, state: string): Promise<void> {
    await expect(
      this.stepList().getByRole('button', { name: `${labelOf(step)}, ${state}` }),
    ).toBeVisible();
  }

  async openStep(step: Step): Promise<void> {
    const buttons = this.stepList().getByRole('button');
    const button = await oneOf(buttons, this.stepButton(step), `step ${labelOf(step)}`);
    await button.click();
    await this.expectStep(step);
  }

  /** All in the list of steps, whatever they are called for a datasource. */
  async stepButtons(): Promise<readonly Locator[]> {
    return this.stepList().getByRole('button').all();
  }

  stepButton(step: Step): Locator {
    return this.stepList().getByRole('button', { name: `${labelOf(step)}, ` });
  }

  /** Presses Next and arrives at the step that it names. */
  async next(step: Step): Promise<void> {
    const next = this.page.getByRole('main').getByRole('button', { name: NEXT });
    const button = await oneOf(next, this.nextButton(step), `Next: ${labelOf(step)}`);
    await button.click();
    await this.expectStep(step);
  }

  nextButton(step: Step): Locator {
    return this.button(`Next: ${labelOf(step)}`);
  }

  previousButton(): Locator {
    return this.button('Previous');
  }

  /** Whatever Next stands there. */
  async tryNext(): Promise<void> {
    await this.page.getByRole('button', { name: NEXT }).click();
  }

  stepList(): Locator {
    return this.page.getByRole('navigation', { name: 'Steps' });
  }

  protected button(name: string): Locator {
    return this.page.getByRole('main').getByRole('button', { name, exact: true });
  }
}

interface Passing {
  pass(milliseconds: number): Promise<void>;
}

/** What stands against Next, at the top of a step. */
class Refused extends Driver {
  /** Whatever interrupts a reader of the screen on this page. */
  alerts(): Locator {
    return this.page.getByRole('main').getByRole('alert');
  }

  /** All of it, read out or not. */
  summary(): Locator {
    return this.page
      .getByRole('alert', { name: TITLE })
      .or(this.page.getByRole('group', { name: TITLE }));
  }

  /** The way to a field, by its label. */
  line(label: string): Locator {
    return this.summary().getByRole('button', { name: label, exact: true });
  }

  async expectLines(labels: readonly string[]): Promise<void> {
    const lines = this.summary().getByRole('listitem');
    await expect(lines).toHaveText(labels.map((label) => new RegExp(`^${label}`)));
  }
}

const TITLE = /^\d+ fields? needs? your attention$/;

export interface Target {
  readonly subscription?: string;
  readonly group: string;
  readonly staging: string;
}

export interface Restore {
  readonly machine: string;
  readonly point: string;
  readonly target: Target;
}

/** What document 004 restores. */
export const documentRestore: Restore = {
  machine: 'testVM',
  point: '4 Jun 2018, 06:06',
  target: { group: 'targetRG', staging: 'testAccount (LRS)' },
};

const example = '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups';

/** What the product stores once all of that is chosen. */
const documentChosen = {
  instance: `${example}/testVaultRG/providers/microsoft.recoveryservices/vaults/testVault/backupFabrics/Azure/protectionContainers/iaasvmcontainer;iaasvmcontainerv2;testRG;testVM/protectedItems/VM;testRG;testVM`,
  point: '20982486783671',
  option: 'restoreDisks',
  rg: 'targetRG',
  staging: `${example}/testRG/providers/Microsoft.Storage/storageAccounts/testAccount`,
} as const;

export interface ShownRequest {
  readonly method: string;
  readonly address: string;
  readonly body: unknown;
}

/** What Review has below its picture. */
type ReviewTab = 'Checks' | 'Selections' | 'Request' | 'Commands';

/** The wizard, by the labels of the documents. */
export class Wizard extends Steps {
  /** What stands at the end of the step. */
  readonly answers = new Answers(this.page);
  readonly instances = new Table(this.page, 'Backup instance');
  readonly points = new Table(this.page, 'Restore point');
  /** The list before a restore, at Review. */
  readonly preflight = new PreflightList(this.page);
  /** What stands against Next. */
  readonly refused = new Refused(this.page);
  private readonly configuration = new Configuration(this.page);

  async chooseDatasource(name = 'Azure Virtual machines'): Promise<void> {
    // The wizard of the other datasource takes the place of the one that was pressed.
    const one = await oneOf(this.datasources(), this.datasource(name), `datasource ${name}`);
    await one.click();
    await expect(this.datasource(name)).toBeChecked();
  }

  datasource(name: string): Locator {
    return this.datasources().and(this.page.getByRole('radio', { name }));
  }

  datasources(): Locator {
    return this.page.getByRole('radiogroup', { name: 'Datasource type' }).getByRole('radio');
  }

  async chooseInstance(name: string, group = ''): Promise<void> {
    await this.instances.expectSome(`backup instance ${name}`, name, group);
    await this.instance(name, group).check();
  }

  instance(name: string, group = ''): Locator {
    return this.instances.row(name, group).getByRole('radio', { name, exact: true });
  }

  async choosePoint(time: string): Promise<void> {
    await this.points.expectSome(`restore point of ${time}`, time);
    await this.point(time).check();
  }

  point(time: string): Locator {
    return this.points.row(time).getByRole('radio', { name: time, exact: true });
  }

  /** The control of the timeline. */
  pointSlider(): Locator {
    return this.page.getByRole('slider', { name: 'Time of the restore point' });
  }

  /** How many rows of restore points are in view as a whole, under nothing else. */
  async wholePoints(): Promise<number> {
    return this.page
      .getByRole('table', { name: 'Restore point' })
      .getByRole('row')
      .evaluateAll(
        (rows) =>
          rows.filter((row) => {
            if (row.querySelector('input') === null) return false;
            const { left, top, bottom } = row.getBoundingClientRect();
            return [top + 1, bottom - 1].every((y) => {
              const there = document.elementFromPoint(left + 60, y);
              return there !== null && row.contains(there);
            });
          }).length,
      );
  }

  /** Restores the disks alone. */
  async fillTarget({ subscription, group, staging }: Target): Promise<void> {
    await this.configuration.chooseType('Restore disks');
    if (subscription !== undefined) await this.configuration.choose('Subscription', subscription);
    await this.configuration.choose('Resource group', group);
    await this.configuration.choose('Staging Location', staging);
  }

  /** A draft at Review in which everything of document 004 is chosen. */
  async fill(): Promise<void> {
    await beginDraft(this.page, documentChosen, 'review');
    await this.expectStep('review');
  }

  /** From the first step to Review, with everything chosen on the way. */
  async fillByHand({ machine, point, target }: Restore = documentRestore): Promise<void> {
    await this.chooseDatasource();
    await this.next('instance');
    await this.chooseInstance(machine);
    await this.next('restore-point');
    await this.choosePoint(point);
    await this.next('configuration');
    await this.fillTarget(target);
    await this.next('review');
  }

  /** The plan beside the steps. */
  plan(): Locator {
    return this.page.getByRole('complementary', { name: 'Plan' });
  }

  /** The picture of the plan by its sentence. */
  picture(sentence: string | RegExp): Locator {
    return this.page.getByRole('img', { name: sentence });
  }

  /** The same of a replacement, whose steps are its picture. */
  coursePicture(sentence: string | RegExp): Locator {
    return this.page.getByRole('group', { name: sentence });
  }

  /** The plan where there is no room beside the steps: a line that opens it. */
  planLine(): Locator {
    return this.page.getByRole('main').getByRole('button', { name: /Plan$/ });
  }

  planDrawer(): Locator {
    return this.page.getByRole('dialog', { name: 'Plan' });
  }

  /** Ticks that the warnings particular to this restore were read; `checks`: and those of the checks of these names. */
  async tickWarnings(checks: string | null = null): Promise<void> {
    await this.warningsBox().check();
    if (checks !== null) await this.shownWarnings(checks).check();
  }

  warningsBox(): Locator {
    return this.page.getByRole('checkbox', {
      name: /^I have read (?:the (\d+ )?warnings?)?(?: and )?(?:what isn’t checked)?$/,
    });
  }

  /** The box by which the warnings of checks are read, by the names of the checks. */
  shownWarnings(names: string): Locator {
    return this.page.getByRole('checkbox', {
      name: new RegExp(`^I have read the .*warnings?: (?:.+, )?${names}(?:, .+)?$`),
    });
  }

  /** Beside Restore: the name of what is replaced, to type. */
  confirmation(): Locator {
    return this.page.getByRole('textbox', { name: 'Confirm replacement' });
  }

  async confirmReplacement(machine: string): Promise<void> {
    await this.confirmation().fill(machine);
  }

  /** A step of the course at Review, by a part of its text. */
  courseStep(name: string | RegExp): Locator {
    return this.course().getByRole('listitem').filter({ hasText: name });
  }

  course(): Locator {
    return this.page.getByRole('list', { name: 'Course of the restore' });
  }

  /** Shuts the source down in the dialog of Review, by its name, to the end. */
  async shutDown(machine: string, clock: Passing): Promise<void> {
    const name = `Shut down ${machine}`;
    await this.needs().getByRole('button', { name, exact: true }).click();
    const dialog = this.page.getByRole('alertdialog', { name });
    await dialog.getByRole('textbox', { name: `Type ${machine} to confirm` }).fill(machine);
    await dialog.getByRole('button', { name, exact: true }).click();
    await passUntil(
      async () => clock.pass(60_000),
      async () => (await dialog.innerText()).includes(`${name}: Done`),
    );
    await dialog.getByRole('button', { name: 'Close' }).click();
    await expect(dialog).toBeHidden();
  }

  /** Ticks what cannot be stopped. */
  async tickConsequence(): Promise<void> {
    await this.consequenceBox().check();
  }

  consequenceBox(): Locator {
    return this.page.getByRole('checkbox', {
      name: /can’t be canceled after it starts/,
    });
  }

  /** A table of radios as one field. */
  pick(label: string): Locator {
    return this.page.getByRole('radiogroup', { name: label, exact: true });
  }

  /** How far a press of Restore has come, as the heading says it. */
  stage(title: string): Locator {
    return this.page.getByRole('heading', { level: 2, name: title });
  }

  /** Beside Restore: what it still needs, each with the way there. */
  needs(): Locator {
    return this.page.getByRole('list', { name: /^(Restore|Get the script) needs$/ });
  }

  need(text: string | RegExp): Locator {
    return this.needs().getByRole('button', { name: text });
  }

  /** Opens a tab of Review. */
  async openTab(name: ReviewTab): Promise<void> {
    const one = this.page.getByRole('tab', { name: new RegExp(`^${name}`) });
    const tab = await oneOf(this.page.getByRole('tab'), one, `tab ${name}`);
    await tab.click();
    await expect(tab).toHaveAttribute('aria-selected', 'true');
  }

  /** Opens the warnings at Review that are true of every restore of its kind. */
  async openAlways(): Promise<void> {
    await this.page.getByText('Applies to every restore of this kind').click();
  }

  /** Everything that was chosen, as Review has it. */
  async selected(): Promise<Locator> {
    await this.openTab('Selections');
    return this.section('Selected');
  }

  /** The request as Review shows it. */
  async request(): Promise<Locator> {
    await this.openTab('Request');
    return this.section('Request');
  }

  restoreButton(): Locator {
    return this.button('Restore');
  }

  async restore(): Promise<void> {
    await this.restoreButton().click();
  }

  /** Presses Restore, and waits until the request was accepted. */
  async restoreAccepted(): Promise<void> {
    await this.restore();
    const accepted = this.page.getByRole('main').getByText('Restore request accepted');
    await expect(accepted.first()).toBeVisible();
  }

  /** The submission that follows a click on Restore, which may have been closed in between. */
  async submitPastButton(): Promise<void> {
    await this.restoreButton().evaluate((button) => {
      if (button instanceof HTMLButtonElement) button.form?.requestSubmit();
    });
  }

  /** The second click of a double click, however late it comes. */
  async clickAgain(): Promise<void> {
    await this.restoreButton().hover();
    await this.page.mouse.down({ clickCount: 2 });
    await this.page.mouse.up({ clickCount: 2 });
  }

  /** One of several jobs that may be the one of a request whose answer was lost. */
  candidate(jobId: string): Locator {
    return this.page.getByRole('main').getByRole('listitem').filter({ hasText: jobId });
  }

  /** The request that Review shows. */
  async shownRequest(): Promise<ShownRequest> {
    const request = await this.request();
    await expect(request).toContainText('POST ');
    const text = await request.innerText();
    await this.openTab('Checks');
    const [, method = '', address = '', body = ''] = /^(\w+) (\/\S+)\s+(\{.*\})/ms.exec(text) ?? [];
    return { method, address, body: JSON.parse(body) };
  }

  /** A part of Review, by its name. */
  section(name: string): Locator {
    return this.page.getByRole('region', { name, exact: true });
  }
}
