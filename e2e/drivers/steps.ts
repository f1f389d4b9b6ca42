import { expect, type Locator, type Page } from 'playwright/test';

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

/** The six steps: where one is, and the ways from one to another. */
export class Steps {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
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

  /** All in the list of steps, whatever they are called for a datasource. */
  async stepButtons(): Promise<readonly Locator[]> {
    return this.stepList().getByRole('button').all();
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

  previousButton(): Locator {
    return this.button('Previous');
  }

  /** Whatever Next stands there. */
  async tryNext(): Promise<void> {
    await this.page.getByRole('button', { name: /^Next: / }).click();
  }

  stepList(): Locator {
    return this.page.getByRole('navigation', { name: 'Steps' });
  }

  protected button(name: string): Locator {
    return this.page.getByRole('main').getByRole('button', { name, exact: true });
  }
}
