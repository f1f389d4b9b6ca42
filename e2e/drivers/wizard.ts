import { expect, type Locator, type Page } from 'playwright/test';
import { Table } from './table.ts';

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
  point: '4 Jun 2018 06:06',
  target: { group: 'targetRG', staging: 'testAccount (LRS)' },
};

export interface ShownRequest {
  readonly method: string;
  readonly address: string;
  readonly body: unknown;
}

/** The wizard, by the labels of the documents. */
export class Wizard {
  readonly page: Page;
  readonly instances: Table;
  readonly points: Table;

  constructor(page: Page) {
    this.page = page;
    this.instances = new Table(page, 'Backup instance');
    this.points = new Table(page, 'Restore point');
  }

  heading(step: Step): Locator {
    const position = stepIds.indexOf(step) + 1;
    const name = `${steps[step]} step ${String(position)} of 6`;
    return this.page.getByRole('heading', { level: 2, name });
  }

  async expectStep(step: Step): Promise<void> {
    await expect(this.heading(step)).toBeVisible();
    await expect(this.page).toHaveURL(new RegExp(`/restore/[0-9a-f-]{36}/${step}`));
  }

  /** The step list's entry, and how the step stands. */
  async expectStepState(step: Step, state: string): Promise<void> {
    await expect(
      this.stepList().getByRole('button', { name: `${steps[step]}, ${state}` }),
    ).toBeVisible();
  }

  async openStep(step: Step): Promise<void> {
    await this.stepButton(step).click();
    await this.expectStep(step);
  }

  stepButton(step: Step): Locator {
    return this.stepList().getByRole('button', { name: `${steps[step]}, ` });
  }

  /** Presses Next and arrives at the step that it names. */
  async next(step: Step): Promise<void> {
    await this.nextButton(step).click();
    await this.expectStep(step);
  }

  nextButton(step: Step): Locator {
    return this.button(`Next: ${steps[step]}`);
  }

  async previous(): Promise<void> {
    await this.previousButton().click();
  }

  previousButton(): Locator {
    return this.button('Previous');
  }

  /** Whatever Next stands there. */
  async tryNext(): Promise<void> {
    await this.page.getByRole('button', { name: /^Next: / }).click();
  }

  async chooseDatasource(name = 'Azure Virtual machines'): Promise<void> {
    await this.datasource(name).check();
  }

  datasource(name: string): Locator {
    return this.page
      .getByRole('radiogroup', { name: 'Datasource type' })
      .getByRole('radio', { name });
  }

  async chooseInstance(name: string, group = ''): Promise<void> {
    await this.instance(name, group).check();
  }

  instance(name: string, group = ''): Locator {
    return this.instances.row(name, group).getByRole('radio', { name, exact: true });
  }

  async choosePoint(time: string): Promise<void> {
    await this.point(time).check();
  }

  point(time: string): Locator {
    return this.points.row(time).getByRole('radio', { name: time, exact: true });
  }

  field(label: string): Locator {
    return this.page.getByRole('combobox', { name: label });
  }

  /** Chooses an entry of a list by its first line. */
  async choose(label: string, option: string): Promise<void> {
    await this.field(label).click();
    await this.option(option).click();
    await expect(this.field(label)).toHaveText(option);
  }

  option(name: string): Locator {
    return this.page
      .getByRole('option')
      .filter({ has: this.page.getByText(name, { exact: true }) });
  }

  async fillTarget({ subscription, group, staging }: Target): Promise<void> {
    await this.choose('Restore Type', 'Restore disks');
    if (subscription !== undefined) await this.choose('Subscription', subscription);
    await this.choose('Resource group', group);
    await this.choose('Staging Location', staging);
  }

  newGroup(): Locator {
    return this.page.getByRole('textbox', { name: 'Resource group' });
  }

  async nameNewGroup(name: string): Promise<void> {
    await this.page.getByRole('main').getByRole('button', { name: 'Create new' }).click();
    await this.newGroup().fill(name);
  }

  /** From the first step to Review, with everything chosen on the way. */
  async fill({ machine, point, target }: Restore = documentRestore): Promise<void> {
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

  async readWarnings(): Promise<void> {
    await this.warningsRead().check();
  }

  warningsRead(): Locator {
    return this.page.getByRole('checkbox', { name: /^I have read the / });
  }

  restoreButton(): Locator {
    return this.button('Restore');
  }

  async restore(): Promise<void> {
    await this.restoreButton().click();
  }

  /** The request that Review shows. */
  async shownRequest(): Promise<ShownRequest> {
    await expect(this.section('Request')).toContainText('POST ');
    const text = await this.section('Request').innerText();
    const [, method = '', address = '', body = ''] = /^(\w+) (\/\S+)\s+(\{.*\})/ms.exec(text) ?? [];
    return { method, address, body: JSON.parse(body) };
  }

  /** A part of Review, by its name. */
  section(name: string): Locator {
    return this.page.getByRole('region', { name, exact: true });
  }

  private stepList(): Locator {
    return this.page.getByRole('navigation', { name: 'Steps' });
  }

  private button(name: string): Locator {
    return this.page.getByRole('main').getByRole('button', { name, exact: true });
  }
}
