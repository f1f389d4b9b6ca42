import { expect, type Locator, type Page } from 'playwright/test';
import { Table } from './table.ts';

/** `item`: `kind;group;name`, as container and item end. */
type Machine = Readonly<Record<'subscription' | 'vaultGroup' | 'vault' | 'item', string>>;

const production = '8f2c1b7e-5a40-4c1d-9e63-2b7d10c4a951';
const corporate = 'c3a9d514-7e28-4f6b-8b02-61f5e8a7d330';

const addressOf = ({ subscription, vaultGroup, vault, item }: Machine): string =>
  `/instances/${subscription}~${vaultGroup}~${vault}~IaasVMContainer;${item}~VM;${item}`;

const inProduction = (group: string, name: string): string =>
  addressOf({
    subscription: production,
    vaultGroup: 'rg-backup-weu',
    vault: 'rsv-prod-weu',
    item: `iaasvmcontainerv2;${group};${name}`,
  });

/** Pages of machines of the default world. */
export const pageOf = {
  app01: inProduction('rg-app-prod', 'app01'),
  /** That of the documents. */
  testVm:
    '/instances/00000000-0000-0000-0000-000000000000~testVaultRG~testVault~iaasvmcontainer;iaasvmcontainerv2;testRG;testVM~VM;testRG;testVM',
  /** Ten days ago it was made larger and was given its third disk. */
  sqlErp: inProduction('rg-erp', 'sql-erp-02'),
  /** Deleted five weeks ago. */
  oldCrm: inProduction('rg-crm', 'old-crm-01'),
  /** Under Azure Disk Encryption. */
  hrDb: addressOf({
    subscription: production,
    vaultGroup: 'rg-hr',
    vault: 'rsv-hr-weu',
    item: 'iaasvmcontainerv2;rg-hr;hr-db-01',
  }),
  /** It shares a disk with its cluster. */
  cluNode: addressOf({
    subscription: corporate,
    vaultGroup: 'rg-backup-neu',
    vault: 'rsv-hq-neu',
    item: 'iaasvmcontainerv2;rg-cluster;clu-node-01',
  }),
  /** Its backup is deleted softly. */
  hrStage: addressOf({
    subscription: production,
    vaultGroup: 'rg-hr',
    vault: 'rsv-hr-weu',
    item: 'iaasvmcontainerv2;rg-hr;hr-stage-02',
  }),
  /** Protected, and not backed up yet. */
  buildAgent: addressOf({
    subscription: corporate,
    vaultGroup: 'rg-backup-eus2',
    vault: 'rsv-apps-eus2',
    item: 'iaasvmcontainerv2;rg-build;build-agent-04',
  }),
} as const;

/** The page of one protected machine. */
export class InstancePage {
  readonly points: Table;
  readonly jobs: Table;
  readonly restores: Table;
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.points = new Table(page, 'Restore points', 'grid');
    this.jobs = new Table(page, 'Jobs in the last 7 days');
    this.restores = new Table(page, 'Past restores');
  }

  /** Names and values of what is protected. */
  async expectFacts(wanted: Readonly<Record<string, string>>): Promise<void> {
    await expect
      .poll(async () => {
        const terms = await this.facts().getByRole('term').allInnerTexts();
        const values = await this.facts().getByRole('definition').allInnerTexts();
        return Object.fromEntries(terms.map((term, index) => [term, values[index] ?? '']));
      })
      .toMatchObject(wanted);
  }

  disk(name: string): Locator {
    return this.page.getByRole('listitem').filter({ hasText: name });
  }

  /** The restore points in time: its value is the selected one. */
  timeline(): Locator {
    return this.page.getByRole('slider', { name: 'Time of the restore point' });
  }

  async expectTime(text: string | RegExp): Promise<void> {
    await expect(this.timeline()).toHaveAttribute('aria-valuetext', text);
  }

  async expectCount(text: string): Promise<void> {
    await expect(
      this.page.getByRole('status').filter({ hasText: new RegExp(`^${text}$`) }),
    ).toBeVisible();
  }

  from(): Locator {
    return this.page.getByRole('textbox', { name: 'Start Time' });
  }

  to(): Locator {
    return this.page.getByRole('textbox', { name: 'End Time' });
  }

  /** The moment before which restore points are wanted. */
  before(): Locator {
    return this.page.getByLabel('Newest before');
  }

  /** The row of a point by its time. */
  point(time: string): Locator {
    return this.points.row(time);
  }

  restore(time: string): Locator {
    return this.page.getByRole('link', { name: `Restore as of ${time}`, exact: true });
  }

  /** Opens the menu of a point, and restores by one of its kinds. */
  async restoreAs(kind: string, time: string): Promise<void> {
    const label = `Restore as of ${time}: options`;
    await this.page.getByRole('button', { name: label }).click();
    await this.page.getByRole('dialog', { name: label }).getByRole('link', { name: kind }).click();
  }

  why(kind: string, time: string): Locator {
    return this.page.getByRole('button', { name: `Why isn’t ${kind} as of ${time} possible?` });
  }

  /** The reasons, as they open beside the link that asked. */
  reasons(kind: string, time: string): Locator {
    return this.page.getByRole('dialog', { name: `${kind} as of ${time} isn’t possible.` });
  }

  /** The way out that the reasons offer. */
  async doInstead(what: string): Promise<void> {
    await this.page
      .getByRole('dialog')
      .getByRole('link', { name: `Do this instead: ${what}` })
      .click();
  }

  /** The vault among what is protected. */
  vault(name: string): Locator {
    return this.facts().getByRole('link', { name });
  }

  comparison(one: string, other: string): Table {
    return new Table(this.page, `Comparison of ${one} and ${other}`);
  }

  /** What the comparison says that its rows mean for a restore. */
  meanings(): Locator {
    return this.page.getByRole('region', { name: 'Effect on a restore' });
  }

  heading(name: string): Locator {
    return this.page.getByRole('heading', { level: 2, name });
  }

  command(name: string): Locator {
    return this.page
      .getByRole('group', { name: 'Commands for this backup instance' })
      .getByRole('button', { name });
  }

  private facts(): Locator {
    return this.page.getByRole('complementary', { name: 'Properties' });
  }
}
