import type { Page } from 'playwright/test';
import { Configuration, Explanation } from './configuration.ts';
import { Drafts, Overview } from './overview.ts';
import { InstancePage, Instances } from './instances.ts';
import { JobPage, Jobs } from './jobs.ts';
import { Keyboard } from './keyboard.ts';
import { Notices, Search, Shell } from './shell.ts';
import { RuleExample, Rules } from './rules.ts';
import { Simulation, SimulationLog } from './simulation.ts';
import { VaultPage, Vaults } from './vaults.ts';
import { WhatHappened } from './what-happened.ts';
import { Wizard } from './wizard.ts';

/** Everything that a tab may show. */
export interface Screens {
  readonly page: Page;
  readonly shell: Shell;
  readonly wizard: Wizard;
  readonly configuration: Configuration;
  readonly drafts: Drafts;
  readonly explanation: Explanation;
  readonly job: JobPage;
  readonly keyboard: Keyboard;
  readonly notices: Notices;
  readonly rules: Rules;
  readonly example: RuleExample;
  readonly search: Search;
  readonly simulation: Simulation;
  readonly log: SimulationLog;
  readonly overview: Overview;
  readonly whatHappened: WhatHappened;
  readonly jobs: Jobs;
  readonly instances: Instances;
  readonly instance: InstancePage;
  readonly vaults: Vaults;
  readonly vault: VaultPage;
}

export function screensOf(page: Page): Screens {
  return {
    page,
    shell: new Shell(page),
    wizard: new Wizard(page),
    configuration: new Configuration(page),
    drafts: new Drafts(page),
    explanation: new Explanation(page),
    job: new JobPage(page),
    keyboard: new Keyboard(page),
    notices: new Notices(page),
    rules: new Rules(page),
    example: new RuleExample(page),
    search: new Search(page),
    simulation: new Simulation(page),
    log: new SimulationLog(page),
    overview: new Overview(page),
    whatHappened: new WhatHappened(page),
    jobs: new Jobs(page),
    instances: new Instances(page),
    instance: new InstancePage(page),
    vaults: new Vaults(page),
    vault: new VaultPage(page),
  };
}
